"""What is one viewer's alone: their seat, their brief, what they may do, what was put to them, notices."""

from collections.abc import Iterable

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.choosing import open_to
from simulations.engine.moment import Moment
from simulations.engine.permitted import permitted
from simulations.engine.presenting import presentable
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import ChoiceLine, MeSection, NoticeLine, NoticesSection, OpenQuestion, StandsInLine
from simulations.engine.showing.catching_up import catch_up
from simulations.engine.showing.control import noting
from simulations.engine.showing.judgements import own_views
from simulations.engine.showing.papers import looked_on
from simulations.engine.showing.wording import in_languages, said_text, said_words, texts
from simulations.engine.state import Notice
from simulations.engine.viewers import Viewer, sees


def me_section(moment: Moment, viewer: Viewer) -> MeSection:
    """Who the viewer is here."""
    match viewer:
        case Seated(seat):
            return _of_seat(moment, viewer, seat)
        case Facilitator():
            chairs = moment.acts_as_chair(viewer)
            return MeSection(
                kind="facilitator",
                acts_as_chair=chairs,
                may=permitted(moment, viewer),
                choices=_choices(moment, viewer),
                stands_in=tuple(_stands_in(moment, seat) for seat, now in moment.state.seats.items() if now.stood_in),
            )
        case Observer():
            may = permitted(moment, viewer)
            return MeSection(kind="observer", may=may, noting=noting(moment) if "noted-it" in may else ())
        case _:
            return MeSection(kind="public", may=permitted(moment, viewer))


def _of_seat(moment: Moment, viewer: Seated, seat: SeatId) -> MeSection:
    told, now, state = moment.scenario.seats[seat], moment.seat(seat), moment.state
    hidden = looked_on(moment, seat)
    phase, may = moment.phase, permitted(moment, viewer)
    return MeSection(
        kind="seat",
        seat=seat,
        title=in_languages(told.title),
        part=told.part.value,
        brief=None if hidden else texts(told.brief),
        prompt=None if hidden or phase is None else texts(phase.prompts.get(seat)),
        where=now.where,
        language=now.language,
        acts_as_chair=moment.acts_as_chair(viewer),
        alone=state.terms.alone,
        has_floor=state.floor.holder == seat,
        hand_up=seat in state.floor.hands,
        may=may,
        asks_concern=phase is not None and phase.first_view and told.part.gives_view,
        concerns={child: level for (own, child), level in state.concerns.items() if own == seat},
        first_concerns={child: first.level for (own, child), first in state.first_concerns.items() if own == seat},
        need=said_words(state.needs.get(seat)),
        views=own_views(moment, viewer, seat),
        questions=_questions(moment, seat),
        to_read=tuple(each.paper for each in state.papers.get(seat, ()) if each.why == "to-read"),
        choices=_choices(moment, viewer),
        to_present=presentable(moment, seat) if "present-report" in may else (),
        voices=tuple(other for other, each in state.seats.items() if each.voice == seat),
    )


def _stands_in(moment: Moment, seat: SeatId) -> StandsInLine:
    floor = moment.state.floor
    return StandsInLine(
        seat=seat,
        has_floor=floor.holder == seat,
        hand_up=seat in floor.hands,
        questions=_questions(moment, seat),
    )


def _choices(moment: Moment, viewer: Seated | Facilitator) -> tuple[ChoiceLine, ...]:
    asked = ((inject, moment.scenario.injects[inject].ask) for inject in open_to(moment, viewer))
    return tuple(
        ChoiceLine(
            inject=inject,
            text=in_languages(question.text),
            choices={choice: in_languages(text) for choice, text in question.choices.items()},
        )
        for inject, question in asked
        if question is not None
    )


def _questions(moment: Moment, seat: SeatId) -> tuple[OpenQuestion, ...]:
    topics = moment.scenario.topics
    return tuple(
        OpenQuestion(
            key=ask.key,
            seat=ask.seat,
            topic=in_languages(topics[ask.topic].text) if ask.topic else None,
            text=said_text(moment.scenario, ask.said),
            words=said_words(ask.said),
        )
        for ask in moment.state.asks.values()
        if ask.of == seat and not ask.answered
    )


def notices_section(moment: Moment, viewer: Viewer, notices: Iterable[Notice]) -> NoticesSection:
    """Those of these notices that are for the viewer."""
    return NoticesSection(items=tuple(_notice(moment, each) for each in notices if sees(viewer, each.audience)))


def _notice(moment: Moment, notice: Notice) -> NoticeLine:
    inject = moment.scenario.injects[notice.inject] if notice.inject else None
    return NoticeLine(
        key=notice.key,
        kind=notice.kind,
        at=notice.at,
        seat=notice.seat,
        text=texts(inject.text) if inject else said_text(moment.scenario, notice.said),
        words=said_words(notice.said),
        papers=notice.papers,
        ground=notice.ground,
        missed=catch_up(moment, notice),
    )
