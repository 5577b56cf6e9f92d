"""What a room's viewers are sent: everything when they come, and then what is another than before, to their eyes.

Who looks from the same place in the same language and encoding is sent the very same; and of what is different in one
section alone, the others are still rendered once (render.py, drawing.py).
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import ParamSpec

from msgspec import structs

from simulations.engine.sections import Sections
from simulations.engine.viewers import Viewer as Place
from simulations.live.drawing import Drawing
from simulations.live.protocol import Change, Hello, encode
from simulations.live.render import Wording, Words
from simulations.live.viewers import Viewer
from simulations.log import Typed
from simulations.proceedings import Proceedings, looks_from, name_of

logger = logging.getLogger(__name__)
P = ParamSpec("P")


class Telling:
    """The viewers of one room. `names` and `presence` are by the person's reference, `typed` by the utterance's id."""

    def __init__(
        self,
        proceedings: Proceedings,
        typed: dict[str, Typed],
        names: dict[str, str],
        now: Callable[[], datetime],
    ) -> None:
        self.viewers: set[Viewer] = set()
        self.typed = typed
        self.names = names
        self.presence: Mapping[str, str] = {}
        self._proceedings = proceedings
        self._now = now
        self._seats = proceedings.state.seats

    def place_of(self, viewer: Viewer) -> Place:
        """Where somebody looks from now."""
        return looks_from(self._proceedings, viewer.who, viewer.membership.role)

    def greet(self, viewer: Viewer, after: int | None) -> None:
        """All they may see, or what came after this number of theirs."""
        viewer.looks_from = place = self.place_of(viewer)
        number = self._proceedings.number_for(place)
        reached = self._proceedings.reached(place, after) if after is not None else None
        if after is None or reached is None:
            rendered = self._rendering().of(viewer, self._proceedings.whole(place))
            viewer.send(Hello(name_of(place), number, self._now(), rendered))
        else:
            rendered = self._rendering().of(viewer, self._proceedings.since(place, reached))
            viewer.send(Change(after, number, self._now(), rendered))
            self.send_roster(viewer)

    def tell(self, before: int) -> None:
        """What happened after the first so many events."""
        moved = self._moved()
        rendering = self._rendering()
        for group in self._grouped(self.viewers.difference(moved)):
            self._if_possible(group[0], self._tell, group, before, rendering)
        for viewer in moved:
            self._if_possible(viewer, self.greet, viewer, None)

    def _if_possible(self, viewer: Viewer, tell: Callable[P, None], *what: P.args, **more: P.kwargs) -> None:
        """What is told here is stored: that it cannot be drawn for one must not take it from the others."""
        try:
            tell(*what, **more)
        except Exception:
            logger.exception("What happened could not be drawn for %s", name_of(viewer.looks_from))

    def _moved(self) -> list[Viewer]:
        """Who looks from another place than before; where that is rests on the seats."""
        if self._seats is self._proceedings.state.seats:
            return []
        self._seats = self._proceedings.state.seats
        return [viewer for viewer in self.viewers if self.place_of(viewer) != viewer.looks_from]

    def send_roster(self, *viewers: Viewer) -> None:
        """The roster again, since connections are no events."""
        rendering = self._rendering()
        for viewer in viewers or list(self.viewers):
            roster = self._proceedings.standing(viewer.looks_from).roster
            number = self._proceedings.number_for(viewer.looks_from)
            viewer.send(Change(number, number, rendering.at, rendering.of(viewer, Sections(roster=roster))))

    def _grouped(self, viewers: Iterable[Viewer]) -> list[list[Viewer]]:
        """Those who get the very same."""
        groups: dict[object, list[Viewer]] = {}
        for viewer in viewers:
            groups.setdefault((viewer.looks_from, viewer.language, viewer.encoding), []).append(viewer)
        return list(groups.values())

    def _tell(self, group: Sequence[Viewer], before: int, rendering: "_Rendering") -> None:
        place = group[0].looks_from
        from_, to = self._proceedings.number_for(place, before), self._proceedings.number_for(place)
        message = rendering.change(group[0], from_, to, self._proceedings.since(place, before))
        if message is not None:
            for viewer in group:
                viewer.send_encoded(message)

    def _rendering(self) -> "_Rendering":
        return _Rendering(self._proceedings, Words(self.typed, self.names, self.presence), self._now())


class _Rendering:
    """What is sent of one moment, in the languages and encodings of its viewers."""

    def __init__(self, proceedings: Proceedings, words: Words, at: datetime) -> None:
        self.at = at
        self._proceedings = proceedings
        self._words = words
        self._wordings: dict[str, Wording] = {}
        self._drawings: dict[str, Drawing] = {}
        self._changes: dict[object, tuple[Sections, bytes | None]] = {}

    def change(self, viewer: Viewer, from_: int, to: int, sections: Sections) -> bytes | None:
        """What became different for this viewer, as it is sent; None where there is nothing to tell.

        In JSON that is the same for whoever is shown the same object; HTML is drawn with what else they see.
        """
        if viewer.encoding != "json":
            return self._changed(viewer, from_, to, sections)
        alike = viewer.language, from_, to, id(sections)
        if alike not in self._changes:
            self._changes[alike] = sections, self._changed(viewer, from_, to, sections)
        return self._changes[alike][1]

    def _changed(self, viewer: Viewer, from_: int, to: int, sections: Sections) -> bytes | None:
        rendered = self.of(viewer, sections)
        return encode(Change(from_, to, self.at, rendered)) if rendered or from_ != to else None

    def of(self, viewer: Viewer, sections: Sections) -> Mapping[str, object]:
        """These sections for this viewer."""
        language = viewer.language
        if viewer.encoding == "json":
            wording = self._wordings.get(language) or self._wordings.setdefault(
                language, Wording(self._words, language)
            )
            return wording.word(sections)
        drawing = self._drawings.get(language) or self._drawings.setdefault(language, Drawing(self._words, language))
        # Talk and notices are drawn from what is new alone.
        standing = self._proceedings.standing(viewer.looks_from)
        return drawing.draw(sections, structs.replace(standing, log=sections.log, notices=sections.notices))
