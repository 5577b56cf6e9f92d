"""From a file of GIFT to drafts, a block of lines at a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.limits import LIMITS
from assessments.exchange.moodle.wildcards import without_wildcards
from assessments.exchange.problems import Place, Problem, Refused, Unit, loss, mistake
from assessments.exchange.texts import from_html, parted, parted_html, plain

BLANK = "_____"
NAMED = re.compile(r"\s*::(?P<name>(?:[^:\\]|\\.|:(?!:))*)::", re.S)
FORMATTED = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*")
ANSWER = re.compile(r"(?P<sign>[=~])\s*(?:%(?P<weight>-?\d+(?:\.\d+)?)%)?(?P<rest>(?:[^=~\\]|\\.)*)", re.S)
WHOLE = re.compile(r"(?P<before>(?:[^{\\]|\\.)*)\{(?P<answers>(?:[^{}\\]|\\.)*)\}(?P<after>.*)", re.S)
KEY = re.compile(r"\[id:(?P<key>(?:[^\[\]\\]|\\.)*)\]")
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)
TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one question, without comments; `number` is that of the first."""

    text: str
    number: int
    key: str
    outcome: str

    @property
    def place(self) -> Place:
        return Place(Unit.LINE, self.number)


def read(text: str) -> Iterator[tuple[Draft, list[Problem]] | Refused]:
    """Each question as a draft with what was lost, or why it cannot be taken."""
    for block in blocks(text):
        try:
            yield draft_of(block)
        except Refused as refused:
            yield refused


def blocks(text: str) -> Iterator[Block]:
    lines, first, key, outcome = [], 0, "", ""
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        stripped = line.strip()
        if stripped.startswith("//"):
            key = found["key"] if (found := KEY.search(stripped)) else key
        elif stripped.upper().startswith("$CATEGORY:"):
            outcome = stripped.partition(":")[2].rstrip("/").rpartition("/")[2].strip()
        elif stripped:
            first = first or number
            lines.append(line)
        elif lines:
            yield Block("\n".join(lines), first, key, outcome)
            lines, first, key = [], 0, ""


def draft_of(block: Block) -> tuple[Draft, list[Problem]]:
    name, text = _named(block.text)
    whole = WHOLE.match(text)
    if not whole:
        raise Refused(mistake("gift-no-answers", block.place))
    before, after = whole["before"], whole["after"].strip()
    formatted = found.group(1) if (found := FORMATTED.match(before)) else "moodle"
    case, prompt, lost = _asked(f"{before} {BLANK} {after}" if after else before, formatted)
    draft = Draft(Kind.SINGLE, prompt, case, block.key or name, block.outcome, place=block.place)
    losses = [loss("element-lost", block.place, name=each) for each in sorted(lost)]
    return _answered(draft, whole["answers"].strip(), losses)


def _named(text: str) -> tuple[str, str]:
    found = NAMED.match(text)
    return (_unescaped(found["name"]).strip(), text[found.end() :]) if found else ("", text)


def _answered(draft: Draft, answers: str, losses: list[Problem]) -> tuple[Draft, list[Problem]]:
    answers, _, general = _split(answers, "####")
    why = _text(general)
    truth = [_text(each) for each in _parts(answers, "#")]
    if answers.startswith("#"):
        raise Refused(mistake("kind-not-ours", draft.place, kind=("a number", "rhif")))
    if truth[0].upper() in TRUTH:
        return _true_false(draft, truth, why), losses
    found = list(islice(ANSWER.finditer(answers), LIMITS.accepted + 1))  # one more than any question may have
    if not found:
        raise Refused(
            mistake(
                "kind-not-ours",
                draft.place,
                kind=("writing that a person marks", "ysgrifennu y mae rhywun yn ei farcio"),
            )
        )
    if all(each["sign"] == "=" for each in found):
        return (_matching if all(_split(each["rest"], "->")[1] for each in found) else _short_text)(
            draft, found, why, losses
        )
    return _choosing(draft, found, why, losses)


def _true_false(draft: Draft, parts: Sequence[str], why: str) -> Draft:
    """The first reason is for whoever is wrong, the second for whoever is right."""
    true = TRUTH[parts[0].upper()]
    wrong, right = (parts[1] if len(parts) > 1 else ""), (parts[2] if len(parts) > 2 else "") or why
    said = (right, wrong) if true else (wrong, right)
    return replace(draft, kind=Kind.TRUE_FALSE, true=true, when_true=said[0], when_false=said[1])


def _choosing(draft: Draft, found: list[re.Match[str]], why: str, losses: list[Problem]) -> tuple[Draft, list[Problem]]:
    weights = [float(each["weight"] or (100 if each["sign"] == "=" else 0)) for each in found]
    several = 100 not in weights or all(each["sign"] == "~" for each in found)
    if len({weight for weight in weights if weight > 0}) > 1:
        losses = [*losses, loss("weights-lost", draft.place)]
    options = []
    for each, weight in zip(found, weights, strict=True):
        text, _, reason = _split(each["rest"], "#")
        right = weight > 0 if several else weight == 100
        options.append(DraftOption(_words(text), right, _text(reason) or (why if right else "")))
    return replace(draft, kind=Kind.MULTIPLE if several else Kind.SINGLE, options=tuple(options)), losses


def _short_text(
    draft: Draft, found: list[re.Match[str]], why: str, losses: list[Problem]
) -> tuple[Draft, list[Problem]]:
    parts = [(_split(each["rest"], "#"), float(each["weight"] or 100)) for each in found]
    if any(weight < 100 for _, weight in parts):
        losses = [*losses, loss("half-right-lost", draft.place)]
    accepted = without_wildcards([_words(text) for (text, _, _), weight in parts if weight >= 100], draft.place)
    reason = next((_text(each) for (_, _, each), _ in parts if each.strip()), "")
    return replace(draft, kind=Kind.SHORT_TEXT, accepted=accepted, why=why or reason), losses


def _matching(draft: Draft, found: list[re.Match[str]], why: str, losses: list[Problem]) -> tuple[Draft, list[Problem]]:
    pairs = [(_words(stem), _words(target)) for stem, _, target in (_split(each["rest"], "->") for each in found)]
    targets = list(dict.fromkeys(target for _, target in pairs))
    stems = tuple(DraftOption(stem, target=targets.index(target)) for stem, target in pairs if stem)
    if why:
        losses = [*losses, loss("feedback-lost", draft.place)]
    return replace(draft, kind=Kind.MATCH, options=stems, targets=tuple(map(DraftOption, targets))), losses


def _asked(text: str, formatted: str) -> tuple[str, str, set[str]]:
    said = _without_format(text)
    return parted_html(said) if _is_html(said, formatted) else (*parted(said), set())


def _text(text: str, *, marks: bool = True) -> str:
    """An answer or a reason, which may name its own format."""
    formatted, said = found.group(1) if (found := FORMATTED.match(text)) else "moodle", _without_format(text)
    return from_html(said, marks=marks)[0] if _is_html(said, formatted) else said


def _words(text: str) -> str:
    """What is shown as it is: a choice, or an answer."""
    return plain(_text(text, marks=False))


def _without_format(text: str) -> str:
    return _unescaped(FORMATTED.sub("", text, count=1) if FORMATTED.match(text) else text).strip()


def _is_html(said: str, formatted: str) -> bool:
    return formatted == "html" or (formatted == "moodle" and TAG.search(said) is not None)


def _unescaped(text: str) -> str:
    """Only signs of GIFT are escaped, and our own `->`; any other backslash stands for itself, as in a formula."""
    return re.sub(r"\\([~=#{}:n\\]|(?<=-\\)>)", lambda found: "\n" if found.group(1) == "n" else found.group(1), text)


def _split(text: str, sign: str) -> tuple[str, str, str]:
    """At the first such sign that is not escaped."""
    found = re.search(rf"(?<!\\)(?:\\\\)*{re.escape(sign)}", text)
    return (text[: found.end() - len(sign)], sign, text[found.end() :]) if found else (text, "", "")


def _parts(text: str, sign: str) -> list[str]:
    parts = []
    while sign:
        first, sign, text = _split(text, sign)
        parts.append(first)
    return parts
