"""From drafts to Moodle XML."""

from collections.abc import Iterable, Iterator

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.moodle.wildcards import with_stars_escaped
from assessments.exchange.texts import escaped, plain

TYPES = {
    Kind.SINGLE: "multichoice",
    Kind.MULTIPLE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.SHORT_TEXT: "shortanswer",
    Kind.MATCH: "matching",
    Kind.ORDER: "ordering",
}
LONGEST_NAME = 80


def write(drafts: Iterable[Draft]) -> str:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *_questions(drafts), "</quiz>", ""])


def _questions(drafts: Iterable[Draft]) -> Iterator[str]:
    outcome = ""
    for draft in drafts:
        if draft.outcome != outcome:
            outcome = draft.outcome
            named = _text("category", f"$course$/top/{outcome}" if outcome else "$course$/top")
            yield f'<question type="category">{named}</question>'
        yield f'<question type="{TYPES[draft.kind]}">'
        yield _text("name", plain(draft.prompt)[:LONGEST_NAME])
        yield _marked("questiontext", "\n\n".join(filter(None, [draft.case, draft.prompt])))
        yield _marked("generalfeedback", draft.why)
        yield f"<idnumber>{escaped(draft.key)}</idnumber>"
        yield from _answers(draft)
        yield "</question>"


def _answers(draft: Draft) -> Iterator[str]:
    match draft.kind:
        case Kind.TRUE_FALSE:
            yield _answer("true", 100 * draft.true, draft.when_true, "moodle_auto_format")
            yield _answer("false", 100 * (not draft.true), draft.when_false, "moodle_auto_format")
        case Kind.SHORT_TEXT:
            yield f"<usecase>{int(draft.capitals_matter)}</usecase>"
            yield from (_answer(with_stars_escaped(text), 100, "", "plain_text") for text in draft.accepted)
        case Kind.MATCH:
            yield from _pairs(draft)
        case Kind.ORDER:
            yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype>"
            yield from (_answer(each.text, place, each.why) for place, each in enumerate(draft.options, start=1))
        case _:
            yield f"<single>{'true' if draft.kind is Kind.SINGLE else 'false'}</single>"
            yield from (_answer(each.text, worth, each.why) for each, worth in _worth(draft))


def _worth(draft: Draft) -> Iterator[tuple[DraftOption, float]]:
    """Where several are right, each is worth its part, and a wrong one takes all away."""
    right = max(1, sum(option.right for option in draft.options))
    for option in draft.options:
        yield option, 100 / right if option.right else (0 if draft.kind is Kind.SINGLE else -100)


def _pairs(draft: Draft) -> Iterator[str]:
    pairs = [(stem.text, draft.targets[stem.target or 0].text) for stem in draft.options]
    taken = {stem.target for stem in draft.options}
    pairs += [("", target.text) for place, target in enumerate(draft.targets) if place not in taken]
    for stem, target in pairs:
        yield f'<subquestion format="markdown"><text>{escaped(stem)}</text>{_text("answer", target)}</subquestion>'


def _answer(text: str, fraction: float, why: str, form: str = "markdown") -> str:
    said = _marked("feedback", why)
    return f'<answer fraction="{fraction:.7g}" format="{form}"><text>{escaped(text)}</text>{said}</answer>'


def _marked(name: str, text: str) -> str:
    return f'<{name} format="markdown"><text>{escaped(text)}</text></{name}>'


def _text(name: str, text: str) -> str:
    return f"<{name}><text>{escaped(text)}</text></{name}>"
