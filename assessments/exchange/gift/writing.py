"""From drafts to a file of GIFT. It has no question of order."""

import re
from collections.abc import Iterable, Iterator

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.moodle.wildcards import with_stars_escaped

CANNOT = frozenset({Kind.ORDER})
MARKED = re.compile(r"([\\~=#{}:]|(?<=-)>)")


def write(drafts: Iterable[Draft]) -> str:
    return "\n".join(_lines(drafts))


def _lines(drafts: Iterable[Draft]) -> Iterator[str]:
    outcome = ""
    for draft in drafts:
        if draft.outcome != outcome:
            outcome = draft.outcome
            yield f"$CATEGORY: {outcome}\n"
        yield f"// [id:{draft.key}]"
        asked = "\n\n".join(filter(None, [draft.case, draft.prompt]))
        general = f"####{_marked(draft.why)}" if draft.why else ""
        yield f"::{draft.key}::[markdown]{_escaped(asked)}{{{''.join(_answers(draft))}{general}}}\n"


def _answers(draft: Draft) -> Iterator[str]:
    match draft.kind:
        case Kind.TRUE_FALSE:
            wrong, right = (draft.when_false, draft.when_true)[:: 1 if draft.true else -1]
            yield ("TRUE" if draft.true else "FALSE") + f"#{_marked(wrong)}#{_marked(right)}"
        case Kind.SHORT_TEXT:
            yield from (f"={_plain(with_stars_escaped(text))} " for text in draft.accepted)
        case Kind.MATCH:
            yield from (f"={_plain(stem.text)} -> {_target(draft, stem)} " for stem in draft.options)
            taken = {stem.target for stem in draft.options}
            spare = (target for place, target in enumerate(draft.targets) if place not in taken)
            yield from (f"= -> {_plain(target.text)} " for target in spare)
        case _:
            yield from (f"{sign}{_plain(each.text)}{_reason(each)} " for sign, each in _signed(draft))


def _target(draft: Draft, stem: DraftOption) -> str:
    return _plain(draft.targets[stem.target or 0].text)


def _signed(draft: Draft) -> Iterator[tuple[str, DraftOption]]:
    """Where several are right, each is worth its part, and a wrong one takes all away."""
    share = f"~%{100 / max(1, sum(option.right for option in draft.options)):.5g}%"
    for option in draft.options:
        if draft.kind is Kind.SINGLE:
            yield "=" if option.right else "~", option
        else:
            yield share if option.right else "~%-100%", option


def _reason(option: DraftOption) -> str:
    return f"#{_marked(option.why)}" if option.why else ""


def _marked(why: str) -> str:
    return f"[markdown]{_escaped(why)}" if why else ""


def _plain(text: str) -> str:
    """What might be taken for HTML, the name of a format or a weight says that it is neither."""
    return ("[plain]" if "<" in text or text.startswith(("[", "%")) else "") + _escaped(text)


def _escaped(text: str) -> str:
    return MARKED.sub(r"\\\1", text.strip()).replace("\r", "").replace("\n", "\\n")
