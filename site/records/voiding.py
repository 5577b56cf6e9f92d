"""Taking a statement back (2.0: 4.2.5; 1.0.3: Data 2.3.2): another statement says so, before it or after.

Only who said a statement takes it back: a client must not be able to cancel what our room says of a conference. A statement
that voids is never voided itself. What is voided earns no credit.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from records.models import Authority, Credit, Statement
from records.references import Referrer
from records.xapi.problems import Forbidden
from records.xapi.vocabulary import VOIDED


def void(rows: Mapping[UUID, Statement], referrers: Iterable[Referrer], by: Authority) -> None:
    """Marks what the new statements void, among themselves and among the stored; and those of them voided beforehand, by
    one of the stored statements about them."""
    targets = {row.target for row in rows.values() if row.verb == VOIDED and row.target}
    beforehand = {each.target for each in referrers if each.verb == VOIDED and each.authority == by.pk}
    _void_new(rows, targets | beforehand)
    if stored := targets - rows.keys():
        _void_stored(stored, by)


def _void_new(rows: Mapping[UUID, Statement], targets: set[UUID]) -> None:
    for target in targets & rows.keys():
        rows[target].voided = rows[target].verb != VOIDED


def _void_stored(targets: set[UUID], by: Authority) -> None:
    found = Statement.objects.filter(pk__in=targets).exclude(verb=VOIDED)
    if found.exclude(authority=by).exists():
        raise Forbidden("object.id", "is a statement that somebody else made; only they can void it")
    Credit.objects.filter(statement__in=found).delete()
    found.update(voided=True)
