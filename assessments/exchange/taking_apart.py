"""A question made into a draft in one language, for files of other systems, with what is lost by it."""

from dataclasses import replace

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.entries import Entry
from assessments.exchange.problems import Place, Problem, Refused, loss, mistake
from assessments.exchange.texts import with_sources
from assessments.questions import kind_of
from assessments.questions.arranging import Match, Order
from assessments.questions.choosing import MultipleChoice, SingleChoice, TrueFalse
from assessments.questions.completeness import gaps
from assessments.questions.parts import Item, Option
from assessments.questions.writing import ShortText


def taken_apart(entry: Entry, language: str, place: Place) -> tuple[Draft, tuple[Problem, ...]]:
    """Raises Refused for a kind that other systems do not know, and for a question not yet written in this language."""
    if not entry.question.prompt.in_language(language).strip():
        raise Refused(mistake("not-in-this-language", place))
    draft = _draft(entry, language, place)
    missing = [gap for gap in gaps(entry.question) if gap.endswith(f".{language}") and ".why." not in f".{gap}"]
    if missing:
        raise Refused(mistake("not-whole-in-this-language", place, at=missing[0]))
    lost = isinstance(entry.question, TrueFalse) and entry.question.reasons
    return draft, (loss("reasons-lost", place),) if lost else ()


def _draft(entry: Entry, language: str, place: Place) -> Draft:
    question = entry.question
    asked = Draft(
        Kind.SINGLE,
        question.prompt.in_language(language),
        question.case.in_language(language) if question.case else "",
        entry.key,
        entry.outcome,
        place=place,
    )
    match question:
        case SingleChoice() | MultipleChoice():
            kind = Kind.SINGLE if isinstance(question, SingleChoice) else Kind.MULTIPLE
            return replace(asked, kind=kind, options=tuple(_option(each, language) for each in question.options))
        case Order():
            return replace(asked, kind=Kind.ORDER, options=tuple(_option(each, language) for each in question.items))
        case Match():
            return _matched(asked, question, language)
        case TrueFalse():
            return _true_false(asked, question, language)
        case ShortText():
            return _short_text(asked, question, language)
    raise Refused(mistake("kind-unknown-elsewhere", place, kind=kind_of(question)))


def _true_false(asked: Draft, question: TrueFalse, language: str) -> Draft:
    true, false = (
        with_sources(each.why.in_language(language), each.sources, language)
        for each in (question.when_true, question.when_false)
    )
    return replace(asked, kind=Kind.TRUE_FALSE, true=question.true, when_true=true, when_false=false)


def _short_text(asked: Draft, question: ShortText, language: str) -> Draft:
    return replace(
        asked,
        kind=Kind.SHORT_TEXT,
        accepted=tuple(question.accepted.cy if language == "cy" else question.accepted.en),
        capitals_matter=question.capitals_matter,
        accents_matter=question.accents_matter,
        why=with_sources(question.why.in_language(language), question.sources, language),
    )


def _option(each: Option | Item, language: str) -> DraftOption:
    why = with_sources(each.why.in_language(language), each.sources, language)
    return DraftOption(each.text.in_language(language), isinstance(each, Option) and each.right, why, each.id)


def _matched(asked: Draft, question: Match, language: str) -> Draft:
    places = {target.id: place for place, target in enumerate(question.targets)}
    stems = (
        DraftOption(
            stem.text.in_language(language),
            why=with_sources(stem.why.in_language(language), stem.sources, language),
            id=stem.id,
            target=places[stem.target],
        )
        for stem in question.stems
    )
    targets = (DraftOption(target.text.in_language(language), id=target.id) for target in question.targets)
    return replace(asked, kind=Kind.MATCH, options=tuple(stems), targets=tuple(targets))
