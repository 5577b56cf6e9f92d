"""Words as they are shown: the scenario's texts, what people typed, passages as the table saw them."""

from datetime import date
from typing import Literal, cast

from simulations.engine.actors import Seated
from simulations.engine.audience import Audience
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import Paper, Passage
from simulations.engine.scenario.values import ChoiceId, Day, InjectId, PassageId, SeatId, Text
from simulations.engine.sections import Quote, SeenLine, Texts, Utterance, Worded
from simulations.engine.sharing import sharings, spoken_in
from simulations.engine.viewers import Projector, Viewer, sees
from simulations.engine.words import Said, ScenarioText, Words

Unit = Literal["days", "weeks", "months"]
Kept = Literal["closed-part", "away"]
"""Why a thing is not told to whoever was not there for it."""


def texts(text: Text | None) -> Texts | None:
    """A text in each of its languages, the file's first one first."""
    return None if text is None else in_languages(text)


def in_languages(text: Text) -> Texts:
    """A text that is there, in each of its languages."""
    return text.by_language()


def said_text(scenario: Scenario, said: Said | None) -> Texts | None:
    """The line of a script, if that is what was said."""
    return in_languages(scenario.text_at(said.path)) if isinstance(said, ScenarioText) else None


def said_words(said: Said | None) -> Utterance | None:
    """What somebody typed, if that is what was said."""
    return Utterance(utterance=said.utterance, language=said.language) if isinstance(said, Words) else None


def worded(moment: Moment, said: Said) -> Worded:
    """What was said, in the one way or the other."""
    return Worded(text=said_text(moment.scenario, said), words=said_words(said))


def kept_back(viewer: Viewer, audience: Audience, kept_from: frozenset[SeatId]) -> Kept | None:
    """Why something that was said without this viewer is not told: a closed part, or they were away. None if it is told."""
    if sees(viewer, audience):
        return None
    return "closed-part" if kept_out(viewer, kept_from) else "away"


def kept_out(viewer: Viewer, kept_from: frozenset[SeatId]) -> bool:
    """Whether this viewer, or anybody at all where it is a projector, was outside for it."""
    if isinstance(viewer, Projector):
        return bool(kept_from)
    return isinstance(viewer, Seated) and viewer.seat in kept_from


def falls_on(moment: Moment, told: tuple[int, str] | None) -> date | None:
    """The calendar day of one told from the day of the conference (number and unit); None before it has begun."""
    day = moment.state.arrangements.day
    return Day(told[0], cast(Unit, told[1])).on(day) if told is not None and day is not None else None


def seen_by_family(moment: Moment, paper: Paper) -> SeenLine | None:
    """Whether the family has seen a report to the conference; None for any other paper."""
    told = paper.seen_by_family
    if told is None:
        return None
    day = (told.number, told.unit) if isinstance(told, Day) else None
    return SeenLine(day=day, on=falls_on(moment, day))


def chosen_text(scenario: Scenario, inject: InjectId | None, choice: ChoiceId | None) -> Texts | None:
    """What was chosen, in words."""
    question = scenario.injects[inject].ask if inject is not None else None
    return in_languages(question.choices[choice]) if question is not None and choice is not None else None


def quote(moment: Moment, passage: Passage) -> Quote:
    """A passage in its own words."""
    paper = moment.scenario.paper_with(passage.id)
    return Quote(
        passage=passage.id,
        paper=texts(paper.title),
        source=texts(paper.source),
        text=texts(passage.text),
        spoken=spoken_in(moment.scenario, passage.id),
    )


def quote_for(moment: Moment, viewer: Viewer, passage: PassageId) -> Quote:
    """A passage as this viewer may know it: in full if it was said before them or is their own, else that there is one."""
    there = any(sees(viewer, each.audience) for each in sharings(moment.state, passage))
    own = isinstance(viewer, Seated) and moment.holds_passage(viewer.seat, passage)
    if not there and not own:
        return Quote(passage=None, paper=None, source=None, text=None, spoken=None, closed=True)
    return quote(moment, moment.scenario.passage(passage))
