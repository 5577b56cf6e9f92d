"""Rehearsing alone: one learner, scripts in the other seats, nobody who facilitates; in writing.

A scenario allows it by `solo` with a reason. Only a reviewer makes that final: in a sample, which nobody has reviewed yet,
it is the writer's proposal and is said to be, and the rehearsal is credited to nobody like everything on a sample.
Where a scenario has variants chance picks one, since learners are not told that there is more than one.
"""

import secrets
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import User
from simulations import actions
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Part
from simulations.lobby import shown
from simulations.models import Conference, Participant, ScenarioVersion
from simulations.practice import practice_for, to_json
from simulations.selectors import versions_that_run


def versions_for_one() -> list[ScenarioVersion]:
    """The versions that one learner may rehearse alone."""
    return [version for version in versions_that_run() if version.read().solo is not None]


def catalogue() -> list[dict[str, object]]:
    """These with what somebody reads before they choose: what is in them, where to turn, and why alone is safe."""
    return [_entry(version, version.read()) for version in versions_for_one()]


def _entry(version: ScenarioVersion, scenario: Scenario) -> dict[str, object]:
    return {
        "version": version,
        "summary": shown(scenario.summary),
        "content_note": shown(scenario.content_note),
        "support": shown(scenario.support),
        "reason": shown(scenario.solo.reason if scenario.solo else None),
        "reviewed": scenario.authorship.reviewed_by is not None,
        "minutes": sum(phase.minutes for phase in scenario.phases),
    }


def rehearsals_of(person: User) -> Sequence[Conference]:
    """The rehearsals alone that somebody has begun and not closed, the latest first."""
    mine = Conference.objects.filter(alone=True, participants__person=person, participants__removed_at=None)
    return list(mine.exclude(state=Conference.State.CLOSED).select_related("version"))


def rehearse_alone(person: User, version: ScenarioVersion) -> Conference:
    """A rehearsal of this version for one person, who takes a seat in its lobby; the one they have begun, if there is one."""
    if version not in versions_for_one():
        raise ValidationError(_("This scenario is not rehearsed alone. Ask a trainer to plan a conference on it."))
    begun = [each for each in rehearsals_of(person) if each.version_id == version.pk]
    return begun[0] if begun else _planned(person, version)


def _planned(person: User, version: ScenarioVersion) -> Conference:
    scenario, now = version.read(), timezone.now()
    interpreted = any(seat.part is Part.INTERPRETER for seat in scenario.seats.values())
    both = Conference.Arrangement.BILINGUAL if interpreted else Conference.Arrangement.BILINGUAL_WITHOUT
    with transaction.atomic():
        conference = Conference.objects.create(
            version=version,
            variant=secrets.choice(list(scenario.variants)) if scenario.variants else "",
            setting=Conference.Setting.TEXT,
            arrangement=both,
            planned_for=now,
            alone=True,
            practice=to_json(practice_for(actions.only_region_of(person), now.date())),
        )
        actions.lay_out(conference)
        actions.put_on_list(conference, person, Participant.Role.LEARNER)
    return conference
