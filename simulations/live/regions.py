"""The regions of the room's page: what the `html` encoding sends, each drawn from one or more sections.

A region is drawn anew for a viewer when a section it is drawn from is another than before, and sent as one piece of
HTML. Its root elements have ids: the browser morphs those it has, and puts new ones at the end of the element named
by `data-into` (that is how talk and notices grow: of these, only new or altered items are drawn). Nothing a person
types into is inside a region.

Templates get `sections` (all this viewer may see), `fresh` (only what is new, for `log` and `notices`), `language`,
`names` (a person's reference → their name), `present` (seats with an open connection) and `utterances` (id → what was
typed, without text once it was redacted); `drawing` makes them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A template, the names of the sections it draws, and those without which there is nothing to draw."""

    name: str
    needs: tuple[str, ...]
    sections: frozenset[str]

    @property
    def template(self) -> str:
        return f"simulations/room/{self.name}.html"


REGIONS = (
    Region("agenda", ("phase",), frozenset({"phase"})),
    Region("seats", ("roster",), frozenset({"roster", "floor"})),
    Region("place", ("me",), frozenset({"me", "floor", "roster", "phase"})),
    Region("papers", ("papers", "me"), frozenset({"papers", "me"})),
    Region("talk", ("log",), frozenset({"log"})),
    Region("worry", ("papers", "me"), frozenset({"me", "papers"})),
    Region("views", ("views",), frozenset({"views", "decisions", "me", "papers"})),
    Region("plan", ("plan",), frozenset({"plan", "me", "papers", "roster"})),
    Region("review", ("review",), frozenset({"review", "me", "papers", "roster"})),
    Region("arrangements", ("arrangements",), frozenset({"arrangements", "papers", "roster"})),
    Region("after", ("after",), frozenset({"after", "papers", "roster"})),
    Region("record", ("record",), frozenset({"record", "me", "papers", "roster"})),
    Region("notices", ("notices",), frozenset({"notices"})),
    Region("concern", ("phase",), frozenset({"phase"})),
    Region("control", ("control",), frozenset({"control", "phase", "roster", "papers", "me"})),
    Region("glance", ("control",), frozenset({"control", "phase", "roster", "floor", "me"})),
    Region("rubric", ("rubric",), frozenset({"rubric", "me"})),
    Region("debrief", ("debrief",), frozenset({"debrief", "me", "papers"})),
)


def touched(changed: set[str]) -> tuple[Region, ...]:
    """The regions to draw again when these sections changed."""
    return tuple(region for region in REGIONS if region.sections & changed)
