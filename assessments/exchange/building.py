"""A draft made into a question in one language, or everything that is wrong with it. The other language waits."""

from collections.abc import Callable, Iterator
from typing import TypedDict

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.entries import Entry
from assessments.exchange.identifying import key_of, part_of
from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Detail, Problem, Refused, mistake
from assessments.exchange.texts import in_one, without_sources
from assessments.questions import Question
from assessments.questions.arranging import Match, Order, Stem, Target
from assessments.questions.choosing import MultipleChoice, SingleChoice, TrueFalse
from assessments.questions.parts import Item, Option, Why
from assessments.questions.texts import Bilingual, readable
from assessments.questions.writing import AcceptedAnswers, ShortText


def built(draft: Draft, language: str) -> Entry:
    """The question. Raises Refused with every mistake in the draft."""
    wrong = tuple(mistakes_in(draft))
    if wrong:
        raise Refused(*wrong)
    key = key_of(draft.key, f"{draft.case} {draft.prompt}")
    return Entry(key, MAKING[draft.kind](draft, key, language), draft.outcome, draft.place)


def mistakes_in(draft: Draft) -> Iterator[Problem]:
    if not draft.prompt.strip():
        yield _wrong(draft, "no-prompt")
    if any(len(text) > LIMITS.text for text in _texts(draft)):
        yield _wrong(draft, "text-too-long", limit=LIMITS.text)
    if any(readable(text) != text for text in (*_texts(draft), *draft.accepted)):
        yield _wrong(draft, "unreadable")
    if draft.kind is Kind.SHORT_TEXT:
        yield from _accepted_mistakes(draft)
    elif draft.kind is not Kind.TRUE_FALSE:
        yield from _option_mistakes(draft)


def _option_mistakes(draft: Draft) -> Iterator[Problem]:
    count, right = len(draft.options), sum(option.right for option in draft.options)
    if count < 2:
        yield _wrong(draft, "too-few-options", count=count)
    if count > LIMITS.options or len(draft.targets) > LIMITS.options:
        yield _wrong(draft, "too-many-options", limit=LIMITS.options)
    for number, option in enumerate(draft.options, start=1):
        if not option.text.strip():
            yield _wrong(draft, "empty-option", number=number)
    if draft.kind is Kind.SINGLE and right != 1:
        yield _wrong(draft, "one-right", count=right)
    if draft.kind is Kind.MULTIPLE and not right:
        yield _wrong(draft, "some-right")
    if draft.kind is Kind.MATCH:
        yield from _match_mistakes(draft)


def _match_mistakes(draft: Draft) -> Iterator[Problem]:
    if len(draft.targets) < 2:
        yield _wrong(draft, "too-few-targets")
    for number, stem in enumerate(draft.options, start=1):
        if stem.target is None or not draft.targets[stem.target].text.strip():
            yield _wrong(draft, "no-target", number=number)


def _accepted_mistakes(draft: Draft) -> Iterator[Problem]:
    if not any(text.strip() for text in draft.accepted):
        yield _wrong(draft, "no-accepted")
    if len(draft.accepted) > LIMITS.accepted:
        yield _wrong(draft, "too-many-accepted", limit=LIMITS.accepted)
    if any(len(text) > LIMITS.line for text in draft.accepted):
        yield _wrong(draft, "answer-too-long", limit=LIMITS.line)


def _wrong(draft: Draft, code: str, **details: Detail) -> Problem:
    return mistake(code, draft.place, **details)


def _texts(draft: Draft) -> Iterator[str]:
    yield from (draft.case, draft.prompt, draft.why, draft.when_true, draft.when_false)
    for each in (*draft.options, *draft.targets):
        yield from (each.text, each.why)


def _single(draft: Draft, key: str, language: str) -> Question:
    return SingleChoice(**_asked(draft, language), options=_options(draft, key, language))


def _multiple(draft: Draft, key: str, language: str) -> Question:
    return MultipleChoice(**_asked(draft, language), options=_options(draft, key, language))


def _true_false(draft: Draft, key: str, language: str) -> Question:
    true, false = (Why(*without_sources(each, language)) for each in (draft.when_true, draft.when_false))
    return TrueFalse(**_asked(draft, language), true=draft.true, when_true=true, when_false=false)


def _order(draft: Draft, key: str, language: str) -> Question:
    items = [
        Item(
            part_of(key, option.id, "option", place),
            in_one(option.text, language),
            *without_sources(option.why, language),
        )
        for place, option in enumerate(draft.options)
    ]
    return Order(**_asked(draft, language), items=items)


def _match(draft: Draft, key: str, language: str) -> Question:
    targets = [
        Target(part_of(key, target.id, "target", place), in_one(target.text, language))
        for place, target in enumerate(draft.targets)
    ]
    stems = [_stem(stem, place, targets, key, language) for place, stem in enumerate(draft.options)]
    return Match(**_asked(draft, language), stems=stems, targets=targets)


def _stem(stem: DraftOption, place: int, targets: list[Target], key: str, language: str) -> Stem:
    why, sources = without_sources(stem.why, language)
    target = targets[stem.target or 0].id
    return Stem(part_of(key, stem.id, "option", place), in_one(stem.text, language), target, why, sources)


def _short_text(draft: Draft, key: str, language: str) -> Question:
    kept = list(dict.fromkeys(text.strip() for text in draft.accepted if text.strip()))
    accepted = AcceptedAnswers([], kept) if language == "cy" else AcceptedAnswers(kept, [])
    why, sources = without_sources(draft.why, language)
    return ShortText(
        **_asked(draft, language),
        accepted=accepted,
        capitals_matter=draft.capitals_matter,
        accents_matter=draft.accents_matter,
        why=why,
        sources=sources,
    )


class Asked(TypedDict):
    """What every question has."""

    prompt: Bilingual
    case: Bilingual | None


def _asked(draft: Draft, language: str) -> Asked:
    case = in_one(draft.case, language) if draft.case.strip() else None
    return {"prompt": in_one(draft.prompt.strip(), language), "case": case}


def _options(draft: Draft, key: str, language: str) -> list[Option]:
    return [
        Option(
            part_of(key, option.id, "option", place),
            in_one(option.text, language),
            option.right,
            *without_sources(option.why, language),
        )
        for place, option in enumerate(draft.options)
    ]


MAKING: dict[Kind, Callable[[Draft, str, str], Question]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.TRUE_FALSE: _true_false,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
    Kind.SHORT_TEXT: _short_text,
}
