"""Questions given out in a form, and what of them the form has no place for."""

from collections.abc import Iterable, Iterator

from assessments.exchange import gift, moodle, ours, qti, sheets
from assessments.exchange.drafts import Draft, Kind
from assessments.exchange.entries import Entry, Writing
from assessments.exchange.forms import Form
from assessments.exchange.problems import Place, Problem, Refused, Unit, loss, mistake
from assessments.exchange.taking_apart import taken_apart

LANGUAGES = ("en", "cy")
WITHOUT_PARTS_REASONS = {
    Form.GIFT: {Kind.MATCH},
    Form.MOODLE: {Kind.MATCH, Kind.ORDER},
    Form.QTI_21: {Kind.MATCH, Kind.ORDER},
    Form.QTI_30: {Kind.MATCH, Kind.ORDER},
}


def write(entries: Iterable[Entry], form: Form, language: str = "en") -> Writing:
    """`language` counts where the form has one only."""
    if form is Form.YAML:
        return Writing(ours.write(entries).encode())
    problems: list[Problem] = []
    if form is Form.CSV:
        return Writing(sheets.write(_in_both(entries, problems)).encode(), tuple(problems))
    drafts = [*_drafts(entries, form, language, problems)]
    return Writing(_written(drafts, form, language), tuple(problems))


def _written(drafts: list[Draft], form: Form, language: str) -> bytes:
    match form:
        case Form.GIFT:
            return gift.write(drafts).encode()
        case Form.MOODLE:
            return moodle.write(drafts).encode()
        case _:
            return qti.write_package(drafts, language, qti.VERSIONS[form.value.removeprefix("qti-")])


def _drafts(entries: Iterable[Entry], form: Form, language: str, problems: list[Problem]) -> Iterator[Draft]:
    for number, entry in enumerate(entries, start=1):
        try:
            draft, lost = taken_apart(entry, language, Place(Unit.QUESTION, number, entry.key))
            if form is Form.GIFT and draft.kind in gift.CANNOT:
                raise Refused(mistake("kind-unknown-elsewhere", draft.place, kind=draft.kind.value))
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        problems.extend([*lost, *_lost(draft, form)])
        yield draft


def _lost(draft: Draft, form: Form) -> Iterator[Problem]:
    if form is Form.GIFT and draft.capitals_matter:
        yield loss("capitals-lost", draft.place)
    if draft.kind in WITHOUT_PARTS_REASONS[form] and any(each.why for each in draft.options):
        yield loss("why-lost", draft.place)


def _in_both(entries: Iterable[Entry], problems: list[Problem]) -> Iterator[dict[str, Draft]]:
    """Each question in the languages it is written in; one in neither is told of."""
    for number, entry in enumerate(entries, start=1):
        place = Place(Unit.QUESTION, number, entry.key)
        written = [code for code in LANGUAGES if entry.question.prompt.in_language(code)]
        try:
            found = {code: taken_apart(entry, code, place) for code in written or ["en"]}
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        problems.extend(dict.fromkeys(each for _, lost in found.values() for each in lost))
        yield {code: draft for code, (draft, _) in found.items()}
