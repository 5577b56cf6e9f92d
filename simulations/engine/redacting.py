"""Taking words away: what somebody typed goes for good, and the log stays what it was.

Text is the caller's; here is only kept which utterances are gone and why, so that everything that shows one shows that
instead. Who learns of it are those who had been told the words.
"""

from msgspec.structs import replace

from simulations.engine.audience import Audience
from simulations.engine.commands import Redact
from simulations.engine.events import Event, WordsRemoved
from simulations.engine.guards import not_facilitator
from simulations.engine.keeping import put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.presenting import item_at
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState, Uttered
from simulations.engine.words import Said, Words, words_in


def redact(moment: Moment, command: Redact) -> Answer:
    """The facilitator takes words away, at any time, also once the room is closed."""
    if refusal := not_facilitator(command.by):
        return refusal
    utterance = _named(moment, command)
    if utterance is None or not any(each.utterance == utterance for each in moment.state.uttered):
        return refuse("no-such-words")
    if utterance in moment.state.removed:
        return ()
    return tuple(
        WordsRemoved(at=moment.now, audience=_told(moment, each), utterance=each, reason=command.reason)
        for each in (utterance, *_renderings_of(moment.state, utterance))
    )


def _renderings_of(state: ConferenceState, utterance: str) -> list[str]:
    """The same in the other language goes with the first words."""
    rendered = ((item_at(state, key), beside) for key, beside in state.renderings.items())
    of_these = (beside for item, beside in rendered if item and _is(item.said, utterance))
    return [each.said.utterance for beside in of_these for each in beside if each.said.utterance not in state.removed]


def _is(said: Said | None, utterance: str) -> bool:
    return isinstance(said, Words) and said.utterance == utterance


def _told(moment: Moment, utterance: str) -> Audience:
    return _all_of([each.audience for each in moment.state.uttered if each.utterance == utterance])


def _named(moment: Moment, command: Redact) -> str | None:
    if command.utterance is not None:
        return command.utterance
    item = item_at(moment.state, command.item or "")
    return item.said.utterance if item is not None and isinstance(item.said, Words) else None


def _all_of(audiences: list[Audience]) -> Audience:
    """Everybody who was told, and the facilitator, who asked for it."""
    seats: frozenset[SeatId] = frozenset().union(*(each.seats for each in audiences))
    return Audience(seats, facilitator=True, observers=any(each.observers for each in audiences))


DECIDE: Deciders = {Redact: redact}


def uttered(state: ConferenceState, event: Event) -> ConferenceState:
    """The state that also knows what was typed in this event, and who was told it; the same object where nothing was."""
    for words in words_in(event):
        known = Uttered(utterance=words.utterance, audience=event.audience)
        state = replace(state, uttered=state.uttered.and_then(known))
    return state


def words_removed(scenario: Scenario, state: ConferenceState, event: WordsRemoved) -> ConferenceState:
    """From now on the reason stands in their place."""
    return replace(state, removed=put(state.removed, event.utterance, event.reason))


EVOLVE: Evolvers = {WordsRemoved: words_removed}
