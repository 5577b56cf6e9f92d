"""The columns of a sheet of questions, and a draft in a row of them. Both languages stand side by side.

`kind` is a kind's own word. `answer` says what is right: the numbers of the right options (“2”, “1, 3”), `true` or `false`;
in a question of order the options stand in their right order, in one of matching `match_n` belongs to `option_n`, and in
one of short text every option is an answer that is accepted, so there it is empty.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.problems import Place, Problem, Refused, Unit, mistake

LANGUAGES = ("en", "cy")
SHORTEST, LONGEST = 4, 12
NUMBERED = {"option", "option_why", "match"}
TRUE, FALSE = {"true", "gwir", "1"}, {"false", "gau", "anwir", "0"}
Row = Mapping[str, str]


def header(options: int) -> list[str]:
    """The columns for so many options."""
    parts = [f"{part}_{number}" for number in range(1, options + 1) for part in ("option", "option_why", "match")]
    both = ["case", "prompt", "why", *parts]
    return ["kind", "key", "outcome", "answer", *(f"{name}_{code}" for name in both for code in LANGUAGES)]


KNOWN = frozenset(header(LONGEST))


def languages_in(row: Row) -> list[str]:
    """Those in which something is asked; English where nothing is, so that this is told."""
    return [code for code in LANGUAGES if row.get(f"prompt_{code}")] or ["en"]


def draft_in(row: Row, language: str, place: Place) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft, and what of its answer is not understood: the rest is looked at all the same, as if the first were right.

    Raises Refused for a kind that is not understood, without which nothing else can be looked at.
    """
    kind = _kind(row, place)
    options = [*_options(row, language)]
    try:
        return _draft(row, language, place, kind, options, _right(row, kind, len(options), place)), ()
    except Refused as refused:
        return _draft(row, language, place, kind, options, {1}), refused.problems


def _draft(row: Row, language: str, place: Place, kind: Kind, options: list[DraftOption], right: set[int]) -> Draft:
    case, prompt, why = (row.get(f"{name}_{language}", "") for name in ("case", "prompt", "why"))
    asked = Draft(kind, prompt, case, row.get("key", ""), row.get("outcome", ""), why=why, place=place)
    match kind:
        case Kind.TRUE_FALSE:
            reasons = [*(each.why for each in options), "", ""]
            return replace(asked, true=bool(right), when_true=reasons[0], when_false=reasons[1])
        case Kind.SHORT_TEXT:
            return replace(asked, accepted=tuple(each.text for each in options if each.text))
        case Kind.MATCH:
            return _matched(asked, row, options, language)
        case _:
            chosen = (DraftOption(each.text, number in right, each.why) for number, each in enumerate(options, start=1))
            return replace(asked, options=tuple(chosen))


def row_of(drafts: Mapping[str, Draft]) -> dict[str, str]:
    """One question in the languages that it has; both have the same parts."""
    first = next(iter(drafts.values()))
    row = {"kind": first.kind.value, "key": first.key, "outcome": first.outcome, "answer": _answer(first)}
    for code, draft in drafts.items():
        row |= {f"case_{code}": draft.case, f"prompt_{code}": draft.prompt, f"why_{code}": draft.why}
        for number, (text, why, match) in enumerate(_cells(draft), start=1):
            row |= {
                f"option_{number}_{code}": text,
                f"option_why_{number}_{code}": why,
                f"match_{number}_{code}": match,
            }
    return {name: text for name, text in row.items() if text}


def _kind(row: Row, place: Place) -> Kind:
    try:
        return Kind(row.get("kind", "").strip().lower())
    except ValueError as fault:
        at = Place(Unit.ROW, place.number, "kind")
        raise Refused(mistake("row-kind", at, kind=row.get("kind", ""), kinds=", ".join(Kind))) from fault


def _options(row: Row, language: str) -> Iterator[DraftOption]:
    """Up to the last that has anything in either language, so that a gap in one is told, and numbers stay true."""
    last = max((number for number in range(1, LONGEST + 1) if _has_any(row, number)), default=0)
    for number in range(1, last + 1):
        yield DraftOption(
            row.get(f"option_{number}_{language}", ""), why=row.get(f"option_why_{number}_{language}", "")
        )


def _has_any(row: Row, number: int) -> bool:
    return any(row.get(f"{part}_{number}_{code}") for part in NUMBERED for code in LANGUAGES)


def _right(row: Row, kind: Kind, options: int, place: Place) -> set[int]:
    """The numbers of what is right; for a statement, something where it is true."""
    said, at = row.get("answer", "").strip().lower(), Place(Unit.ROW, place.number, "answer")
    if kind is Kind.TRUE_FALSE:
        if said not in TRUE | FALSE:
            raise Refused(mistake("row-true-false", at, said=said))
        return {1} if said in TRUE else set()
    if kind not in {Kind.SINGLE, Kind.MULTIPLE}:
        return set()
    numbers = [each.strip() for each in said.replace(";", ",").split(",") if each.strip()]
    if not all(each.isascii() and each.isdigit() and 1 <= int(each[:3]) <= options for each in numbers):
        raise Refused(mistake("row-answer", at, said=said, options=options))
    return {int(each) for each in numbers}


def _matched(asked: Draft, row: Row, stems: list[DraftOption], language: str) -> Draft:
    """A target without a stem is nobody's; a target named twice is one."""
    said = [row.get(f"match_{number}_{language}", "") for number in range(1, len(stems) + 1)]
    targets = list(dict.fromkeys(text for text in said if text))
    options = (
        DraftOption(stem.text, why=stem.why, target=targets.index(text) if text else None)
        for stem, text in zip(stems, said, strict=True)
        if stem.text or not text
    )
    return replace(asked, options=tuple(options), targets=tuple(map(DraftOption, targets)))


def _answer(draft: Draft) -> str:
    if draft.kind is Kind.TRUE_FALSE:
        return "true" if draft.true else "false"
    return ", ".join(str(number) for number, option in enumerate(draft.options, start=1) if option.right)


def _cells(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """Text, reason and match of each numbered column."""
    match draft.kind:
        case Kind.TRUE_FALSE:
            yield from (("", why, "") for why in (draft.when_true, draft.when_false))
        case Kind.SHORT_TEXT:
            yield from ((text, "", "") for text in draft.accepted)
        case Kind.MATCH:
            taken = {stem.target for stem in draft.options}
            yield from ((stem.text, stem.why, draft.targets[stem.target or 0].text) for stem in draft.options)
            yield from (("", "", target.text) for place, target in enumerate(draft.targets) if place not in taken)
        case _:
            yield from ((option.text, option.why, "") for option in draft.options)


def strange(names: list[str]) -> Iterator[Problem]:
    """Columns that no question has, or that stand there twice."""
    for place, name in enumerate(names):
        if name and name not in KNOWN:
            yield mistake("unknown-column", Place(Unit.ROW, 1, name))
        elif name in names[:place] and name:
            yield mistake("column-twice", Place(Unit.ROW, 1, name))
