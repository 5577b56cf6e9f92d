"""Who may see whom. Every page about somebody else asks here first.

By default a person sees themselves; a trainer the conferences they run; a board officer the figures of their region and
never a name; a marker what was written and never by whom; the platform's staff no learning data at all. A superuser gets no more than their rights give them: being
able to mend the site is no reason to look at people's learning.
"""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from people.models import Region, Right, User


def regions_of(person: User | AnonymousUser) -> QuerySet[Region]:
    """The regions whose figures this person may see."""
    if not isinstance(person, User) or not person.is_active:
        return Region.objects.none()
    return Region.objects.filter(rights__person=person, rights__kind=Right.Kind.BOARD_OFFICER).distinct()


def may_see_region(person: User | AnonymousUser, region: Region) -> bool:
    return regions_of(person).filter(pk=region.pk).exists()


def may_facilitate(person: User | AnonymousUser) -> bool:
    """Whether this person may plan and run live conferences."""
    if not isinstance(person, User) or not person.is_active:
        return False
    return person.rights.filter(kind=Right.Kind.TRAINER).exists()


def has_right(person: User | AnonymousUser, kind: Right.Kind) -> bool:
    """For links that stand on every page: asked of the database once a request. What a link leads to asks for itself."""
    return isinstance(person, User) and person.has(kind)


def may_mark(person: User | AnonymousUser) -> bool:
    """Whether this person may mark written work and decide appeals. They see answers, and never whose."""
    if not isinstance(person, User) or not person.is_active:
        return False
    return person.rights.filter(kind=Right.Kind.MARKER).exists()
