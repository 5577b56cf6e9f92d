"""A conference in which everything happens: somebody asks, each time, for what has been done least so far.

Makes the logs that are kept from a version (tests/files/logs); chance comes from a seed, so that equal seeds give equal logs.
"""

import random
from dataclasses import dataclass, field
from datetime import timedelta

from asking_anything import BY_TAG, FACILITATOR, Anything, viewers
from rehearsing import Rehearsal

from simulations.engine import commands as do
from simulations.engine.actors import Clock
from simulations.engine.commands import Command
from simulations.engine.events import Forgotten, MinuteAsked
from simulations.engine.moment import Moment
from simulations.engine.permitted import permitted
from simulations.engine.reconciling import STEPS
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.model import Scenario
from simulations.engine.start import start
from simulations.engine.terms import Terms
from simulations.engine.viewers import Public, Viewer

ENDING = {"end", "close", "adjourn"}
"""What ends a meeting early; a few conferences do."""
STEPS_A_PHASE, TRIES = 14, 40


@dataclass(slots=True)
class Wandering:
    """One conference going its way."""

    conference: Rehearsal
    anything: Anything
    chance: random.Random
    done: dict[str, int] = field(default_factory=dict)

    def go(self) -> None:
        """From taking seats to the close."""
        for seat in self.conference.scenario.seats:
            self._somebody_sits_down(seat)
        self.conference.ask(do.Start(by=FACILITATOR))
        for phase in self.conference.scenario.phases:
            for _ in range(STEPS_A_PHASE):
                self._step()
            self.conference.ask(do.Resume(by=FACILITATOR))
            self.conference.ask(do.NextPhase(by=FACILITATOR, leaving=phase.id))
        self._debrief()
        self.conference.ask(do.End(by=FACILITATOR))
        self.conference.ask(do.Close(by=FACILITATOR))

    def _debrief(self) -> None:
        """Every step, with time for what belongs to it."""
        self.conference.ask(do.Resume(by=FACILITATOR))
        for step in STEPS:
            self.conference.ask(do.OpenStep(by=FACILITATOR, step=step))
            self._step()
        for _ in range(STEPS_A_PHASE):
            self._step()

    def _somebody_sits_down(self, seat: str) -> None:
        for played_by in self.chance.sample(["learner", "trainer", "actor", "nobody"], 4):
            if played_by == "nobody":
                return
            fields = {"seat": seat, "person": f"p-{seat}", "played_by": played_by, "volunteers": True}
            if not isinstance(self.conference.ask(do.TakeSeat(by=FACILITATOR, **fields)), Refusal):  # type: ignore[arg-type]
                return

    def _step(self) -> None:
        conference = self.conference
        if self.chance.random() < 0.2:
            self._time_passes()
        open_now = list(self._open_now())
        if open_now:
            tag, viewer = min(open_now, key=lambda each: (self.done.get(each[0], 0), self.chance.random()))
            self.done[tag] = self.done.get(tag, 0) + 1
            for _ in range(TRIES):
                asked = self.anything.of_kind(self.chance.choice, BY_TAG[tag], viewer, conference.state, conference.now)
                if not isinstance(conference.ask(asked), Refusal):
                    self._perhaps_taken_back(asked)
                    return

    def _open_now(self) -> "list[tuple[str, Viewer]]":
        moment = Moment(self.conference.scenario, self.conference.state, self.conference.now)
        everybody = [viewer for viewer in viewers(moment.scenario) if not isinstance(viewer, Public)]
        found = [(tag, viewer) for viewer in everybody for tag in permitted(moment, viewer) if tag != "next-phase"]
        early = self.chance.random() < 0.01
        return [each for each in found if early or each[0] not in ENDING]

    def _time_passes(self) -> None:
        conference, seconds = self.conference, self.chance.choice([1, 6, 40])
        if self.chance.random() < 0.1:
            last_sign = conference.now
            conference.now += timedelta(minutes=3)
            conference.ask(do.Outage(by=Clock(), since=last_sign))
        elif self.chance.random() < 0.3:
            conference.now += timedelta(seconds=2 * seconds)
            conference.ask(do.Tick(by=Clock()))
        conference.wait(seconds)

    def _perhaps_taken_back(self, asked: Command) -> None:
        if isinstance(asked, do.Share) and self.chance.random() < 0.5:
            self.conference.ask(do.Undo(by=asked.by, item=f"t{len(self.conference.state.log)}"))


def wandered(scenario: Scenario, terms: Terms, seed: int) -> Rehearsal:
    """A conference held by chance; of what was asked for privately, the last request for a pause is not kept."""
    conference = Rehearsal(scenario, terms.setting)
    conference.state = start(scenario, terms)
    Wandering(conference, Anything(scenario, strays=False), random.Random(seed)).go()
    asked = [place for place, event in enumerate(conference.events) if isinstance(event, MinuteAsked)]
    for place in asked[1:][-1:]:
        event = conference.events[place]
        conference.events[place] = Forgotten(at=event.at, audience=event.audience)
    return conference
