"""Commands of every type there is, made up for tests: whatever a command's type asks for is drawn by the type of its field.

A command that is added to `Command` is drawn from then on without a word here; only a new kind of id wants a line in `ids`.
What is typed gets an id of its own each time, so that a test can look for it where it must not be.
"""

import enum
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from simulations.engine.actors import Actor, Clock, Facilitator, Observer, Scripted, Seated
from simulations.engine.commands import Command
from simulations.engine.moment import Moment
from simulations.engine.permitted import permitted
from simulations.engine.reconciling import STEPS
from simulations.engine.reviewing import plan_under_review
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState
from simulations.engine.viewers import Public, Viewer
from simulations.engine.words import Language, Words

Choose = Callable[[Sequence[Any]], Any]
"""One of these: drawn by Hypothesis, or by a generator of random numbers."""
KINDS: tuple[type[Command], ...] = get_args(Command)
BY_TAG: Mapping[str, type[Command]] = {kind.__struct_config__.tag: kind for kind in KINDS}  # type: ignore[misc]
HINTS = {kind: get_type_hints(kind, include_extras=True) for kind in KINDS}
FACILITATOR, WATCHER = Facilitator(), Observer("o")
PEOPLE = ("a", "b", "c")
"""Who may be put on a seat: never what somebody typed, whose id would be everybody's to see then."""
MAY_BE_NONE = 3
"""One in so many of what may be left out is."""


class Anything:
    """Draws commands for conferences on one scenario; `typed` counts what was typed, `strays` has ids named that do not exist."""

    def __init__(self, scenario: Scenario, never: tuple[type[Command], ...] = (), strays: bool = True) -> None:
        self.scenario, self.never, self.strays, self.typed = scenario, never, strays, 0

    def command(self, choose: Choose, state: ConferenceState, now: datetime) -> Command:
        """Something that somebody asks for: mostly what is open to them, sometimes anything at all."""
        if choose(range(5)):
            viewer: Viewer = choose(list(viewers(self.scenario)))
            open_to_them = [BY_TAG[tag] for tag in permitted(Moment(self.scenario, state, now), viewer)]
            kinds = [kind for kind in open_to_them if kind not in self.never]
            if kinds:
                return self.of_kind(choose, choose(kinds), _as_actor(viewer), state, now)
        kind = choose([kind for kind in KINDS if kind not in self.never])
        return self.of_kind(choose, kind, choose(list(self.actors())), state, now)

    def of_kind(self, choose: Choose, kind: type[Command], by: Actor, state: ConferenceState, now: datetime) -> Command:
        """A command of this type, asked by somebody."""
        made = Making(self, choose, state, now)
        fields = {name: made.value(name, hint) for name, hint in HINTS[kind].items() if name != "by"}
        return kind(by=by, **fields)

    def actors(self) -> Iterator[Actor]:
        """Everybody who could ask."""
        for seat in self.scenario.seats:
            yield from (Seated(seat), Scripted(seat))
        yield from (Seated(SeatId("nobody")), FACILITATOR, WATCHER, Clock())

    def words(self, language: Language) -> Words:
        """Something typed that nobody typed before."""
        self.typed += 1
        return Words(utterance=f"U{self.typed:06d}", language=language)


LANGUAGES: tuple[Language, Language] = ("en", "cy")


class Making:
    """One command being made: what it may name is read from the scenario and from how it stands."""

    def __init__(self, anything: Anything, choose: Choose, state: ConferenceState, now: datetime) -> None:
        self.anything, self.choose, self.state, self.now = anything, choose, state, now

    def value(self, name: str, hint: Any) -> Any:
        """A value for a field of this type."""
        origin = get_origin(hint)
        if origin is Annotated:
            return self._annotated(name, hint)
        if origin is Literal:
            return self.choose(get_args(hint))
        if origin in (Union, types.UnionType):
            return self._union(name, get_args(hint))
        if origin is tuple:
            few = self.choose(range(3))
            return tuple(self.value(name, get_args(hint)[0]) for _ in range(few))
        if isinstance(hint, NewType):
            return self.choose([*ids(self.anything.scenario)[hint.__name__], *self._stray()] or ["no"])
        return self._plain(name, hint)

    def _annotated(self, name: str, hint: Any) -> Any:
        inner, *metas = get_args(hint)
        if inner is int:
            bounds = {key: getattr(meta, key) for meta in metas for key in ("ge", "le")}
            return self.choose(range(bounds["ge"], bounds["le"] + 1))
        value = self.value(name, inner)
        needs = max((meta.min_length or 0 for meta in metas), default=0)
        return value if len(value) >= needs else (self.value(name, get_args(inner)[0]),)

    def _union(self, name: str, parts: tuple[Any, ...]) -> Any:
        if type(None) in parts and not self.choose(range(MAY_BE_NONE)):
            return None
        if Words in parts:
            return self.anything.words(self.choose(LANGUAGES))
        return self.value(name, self.choose([part for part in parts if part is not type(None)]))

    def _plain(self, name: str, hint: Any) -> Any:
        if hint is Words:
            return self.anything.words(self.choose(LANGUAGES))
        if hint is bool:
            return self.choose((False, True))
        if hint is str and name == "categories":
            known = {str(each) for told in self.anything.scenario.decisions.values() for each in told.categories}
            return self.choose([*sorted(known), *self._stray()])
        if hint is str and name == "person":
            return self.choose(PEOPLE)
        if hint is str:
            return self.choose(sorted(self._keys()))
        if hint is int:
            return self.choose(range(31))
        if hint is datetime:
            return self.now - timedelta(seconds=self.choose([0, 5, 90, 4000]))
        if hint is date:
            return self.now.date() + timedelta(days=self.choose([-3, 9, 90, 400]))
        if issubclass(hint, enum.Enum):
            return self.choose(list(hint))
        if issubclass(hint, msgspec.Struct):
            parts = get_type_hints(hint, include_extras=True)
            return hint(**{part: self.value(part, wanted) for part, wanted in parts.items()})
        raise TypeError(f"nothing is drawn for {name}: {hint}")

    def _stray(self) -> list[str]:
        return ["no"] if self.anything.strays else []

    def _keys(self) -> set[str]:
        """Whatever a command might point at: places in the log, keys of what the state holds, steps, phases, categories."""
        keys = {"no", "a", "b", *STEPS, *(phase.id for phase in self.anything.scenario.phases)}
        length = len(self.state.log)
        keys.update(f"t{place}" for place in range(max(1, length - 4), length + 1))
        keys.update(_keys_in(self.state), plan_under_review(self.anything.scenario, self.state))
        keys.update(f"U{number:06d}" for number in range(max(1, self.anything.typed - 3), self.anything.typed + 1))
        return keys


def _keys_in(state: msgspec.Struct) -> Iterator[str]:
    """The words under which something is kept, in the state and in its parts."""
    for name in state.__struct_fields__:
        held = getattr(state, name)
        if isinstance(held, msgspec.Struct):
            yield from _keys_in(held)
        elif isinstance(held, Mapping):
            yield from (key for key in held if isinstance(key, str))


def viewers(scenario: Scenario) -> Iterator[Viewer]:
    """Everybody who could look."""
    yield from map(Seated, scenario.seats)
    yield from (FACILITATOR, WATCHER, Public())


def _as_actor(viewer: Viewer) -> Actor:
    return WATCHER if isinstance(viewer, Public) else viewer


def ids(scenario: Scenario) -> Mapping[str, list[str]]:
    """What there is of each kind of id."""
    choices = [each for inject in scenario.injects.values() if inject.ask for each in inject.ask.choices]
    seats, adults = [*map(str, scenario.seats)], [*map(str, scenario.family.adults)]
    return {
        "SeatId": seats,
        "SeatOrAdultId": [*seats, *adults],
        "AdultId": adults,
        "ChildId": [*scenario.family.children],
        "PaperId": [*scenario.papers],
        "PassageId": [passage.id for paper in scenario.papers.values() for passage in paper.passages],
        "FactId": [*scenario.facts],
        "TopicId": [*scenario.topics],
        "PhaseId": [phase.id for phase in scenario.phases],
        "InjectId": [*scenario.injects],
        "ChoiceId": [*choices],
        "DecisionId": [*scenario.decisions],
        "CriterionId": [*scenario.debrief.rubric],
        "OptionId": [str(option) for decision in scenario.decisions.values() for option in decision.options],
        "BeatId": [beat.id for beats in scenario.scripts.values() for beat in beats],
    }
