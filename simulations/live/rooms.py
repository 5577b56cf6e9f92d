"""A room: one conference in this process. It decides one command after another, stores what happens, and then sends it.

All that changes a room passes through its queue and is done by one task, so nothing in it is ever half changed.
Commands of one person come one at a time (their consumer waits), so a flood fills no queue.

    a command -> was it answered before? -> the engine decides -> stored, if this person is still admitted -> sent
                                                    overtaken by another worker: read what was missed, decide again
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.utils import translation

from simulations import log, presence
from simulations.appending import Append, Outcome
from simulations.engine.actors import Clock
from simulations.engine.commands import Command, Outage, Tick
from simulations.engine.events import Event
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.model import Scenario
from simulations.engine.terms import Terms
from simulations.grounds import Claim, Grounds, grounds
from simulations.live import instants, membership
from simulations.live.asking import NOT_STORED, NOT_THEIRS, WENT_WRONG, Said, asks_as, command_of
from simulations.live.protocol import Asked, Beat, Done, Refused, Why
from simulations.live.store import Keeps, NotStored
from simulations.live.telling import Telling
from simulations.live.viewers import Viewer
from simulations.live.waiting import Waiting, is_done, signed, waiting_for, yet_to_be_done
from simulations.models import Conference
from simulations.proceedings import Proceedings, name_of

logger = logging.getLogger(__name__)
ATTEMPTS = 20
"""So often is a command decided anew when other workers are quicker."""
SILENCE = timedelta(seconds=30)
"""A client that sent nothing for so long is taken to be gone."""
LATELY = presence.EVERY * 2


@dataclass(frozen=True, slots=True)
class Opening:
    """What a room starts from."""

    scenario: Scenario
    terms: Terms
    tail: log.Tail
    names: dict[str, str]
    earlier: dict[str, log.Typed]


def opening(conference: int) -> Opening:
    """Read a conference; Conference.DoesNotExist if there is none."""
    row = Conference.objects.select_related("version").get(pk=conference)
    terms, tail = row.terms(), log.read(conference)
    return Opening(row.scenario(), terms, tail, membership.people_of(conference), log.typed(_taken_over(terms)))


def _taken_over(terms: Terms) -> frozenset[str]:
    """The ids of what was typed in the conference that this one takes up."""
    return terms.earlier.utterances() if terms.earlier else frozenset()


class Room:
    """One conference; see the module. Only `Rooms` makes rooms."""

    def __init__(
        self,
        conference: int,
        start: Opening,
        keeps: Keeps,
        *,
        worker: str,
        ring: Callable[[int, int], None],
        now: Callable[[], datetime] = instants.now,
    ) -> None:
        self.conference = conference
        self.used_at = now()
        self._keeps = keeps
        self._worker = worker
        self._ring = ring
        self._now = now
        self._proceedings = Proceedings(start.scenario, start.terms, start.tail.events)
        self._commits = dict(start.tail.commits)
        self._telling = Telling(self._proceedings, {**start.earlier, **start.tail.typed}, start.names, now)
        self._heard_at: datetime | None = None
        self._turn_at = asyncio.get_running_loop().time() - conference % presence.EVERY.seconds
        self._queue: asyncio.Queue[Waiting | asyncio.Future[None]] = asyncio.Queue()
        self._working = asyncio.create_task(self._work())

    def takes_turn(self, time: float) -> bool:
        """Whether it is this room's turn to be looked after: every few seconds, and not all rooms at once."""
        if time - self._turn_at < presence.EVERY.total_seconds():
            return False
        self._turn_at = time
        return True

    # Coming and going

    @property
    def viewers(self) -> set[Viewer]:
        """Who is connected here."""
        return self._telling.viewers

    @property
    def number(self) -> int:
        """The number of the last event it knows of."""
        return self._proceedings.number

    def due(self) -> datetime | None:
        """When the clock should next ask."""
        return self._proceedings.due()

    async def join(self, viewer: Viewer, after: int | None, looked_from: str) -> None:
        """Let somebody in; they get all they may see, or, after a lost connection, what they missed."""
        if viewer.who != membership.FACILITATOR:
            self._telling.names[viewer.who] = viewer.membership.name
        if self._heard_at is None or self._now() - self._heard_at > presence.OUTAGE:
            await self._note_outage()
        await self._read_taken_over()
        self.saw(seen := await self._keeps.ask(presence.came, self._connection(viewer)))
        if viewer.held(self._worker) in seen.elsewhere:
            viewer.cut("elsewhere")
            return
        for other in [other for other in self.viewers if other.presence == viewer.presence]:
            self.cut(other, "elsewhere")
        if after is not None and after > self._proceedings.number_for(self._telling.place_of(viewer)):
            await self._looked_at_the_log()  # they have seen more elsewhere than is known here yet
        same_place = looked_from == name_of(self._telling.place_of(viewer))
        self._telling.greet(viewer, after if same_place else None)
        self.viewers.add(viewer)
        self._heard_at = viewer.heard_at

    def _connection(self, viewer: Viewer) -> presence.Connection:
        return presence.Connection(self.conference, *viewer.held(self._worker), self._now(), viewer.continues)

    async def _read_taken_over(self) -> None:
        """What was typed in the conference before may have been removed there meanwhile: nobody comes in to it here."""
        ids = _taken_over(self._proceedings.state.terms)
        if ids:
            kept = await self._keeps.read(log.typed, ids)
            for each in ids:
                self._telling.typed.pop(each, None)
            self._telling.typed.update(kept)

    async def leave(self, viewer: Viewer) -> None:
        """A connection is gone."""
        was_here = viewer in self.viewers
        self.viewers.discard(viewer)
        if was_here and not viewer.line:  # which may go on elsewhere; where it does not, nobody is heard on it
            self.saw(await self._keeps.ask(presence.went, self._connection(viewer)))

    def cut(self, viewer: Viewer, why: Why) -> None:
        """Have a connection closed."""
        self.viewers.discard(viewer)
        viewer.cut(why)

    def cut_all(self, why: Why) -> None:
        """Have every connection closed."""
        for viewer in list(self.viewers):
            self.cut(viewer, why)

    def close(self) -> None:
        """Stop working; whoever still waits for an answer asks again elsewhere."""
        self._working.cancel()

    # Asking

    async def ask(self, viewer: Viewer, asked: Asked) -> None:
        """A viewer's command. Returns when it was answered."""
        if viewer.leaving:
            return
        self._queue.put_nowait(waiting := waiting_for(asks_as(asked, viewer.who), asked, viewer))
        await waiting.finished

    async def tick(self) -> None:
        """Let the clock fire what is due. The command's id is made of that: two clocks do no harm."""
        due = self.due()
        if due is not None:
            await self._by_the_clock(Asked(f"tick:{self.number}:{due.isoformat()}", "tick"))

    def rang(self) -> None:
        """The log may have grown elsewhere, or the list of people changed."""
        if self._queue.empty():
            self._queue.put_nowait(yet_to_be_done())

    async def _looked_at_the_log(self) -> None:
        """Return when whatever it grew by elsewhere is known here."""
        self._queue.put_nowait(looked := yet_to_be_done())
        await looked

    def beat(self) -> None:
        """Every few seconds: say that we live, to whom nothing else said it, and see who does."""
        self.used_at = now = self._now()
        for viewer in list(self.viewers):
            if now - viewer.heard_at > SILENCE:
                self.cut(viewer, "silent")
                continue
            if viewer.quiet:
                viewer.send(Beat(self._proceedings.number_for(viewer.looks_from), now))
            viewer.quiet = True

    async def admit_again(self, viewers: Sequence[Viewer], found: Mapping[Claim, Grounds]) -> None:
        """Those whom other grounds were found for than they were admitted on are admitted anew, or cut."""
        for viewer in viewers:
            now = found.get(viewer.claim, "")
            if not now or now != viewer.grounds:
                await self._admit_again(viewer)

    async def _admit_again(self, viewer: Viewer) -> None:
        knock = membership.Knock(self.conference, viewer.session_key, viewer.door)
        found = await self._keeps.ask(membership.let_in, knock)
        if found is not None and (found.who, found.person) == (viewer.who, viewer.membership.person):
            viewer.grounds = found.grounds
        else:
            logger.warning("Conference %d: %s may be here no longer and was sent out", self.conference, viewer.who)
            self.cut(viewer, "gone")

    async def _by_the_clock(self, asked: Asked) -> None:
        self.used_at = self._now()
        self._queue.put_nowait(waiting := waiting_for("clock", asked))
        await waiting.finished

    async def _note_outage(self) -> None:
        """If nobody was heard for a while, the conference's clock stood still meanwhile."""
        since = await self._keeps.read(presence.silent_since, self.conference, self._now())
        if since is not None and self._proceedings.state.status == "running":
            await self._by_the_clock(Asked(f"outage:{since.isoformat()}", "outage", {"since": since}))

    async def here(self) -> presence.Here:
        """Who is connected here; after a silence of all of them, the outage is noted first."""
        now = self._now()
        lately = {viewer.held(self._worker) for viewer in self.viewers if now - viewer.heard_at < LATELY}
        if lately and self._heard_at is not None and now - self._heard_at > presence.OUTAGE:
            await self._note_outage()
        if lately:
            self._heard_at = now
        return presence.Here(self.conference, {viewer.held(self._worker) for viewer in self.viewers}, lately)

    def saw(self, seen: presence.Presences) -> None:
        """How it stands with everybody, over all workers."""
        for viewer in [viewer for viewer in self.viewers if viewer.held(self._worker) in seen.elsewhere]:
            self.cut(viewer, "elsewhere")
        if seen.states != self._telling.presence:
            self._telling.presence = seen.states
            self._telling.send_roster()

    # Working

    async def _work(self) -> None:
        while True:
            waiting = await self._queue.get()
            try:
                if isinstance(waiting, Waiting):
                    await self._answer(waiting)
                else:
                    await self._catch_up()
            except NotStored:
                self._refuse(waiting, NOT_STORED)
            except Exception:
                logger.exception("Conference %d: a command failed", self.conference)
                self._refuse(waiting, WENT_WRONG)
            finally:
                is_done(waiting.finished if isinstance(waiting, Waiting) else waiting)

    async def _answer(self, waiting: Waiting) -> None:
        command = await self._command(waiting)
        for _attempt in range(ATTEMPTS):
            outcome = self._outcome(waiting, command)
            if not outcome or isinstance(outcome, Said | Refusal):
                if await self._is_behind():
                    await self._catch_up()
                    continue
                return await self._answer_unstored(waiting, outcome)
            match await self._append(waiting, outcome):
                case Outcome.ADDED:
                    return self._done(waiting)
                case Outcome.OVERTAKEN:
                    await self._catch_up()
                case Outcome.ON_OTHER_GROUNDS if not await self._may_stay(waiting.viewer):
                    return None
        raise NotStored

    def _outcome(self, waiting: Waiting, command: Command | Refusal | Said) -> tuple[Event, ...] | Refusal | Said:
        """What it comes to now; nothing, if it was answered before."""
        if (waiting.by, waiting.asked.id) in self._commits:
            logger.info("Conference %d: %s sent %r again", self.conference, waiting.by, waiting.asked.id)
            return ()
        return command if isinstance(command, Said | Refusal) else self._proceedings.decide(command, self._now())

    async def _answer_unstored(self, waiting: Waiting, outcome: tuple[Event, ...] | Refusal | Said) -> None:
        """What is stored sees to it by itself that who asked may still be here; this does not."""
        if not await self._may_stay(waiting.viewer):
            return
        if isinstance(outcome, Said | Refusal):
            self._refuse(waiting, outcome)
        else:
            self._done(waiting)

    async def _is_behind(self) -> bool:
        """Whether the log grew elsewhere: what is stored finds that out by itself, and what changes nothing must not rest on less."""
        heads = await self._keeps.read(log.heads, [self.conference])
        return heads.get(self.conference, 0) > self.number

    async def _may_stay(self, viewer: Viewer | None) -> bool:
        """Look at this one viewer; the clock may always."""
        if viewer is not None:
            await self.admit_again([viewer], await self._keeps.read(grounds, [viewer.claim]))
        return viewer is None or viewer.leaving != "gone"

    async def _command(self, waiting: Waiting) -> Command | Refusal | Said:
        asked = waiting.asked
        if waiting.viewer is not None:
            seating = asked.do == "take-seat"
            roles = await self._keeps.read(membership.roles_of, self.conference) if seating else {}
            return command_of(asked, waiting.viewer.membership, waiting.viewer.seat, roles)
        if asked.do == "outage":
            return Outage(by=Clock(), since=cast(datetime, asked.fields["since"]))
        return Tick(by=Clock())

    async def _append(self, waiting: Waiting, events: tuple[Event, ...]) -> Outcome:
        asked, viewer = waiting.asked, waiting.viewer
        what = Append(
            conference=self.conference,
            expected=self.number,
            by=waiting.by,
            command_id=asked.id,
            do=asked.do,
            events=events,
            typed=signed(waiting),
            claim=viewer.claim if viewer is not None else None,
            grounds=viewer.grounds if viewer is not None else "",
        )
        outcome = await self._keeps.append(what)
        if outcome is not Outcome.ADDED:
            return outcome
        typed = {each.id: each for each in what.typed} | log.gone_in(events)
        self._grow(log.Tail(events, {(waiting.by, asked.id): what.head}, typed))
        self._ring(self.conference, self.number)
        return outcome

    async def _catch_up(self) -> None:
        """Read what other workers added, and who is on the list now."""
        self._telling.names = await self._keeps.read(membership.people_of, self.conference)
        tail = await self._keeps.read(log.read, self.conference, self.number)
        if tail.events:
            self._grow(tail)
        self._commits.update(tail.commits)

    # Answering

    def _grow(self, tail: log.Tail) -> None:
        before = self.number
        self._commits.update(tail.commits)
        self._telling.typed.update(tail.typed)
        self._proceedings.add(tail.events)
        self._telling.tell(before)

    def _done(self, waiting: Waiting) -> None:
        if waiting.viewer is not None:
            waiting.viewer.send(Done(waiting.asked.id))

    def _refuse(self, waiting: Waiting | asyncio.Future[None], why: Refusal | Said) -> None:
        if not isinstance(waiting, Waiting) or waiting.viewer is None:
            return
        viewer = waiting.viewer
        if why.code in NOT_THEIRS:
            logger.warning(
                "Conference %d: %s asked for %r: %s", self.conference, waiting.by, waiting.asked.do, why.code
            )
        with translation.override(viewer.language):
            message = why.message.in_language(viewer.language) if isinstance(why, Refusal) else str(why.message)
        viewer.send(Refused(waiting.asked.id, why.code, message))
