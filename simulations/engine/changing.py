"""What became another between two states of one conference: for each viewer the sections that changed, and nothing else.

A state shares with the one before it whatever an event left alone, so only those sections are made whose parts of the state
are other objects than before, and of the log and the notices only what was added or taken back. What is the same for
several viewers is made once, and is one object: whoever words or draws it can tell by that.
"""

from collections.abc import Iterator, Mapping
from itertools import compress, islice
from operator import attrgetter, is_not

from simulations.engine.scenario.model import Scenario
from simulations.engine.sections import Section, Sections
from simulations.engine.showing.log import heard_by, log_of
from simulations.engine.showing.own import notices_section
from simulations.engine.showing.removed import with_reasons
from simulations.engine.state import ConferenceState, LogItem, Notice
from simulations.engine.viewers import Viewer
from simulations.engine.views import EVERYBODYS, GRANTED, MAKE, RESTS_ON, as_it_stands
from simulations.engine.words import Words

RESTS: Mapping[str, frozenset[str]] = {name: frozenset((*parts, "removed")) for name, parts in RESTS_ON.items()}
NOTHING = Sections()
_all_parts = attrgetter(*ConferenceState.__struct_fields__)


def change(scenario: Scenario, before: ConferenceState, after: ConferenceState, viewer: Viewer) -> Sections:
    """What became another for this one viewer; None for what did not."""
    return Difference(scenario, before, after).to(viewer)


class Difference:
    """Between two states; ask it for one viewer after another."""

    def __init__(self, scenario: Scenario, before: ConferenceState, after: ConferenceState) -> None:
        parts = _changed_parts(before, after)
        self._moment = as_it_stands(scenario, after)
        self._touched = tuple(name for name in MAKE if not parts.isdisjoint(RESTS[name]))
        self._items = _changed_items(before, after)
        self._notices = _changed_notices(before, after)
        self._everybodys: dict[str, Section | None] = {}
        self._logs: dict[object, Sections] = {}

    def to(self, viewer: Viewer) -> Sections:
        """What became another for this viewer; None for what did not."""
        granted = GRANTED[type(viewer)]
        heard = self._heard(viewer) if self._items and "log" in granted else NOTHING
        made = {name: self._made(name, viewer) for name in self._touched if name in granted}
        if self._notices and "notices" in granted:
            notices = notices_section(self._moment, viewer, self._notices)
            made["notices"] = notices if notices.items else None
        if not any(made.values()):
            return heard
        return self._with_reasons(Sections(log=heard.log, **made))  # type: ignore[arg-type]  # under its own name

    def _made(self, name: str, viewer: Viewer) -> Section | None:
        if name not in EVERYBODYS:
            return MAKE[name](self._moment, viewer)
        if name not in self._everybodys:
            self._everybodys[name] = MAKE[name](self._moment, viewer)
        return self._everybodys[name]

    def _heard(self, viewer: Viewer) -> Sections:
        """What they heard, and nothing else: one object for all who heard the same."""
        heard = heard_by(self._moment, viewer, self._items)
        if not heard:
            return NOTHING
        alike = tuple((each.item.key, each.own, each.corrections, each.renderings) for each in heard)
        if alike not in self._logs:
            self._logs[alike] = self._with_reasons(Sections(log=log_of(self._moment, heard)))
        return self._logs[alike]

    def _with_reasons(self, sections: Sections) -> Sections:
        return with_reasons(self._moment.state, sections)


def _changed_parts(before: ConferenceState, after: ConferenceState) -> frozenset[str]:
    """The parts of the state that are another than before."""
    return frozenset(compress(ConferenceState.__struct_fields__, map(is_not, _all_parts(before), _all_parts(after))))


def _changed_items(before: ConferenceState, after: ConferenceState) -> list[LogItem]:
    """The items added, after those taken back or put right, or emptied, meanwhile."""
    length = len(before.log)
    corrected = _beside_another(before.corrections, after.corrections)
    rendered = _beside_another(before.renderings, after.renderings)
    places = sorted(
        int(key[1:]) - 1 for key in (after.undone - before.undone) | corrected | rendered | set(_emptied(before, after))
    )
    altered = [next(after.log.since(place)) for place in places if place < length]
    return [*altered, *after.log.since(length)]


def _beside_another(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The items beside which something else stands than before."""
    return set() if after is before else {key for key, beside in after.items() if beside is not before.get(key)}


def _emptied(before: ConferenceState, after: ConferenceState) -> Iterator[str]:
    """The items whose words, or the words beside them, were taken away meanwhile."""
    gone = _gone(before, after)
    if not gone:
        return
    for item in after.log:
        corrections, renderings = after.corrections.get(item.key, ()), after.renderings.get(item.key, ())
        said = (item.said, *(each.said for each in corrections), *(each.said for each in renderings))
        if any(isinstance(each, Words) and each.utterance in gone for each in said):
            yield item.key


def _changed_notices(before: ConferenceState, after: ConferenceState) -> list[Notice]:
    """The notices added, after those whose words were taken away meanwhile."""
    gone, length = _gone(before, after), len(before.notices)
    earlier = islice(after.notices, length) if gone else ()
    emptied = (each for each in earlier if isinstance(each.said, Words) and each.said.utterance in gone)
    return [*emptied, *after.notices.since(length)]


def _gone(before: ConferenceState, after: ConferenceState) -> frozenset[str]:
    same = before.removed is after.removed
    return frozenset() if same else frozenset(after.removed).difference(before.removed)
