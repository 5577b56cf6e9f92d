"""Draws the regions of the room's page from what a viewer may see, in their language.

    Drawing(words, "cy").draw(changed, whole) -> {"talk": "<li id=…", …}

`changed` holds the sections that are another than before, `whole` all that this viewer may see now: a region that
shows the floor and the roster together is drawn from both when either changes. Talk and notices grow: of them only
what is in `changed` is drawn.
"""

from collections.abc import Mapping
from typing import cast

from django.template.loader import get_template
from django.utils import translation

from simulations import wording
from simulations.engine.sections import RosterSection, Sections
from simulations.live.regions import Region, touched
from simulations.live.render import Words

WORRY = range(11)
"""The steps of the scale of worry, 0 to 10."""


class _Read:
    """Sections, and which of them a template has read so far."""

    def __init__(self, whole: Sections) -> None:
        self._whole = whole
        self.read: dict[str, object] = {}

    def __getattr__(self, name: str) -> object:
        value: object = getattr(self._whole, name)
        self.read[name] = value
        return value


class Drawing:
    """One language's HTML; `words` brings what was typed, people's names and who is connected.

    What several viewers see alike is drawn once: a region drawn before is taken again for a viewer to whom all is the
    same that its template read then, and for nobody else.
    """

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self._language = language
        self._drawn: dict[str, list[tuple[Mapping[str, object], str]]] = {}

    def draw(self, changed: Sections, whole: Sections) -> dict[str, str]:
        """The regions that show something changed, by name. Of what grows, `whole` holds what `changed` does."""
        names = {name for name in changed.__struct_fields__ if getattr(changed, name) is not None}
        with translation.override(self._language):
            return {region.name: self._region(region, whole) for region in touched(names) if _there(region, whole)}

    def _region(self, region: Region, whole: Sections) -> str:
        drawn = self._drawn.setdefault(region.name, [])
        for read, html in drawn:
            if all(_same(getattr(whole, name), value) for name, value in read.items()):
                return html
        sections = _Read(whole)
        html = self._html(region, sections)
        drawn.append((sections.read, html))
        return html

    def _html(self, region: Region, sections: _Read) -> str:
        html = get_template(region.template).render(
            {
                "sections": sections,
                "fresh": sections,
                "language": self._language,
                "names": self._words.names,
                "utterances": self._words.typed,
                "present": _present(cast(RosterSection | None, sections.roster), self._words),
                "reconciling": wording.RECONCILING.items(),
                "blocks": WORRY,
            }
        )
        return str.__str__(html)  # a plain string: the encoder takes no subclass of one


def _same(one: object, other: object) -> bool:
    """Mostly they are one object, and need no comparing."""
    return one is other or one == other


def _there(region: Region, whole: Sections) -> bool:
    """A region whose first concern this viewer has none of is not drawn for them."""
    return all(getattr(whole, name) is not None for name in region.needs)


def _present(roster: RosterSection | None, words: Words) -> frozenset[str]:
    """The seats whose person is connected."""
    seats = roster.seats if roster else ()
    return frozenset(seat.seat for seat in seats if seat.person and words.presence.get(seat.person) == "connected")
