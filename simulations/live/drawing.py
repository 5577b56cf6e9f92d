"""Draws the regions of the room's page from what a viewer may see, in their language.

    Drawing(words, "cy").draw(changed, whole) -> {"talk": "<li id=…", …}

`changed` holds the sections that are another than before, `whole` all that this viewer may see now: a region that
shows the floor and the roster together is drawn from both when either changes. Talk and notices grow: of them only
what is in `changed` is drawn.
"""

from dataclasses import dataclass

from django.template.loader import get_template
from django.utils import translation

from simulations import wording
from simulations.engine.sections import RosterSection, Sections
from simulations.live.regions import Region, touched
from simulations.live.render import Words

WORRY = range(11)
"""The steps of the scale of worry, 0 to 10."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One language's HTML; `words` brings what was typed, people's names and who is connected."""

    words: Words
    language: str

    def draw(self, changed: Sections, whole: Sections) -> dict[str, str]:
        """The regions that show something changed, by name."""
        names = {name for name in changed.__struct_fields__ if getattr(changed, name) is not None}
        with translation.override(self.language):
            return {
                region.name: self._region(region, changed, whole) for region in touched(names) if _there(region, whole)
            }

    def _region(self, region: Region, changed: Sections, whole: Sections) -> str:
        html = get_template(region.template).render(
            {
                "sections": whole,
                "fresh": changed,
                "language": self.language,
                "names": self.words.names,
                "utterances": self.words.typed,
                "present": _present(whole.roster, self.words),
                "reconciling": wording.RECONCILING.items(),
                "blocks": WORRY,
            }
        )
        return str.__str__(html)  # a plain string: the encoder takes no subclass of one


def _there(region: Region, whole: Sections) -> bool:
    """A region whose first concern this viewer has none of is not drawn for them."""
    return getattr(whole, region.needs) is not None


def _present(roster: RosterSection | None, words: Words) -> frozenset[str]:
    """The seats whose person is connected."""
    seats = roster.seats if roster else ()
    return frozenset(seat.seat for seat in seats if seat.person and words.presence.get(seat.person) == "connected")
