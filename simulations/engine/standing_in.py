"""The facilitator speaks for a scripted seat, and gives it back to its script; somebody reads a script's lines aloud.

Everybody sees for whom the facilitator speaks, and that they sit at the table. Meanwhile the script is silent. When it
goes on, what it should have said to the room meanwhile is left out, since the facilitator spoke for it; what only it can
give, such as its view, it gives then. A child is never spoken for.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.commands import AskToVoice, LetScriptGoOn, TakeOver
from simulations.engine.events import FacilitatorSatIn, ScriptWentOn, StoodIn, VoiceAsked
from simulations.engine.guards import not_facilitator
from simulations.engine.holding import holds, since_when
from simulations.engine.keeping import logged, put, seated
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Part
from simulations.engine.scripting import OF_THE_TABLE, SAID_TO_THE_ROOM, due_at, unplayed
from simulations.engine.state import BeatState, ConferenceState

LEFT_OUT = "stood-in"


def take_over(moment: Moment, command: TakeOver) -> Answer:
    """Speak for a seat that its script plays."""
    if refusal := (not_facilitator(command.by) or _no_script(moment, command.seat)):
        return refusal
    if moment.seat(command.seat).stood_in:
        return ()
    stood_in = StoodIn(at=moment.now, audience=moment.everyone(), seat=command.seat)
    if moment.state.facilitator_in:
        return (stood_in,)
    return (FacilitatorSatIn(at=moment.now, audience=moment.everyone()), stood_in)


def _no_script(moment: Moment, seat: SeatId) -> Refusal | None:
    if moment.state.status == "closed":
        return refuse("closed")
    if seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if moment.scenario.seats[seat].part is Part.CHILD:
        return refuse("never-a-child")
    return None if moment.seat(seat).filled == "script" else refuse("not-scripted")


def let_script_go_on(moment: Moment, command: LetScriptGoOn) -> Answer:
    """The script plays its seat again."""
    if refusal := (not_facilitator(command.by) or _no_script(moment, command.seat)):
        return refusal
    if not moment.seat(command.seat).stood_in:
        return ()
    skipped = tuple(beat.id for beat in _said_meanwhile(moment, command.seat))
    return (ScriptWentOn(at=moment.now, audience=moment.everyone(), seat=command.seat, skipped=skipped),)


def _said_meanwhile(moment: Moment, seat: SeatId) -> Iterator[Beat]:
    """The beats that say or do something at the table and are due by now."""
    for beat in unplayed(moment, moment.scenario.scripts.get(seat, ())):
        if any(isinstance(action, SAID_TO_THE_ROOM + OF_THE_TABLE) for action in beat.actions) and _is_past(
            moment, beat
        ):
            yield beat


def _is_past(moment: Moment, beat: Beat) -> bool:
    due = due_at(moment, beat)
    if due is not None:
        return due <= moment.elapsed
    return holds(beat.when, moment) and since_when(beat.when, moment).total_seconds() + beat.after <= (
        moment.elapsed.total_seconds()
    )


def ask_to_voice(moment: Moment, command: AskToVoice) -> Answer:
    """Have a person in the room read a script's lines aloud."""
    if refusal := (not_facilitator(command.by) or _no_script(moment, command.seat)):
        return refusal
    if moment.state.setting == "text":
        return refuse("typed-here")
    reader = command.reader
    if reader is not None and (
        reader not in moment.scenario.seats or moment.seat(reader).filled != "person" or not moment.in_room(reader)
    ):
        return refuse("nobody-there")
    if moment.seat(command.seat).voice == reader:
        return ()
    return (VoiceAsked(at=moment.now, audience=moment.everyone(), seat=command.seat, reader=reader),)


DECIDE: Deciders = {TakeOver: take_over, LetScriptGoOn: let_script_go_on, AskToVoice: ask_to_voice}


def stood_in(scenario: Scenario, state: ConferenceState, event: StoodIn) -> ConferenceState:
    """The script is silent, and everybody sees who speaks."""
    state = seated(state, event.seat, replace(state.seats[event.seat], stood_in=True))
    return logged(state, event, "seat", seat=event.seat, what="stood-in")


def script_went_on(scenario: Scenario, state: ConferenceState, event: ScriptWentOn) -> ConferenceState:
    """What was skipped is done with, and the control room can see it."""
    now = state.clock.read(event.at)
    for beat in event.skipped:
        state = replace(
            state,
            beats=put(state.beats, beat, BeatState(held=now, played=True)),
            left_out=put(state.left_out, beat, (LEFT_OUT,)),
        )
    state = seated(state, event.seat, replace(state.seats[event.seat], stood_in=False))
    return logged(state, event, "seat", seat=event.seat, what="script-again")


def voice_asked(scenario: Scenario, state: ConferenceState, event: VoiceAsked) -> ConferenceState:
    """Everybody sees who reads for whom."""
    return seated(state, event.seat, replace(state.seats[event.seat], voice=event.reader))


EVOLVE: Evolvers = {StoodIn: stood_in, ScriptWentOn: script_went_on, VoiceAsked: voice_asked}
