"""Papers: the common sheet for everyone at the table, and each seat's own in its own hands alone."""

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.moment import Moment
from simulations.engine.scenario.family import Adult, Child
from simulations.engine.scenario.model import ChronologyEntry
from simulations.engine.scenario.papers import Paper, Passage
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import (
    AdultLine,
    ChildLine,
    CommonSheet,
    DatedLine,
    OwnPaper,
    OwnPassage,
    PapersSection,
    TopicLine,
)
from simulations.engine.sharing import sharings, spoken_in
from simulations.engine.showing.wording import falls_on, in_languages, seen_by_family, texts
from simulations.engine.state import HeldPaper
from simulations.engine.viewers import Viewer


def papers_section(moment: Moment, viewer: Viewer) -> PapersSection:
    """The common sheet; for a seat also its own papers, unless others could look on."""
    common = common_sheet(moment)
    if not isinstance(viewer, Seated):
        return PapersSection(common=common, hidden=False, papers=_spoken_for(moment, viewer))
    hidden = looked_on(moment, viewer.seat)
    held = () if hidden else moment.state.papers.get(viewer.seat, ())
    return PapersSection(
        common=common, hidden=hidden, papers=tuple(_own_paper(moment, viewer.seat, each) for each in held)
    )


def _spoken_for(moment: Moment, viewer: Viewer) -> tuple[OwnPaper, ...]:
    """Whoever speaks for a scripted seat has its papers."""
    seats = (seat for seat, now in moment.state.seats.items() if now.stood_in and isinstance(viewer, Facilitator))
    return tuple(_own_paper(moment, seat, held) for seat in seats for held in moment.state.papers.get(seat, ()))


def looked_on(moment: Moment, seat: SeatId) -> bool:
    """Whether others could read along: by what the person said of where they are. Round one table that is so for all."""
    return moment.state.setting != "one-room" and moment.seat(seat).where in ("with-others", "in-a-vehicle")


def common_sheet(moment: Moment) -> CommonSheet:
    """What every seat gets."""
    scenario = moment.scenario
    return CommonSheet(
        sheet=texts(scenario.common_sheet),
        children=tuple(_child(child) for child in scenario.family.children.values()),
        adults=tuple(_adult(moment, adult) for adult in scenario.family.adults.values()),
        chronology=tuple(_dated(moment, entry) for entry in scenario.chronology),
        topics=tuple(TopicLine(id=topic.id, text=in_languages(topic.text)) for topic in scenario.topics.values()),
    )


def _dated(moment: Moment, entry: ChronologyEntry) -> DatedLine:
    day = entry.day
    on = falls_on(moment, (day.number, day.unit))
    return DatedLine(number=day.number, unit=day.unit, on=on, text=in_languages(entry.text))


def _child(child: Child) -> ChildLine:
    language = child.language.value if child.language else None
    return ChildLine(id=child.id, name=child.name, age=child.age.number, age_unit=child.age.unit, language=language)


def _adult(moment: Moment, adult: Adult) -> AdultLine:
    return AdultLine(
        id=adult.id,
        name=adult.name,
        relation=in_languages(adult.relation),
        of=adult.of or tuple(moment.scenario.family.children),
        lives_here=adult.lives_here,
        parental_responsibility=adult.parental_responsibility,
    )


def _own_paper(moment: Moment, seat: SeatId, held: HeldPaper) -> OwnPaper:
    paper = moment.scenario.papers[held.paper]
    return OwnPaper(
        id=paper.id,
        title=in_languages(paper.title),
        source=texts(paper.source),
        spoken=paper.spoken.value if paper.spoken else None,
        file=paper.file,
        why=held.why,
        seat=seat,
        seen=seen_by_family(moment, paper),
        passages=tuple(_own_passage(moment, seat, paper, passage) for passage in paper.passages),
    )


def _own_passage(moment: Moment, seat: SeatId, paper: Paper, passage: Passage) -> OwnPassage:
    own = [each for each in sharings(moment.state, passage.id) if seat in (each.seat, each.marked_by)]
    reconciled = moment.state.reconciled.get((seat, passage.id))
    state = own[-1].how if own and own[-1].seat == seat else ("heard" if own else "unsaid")
    return OwnPassage(
        id=passage.id,
        text=in_languages(passage.text),
        spoken=spoken_in(moment.scenario, passage.id),
        state=state,
        key=own[-1].key if own else None,
        reconciled=(f"{reconciled.said}-late" if reconciled.late else reconciled.said) if reconciled else None,
    )
