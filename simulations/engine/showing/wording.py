"""Words as they are shown: the scenario's texts, what people typed, passages as the table saw them."""

from simulations.engine.actors import Seated
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import Passage
from simulations.engine.scenario.values import ChoiceId, InjectId, PassageId, Text
from simulations.engine.sections import Quote, Texts, Utterance, Worded
from simulations.engine.sharing import sharings, spoken_in
from simulations.engine.viewers import Viewer, sees
from simulations.engine.words import Said, ScenarioText, Words


def texts(text: Text | None) -> Texts | None:
    """A text in each of its languages, the file's first one first."""
    return None if text is None else in_languages(text)


def in_languages(text: Text) -> Texts:
    """A text that is there, in each of its languages."""
    words = text.words or text.by_variant[0][1].words
    return {str(language): worded for language, worded in words}


def said_text(scenario: Scenario, said: Said | None) -> Texts | None:
    """The line of a script, if that is what was said."""
    return in_languages(scenario.text_at(said.path)) if isinstance(said, ScenarioText) else None


def said_words(said: Said | None) -> Utterance | None:
    """What somebody typed, if that is what was said."""
    return Utterance(utterance=said.utterance, language=said.language) if isinstance(said, Words) else None


def worded(moment: Moment, said: Said) -> Worded:
    """What was said, in the one way or the other."""
    return Worded(text=said_text(moment.scenario, said), words=said_words(said))


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
