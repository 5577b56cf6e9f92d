"""What stands on My learning: one next thing, what is due, what else is open, what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from assessments.practising import selectors as practice
from courses.selectors import CourseStanding, GroupStanding, group_standing, my_courses
from people.models import User
from simulations.models import Conference, Intention
from simulations.selectors import conferences_of, to_look_back_on


@dataclass(frozen=True)
class Home:
    """`due` are courses for the person's own group, by `due_on`; `open` are the others not finished; `conferences` are
    those to come or under way that the person runs or is on the list of, the soonest first; `look_back` are those that
    were closed lately and that they have not looked back on; `intentions` what they will do, `to_practise` how many
    questions are worth asking again today: theirs alone."""

    next: CourseStanding | None
    due: tuple[CourseStanding, ...]
    open: tuple[CourseStanding, ...]
    finished: tuple[CourseStanding, ...]
    group: GroupStanding | None
    conferences: tuple[Conference, ...]
    look_back: tuple[Conference, ...]
    intentions: tuple[Intention, ...]
    to_practise: int

    @property
    def due_on(self) -> date | None:
        return self.group.due if self.group else None


def home_of(person: User) -> Home:
    standings = my_courses(person)
    group = group_standing(person)
    waiting = [standing for standing in standings if not standing.is_finished]
    due = tuple(standing for standing in waiting if group and standing.course.group == group.group)
    return Home(
        next=next_course(waiting, due),
        due=due,
        open=tuple(standing for standing in waiting if standing not in due),
        finished=tuple(standing for standing in standings if standing.is_finished),
        group=group,
        conferences=tuple(conferences_of(person).exclude(state=Conference.State.CLOSED).order_by("planned_for")),
        look_back=tuple(to_look_back_on(person, timezone.now())),
        intentions=tuple(person.intentions.select_related("conference__version")),
        to_practise=practice.due(person, timezone.localdate()).count(),
    )


def next_course(waiting: list[CourseStanding], due: tuple[CourseStanding, ...]) -> CourseStanding | None:
    """What was touched last and can be carried on with; else what is due; else whatever there is."""
    able = [standing for standing in waiting if can_carry_on(standing)]
    begun = [(standing.touched_at, standing.course.pk, standing) for standing in able if standing.touched_at]
    if begun:
        return max(begun, key=lambda each: each[:2])[2]
    return next((standing for standing in able if standing in due), next(iter(able), None))


def can_carry_on(standing: CourseStanding) -> bool:
    """Whether anything is left that the person can do: a lesson, or a try at the paper."""
    return bool(standing.next_lesson or (standing.paper and standing.paper.can_try))
