"""The common sheet, and papers in one's own hands."""

from datetime import date

from simulations.engine.sections.basis import Section, SeenLine, Texts


class ChildLine(Section, frozen=True):
    """A child of the family; `age_unit` is `weeks`, `months`, `years` or `unborn`."""

    id: str
    name: str
    age: int
    age_unit: str
    language: str | None


class AdultLine(Section, frozen=True):
    """An adult of the family."""

    id: str
    name: str
    relation: Texts
    of: tuple[str, ...]
    lives_here: bool
    parental_responsibility: bool


class DatedLine(Section, frozen=True):
    """A line of the chronology: `number` of `unit` (`days`, `weeks`, `months`) from the day of the conference; `on` is that
    day by the calendar, once the conference has begun."""

    number: int
    unit: str
    on: date | None
    text: Texts


class TopicLine(Section, frozen=True):
    """Something that may be asked for by name."""

    id: str
    text: Texts


class CommonSheet(Section, frozen=True):
    """What every seat gets."""

    sheet: Texts | None
    children: tuple[ChildLine, ...]
    adults: tuple[AdultLine, ...]
    chronology: tuple[DatedLine, ...]
    topics: tuple[TopicLine, ...]


class OwnPassage(Section, frozen=True):
    """A passage in one's own hands. `state` is `unsaid`, `shown`, `said`, `own-words` or `heard` (said by another).

    `key` is the log's item of the last time one shared it oneself. `reconciled` is what one said of it at the end.
    """

    id: str
    text: Texts
    spoken: str | None
    state: str
    key: str | None
    reconciled: str | None


class OwnPaper(Section, frozen=True):
    """A paper in one's own hands; `why` tells how it came there (`start`, `asked-for`, `dealt`, `arrived`, `to-read`), `seat` in whose hands.
    `seen`: where it is a report to the conference, whether the family has seen it."""

    id: str
    title: Texts
    source: Texts | None
    spoken: str | None
    file: str | None
    why: str
    seat: str
    seen: SeenLine | None
    passages: tuple[OwnPassage, ...]


class PapersSection(Section, frozen=True):
    """The common sheet, and one's own papers; `hidden` while others could look on, and then no paper is sent. The facilitator's are those of the
    seats they speak for."""

    common: CommonSheet
    hidden: bool
    papers: tuple[OwnPaper, ...]
