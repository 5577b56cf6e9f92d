"""Answers marked on the server, by the content itself: what the browser says the score is does not matter then.

H5P's right answers lie in the browser, and so does the marking; but the answers that somebody gave come with the
statements, and the content is here. Where a type's own rules can be followed exactly, `grade` follows them; where not, or where an
answer is not told, there is no mark, never a guess.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from media.h5p.blanks import blanks
from media.h5p.completion import ANSWERS
from media.h5p.dragging import drag_question, drag_text
from media.h5p.grades import Grade, Marker, indices
from media.h5p.library import LibraryName
from media.h5p.marked_words import marked_words
from media.h5p.own_types import MARKERS as OWN
from media.h5p.parts import QUESTION_SET, asked_of
from media.h5p.statements import Said

SETS = {QUESTION_SET: "questions", "H5P.SingleChoiceSet": "choices", "H5P.Summary": "summaries"}
MARKING = frozenset({"answered", "completed"})


def grade(main: LibraryName, parameters: Any, told: Sequence[Said]) -> Grade | None:
    """The best mark of the answers that the content itself told; None where its type, or what it told, cannot be marked."""
    name = main.machine_name
    if not isinstance(parameters, Mapping):
        return None
    if name in SETS:
        marks = list(_rounds(SETS[name], parameters, told))
    elif marker := MARKERS.get(name):
        own = [each.response for each in told if each.verb in MARKING and not each.is_child]
        marks = [marker(parameters, each) for each in own if each is not None]
    else:
        return None
    return max((mark for mark in marks if mark), key=lambda mark: mark.share, default=None)


def believable(main: LibraryName, parameters: Any, told: Sequence[Said]) -> list[Said]:
    """What was told, without what our own types never say: that they are answered, and no answer of this content with it.

    Versions of other types differ in what they tell beside an answer, so that nothing of theirs is left out.
    """
    marker = OWN.get(main.machine_name)
    if marker is None or not isinstance(parameters, Mapping):
        return list(told)
    return [each for each in told if each.verb not in ANSWERS or marker(parameters, each.response or "")]


def _rounds(list_of: str, parameters: Mapping[str, Any], told: Sequence[Said]) -> Iterator[Grade | None]:
    """A mark for each time that a set was gone through: its questions answer one by one, and then the set says it is done."""
    questions = parameters.get(list_of)
    questions = [_object(each) for each in questions] if isinstance(questions, list) else []
    answers: dict[str, str] = {}
    for each in told:
        if each.is_child and each.verb in MARKING and each.response is not None:
            answers[each.part] = each.response
        elif not each.is_child and each.verb in MARKING:
            yield _sum(questions, answers, asked_of(questions, parameters))
            answers = {}


def _sum(questions: Sequence[Mapping[str, Any]], answers: Mapping[str, str], asked: int) -> Grade | None:
    """The points of all questions that were asked; None where one of them cannot be marked, or is not known by an id.

    One that was not answered has no point; where only some are asked, these are known by being answered, all of them.
    """
    if not all(isinstance(each.get("subContentId"), str) for each in questions):
        return None
    if asked < len(questions):
        questions = [each for each in questions if each["subContentId"] in answers]
        if len(questions) != asked:
            return None
    marks = [_one(each, answers.get(each["subContentId"])) for each in questions]
    known = [mark for mark in marks if mark]
    if not known or len(known) < len(marks):
        return None
    return Grade(sum(mark.raw for mark in known), sum(mark.most for mark in known))


def _one(question: Mapping[str, Any], response: str | None) -> Grade | None:
    """One question of a set. Of those without a library the first answer is the right one, and a second try has no point."""
    if not isinstance(question.get("library"), str):
        return Grade(float(response == "0"), 1.0)
    marker, parameters = MARKERS.get(question["library"].partition(" ")[0]), _object(question.get("params"))
    return marker(parameters, response or "") if marker else None


def choice(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """H5P.MultiChoice: a point for each right choice, one less for each wrong one; or one point for enough of them."""
    answers, behaviour = parameters.get("answers"), _object(parameters.get("behaviour"))
    if not isinstance(answers, list) or not answers:
        return None
    right = {index for index, each in enumerate(answers) if _object(each).get("correct") is True}
    named = indices(response, len(answers))
    if named is None:
        return None
    points = max(0, len(right & set(named)) - len(set(named) - right))
    if not right:
        return Grade(float(not named), 1.0)
    kind = behaviour.get("type", "auto")
    if behaviour.get("singlePoint") is True:
        enough = behaviour.get("passPercentage", 100)
        return Grade(float(100 * points / len(right) >= enough), 1.0) if isinstance(enough, int | float) else None
    if kind == "single" or (kind == "auto" and len(right) == 1):
        return Grade(float(min(points, 1)), 1.0)
    return Grade(float(points), float(len(right)))


def true_false(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """H5P.TrueFalse: one point."""
    if parameters.get("correct") not in {"true", "false"} or response not in {"true", "false"}:
        return None
    return Grade(float(response == parameters["correct"]), 1.0)


MARKERS: dict[str, Marker] = {
    "H5P.MultiChoice": choice,
    "H5P.TrueFalse": true_false,
    "H5P.Blanks": blanks,
    "H5P.DragQuestion": drag_question,
    "H5P.DragText": drag_text,
    "H5P.MarkTheWords": marked_words,
    **OWN,
}


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
