"""The interpreter's rendering: what somebody typed, in the other language, beside the first words.

It takes nobody's place and no turn, and is no item of the log by itself: it goes to those who were there for the first
words and still are. The scenario's own texts need none, since the file has them in both languages.
"""

from msgspec.structs import replace

from simulations.engine.commands import Render
from simulations.engine.events import Rendered
from simulations.engine.guards import not_at_table, not_running, not_seated, own_seat
from simulations.engine.keeping import put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.presenting import heard_then_and_here, item_at
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Part
from simulations.engine.state import ConferenceState, LogItem, Rendering
from simulations.engine.words import Words


def render(moment: Moment, command: Render) -> Answer:
    """Say in the other language what somebody typed; whoever heard the first words and is here has it."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat = own_seat(command.by)
    if not interprets(moment, seat):
        return refuse("not-yours")
    item = item_at(moment.state, command.item)
    if item is None or not isinstance(item.said, Words) or not _stands(moment, seat, item):
        return refuse("nothing-to-render")
    if not isinstance(command.words, Words) or command.words.language == item.said.language:
        return refuse("same-language")
    audience = heard_then_and_here(moment, item.audience)
    return (Rendered(at=moment.now, audience=audience, seat=seat, item=item.key, said=command.words),)


def interprets(moment: Moment, seat: SeatId) -> bool:
    """Whether a seat is the interpreter's."""
    return moment.scenario.seats[seat].part is Part.INTERPRETER


def _stands(moment: Moment, seat: SeatId, item: LogItem) -> bool:
    """Whether it still stands, and this seat was there for it."""
    gone = item.key in moment.state.undone or item.said.utterance in moment.state.removed  # type: ignore[union-attr]
    return not gone and seat in item.audience.seats


DECIDE: Deciders = {Render: render}


def rendered(scenario: Scenario, state: ConferenceState, event: Rendered) -> ConferenceState:
    """The rendering stands beside what it renders."""
    rendering = Rendering(seat=event.seat, said=event.said, at=event.at, audience=event.audience)
    beside = (*state.renderings.get(event.item, ()), rendering)
    return replace(state, renderings=put(state.renderings, event.item, beside))


EVOLVE: Evolvers = {Rendered: rendered}
