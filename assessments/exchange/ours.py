"""Our own files of questions, in YAML: every kind, both languages, nothing lost.

`questions` is a list; each has `id` (a UUID), `outcome` (may be left out), `kind` and what its kind has. Every mistake of
shape is told with its line; a question with one is left out, and all others are read on. The file of a bank or a paper has a
heading besides (`headings`).
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import yaml
from msgspec.structs import fields

from assessments.exchange import headings
from assessments.exchange.entries import Entry
from assessments.exchange.identifying import uuid_in
from assessments.exchange.limits import LIMITS
from assessments.exchange.lined import Lined
from assessments.exchange.problems import Problem, Refused, mistake
from assessments.exchange.shapes import shape_mistakes
from assessments.questions import Question, kind_of, read_question
from assessments.questions.completeness import Wrong, faults
from assessments.questions.texts import readable

OURS = {"id", "outcome"}
WRONG = {
    Wrong.ONE_RIGHT: "fault-one-right",
    Wrong.SOME_RIGHT: "fault-some-right",
    Wrong.TWICE: "fault-twice",
    Wrong.NO_TARGET: "fault-no-target",
    Wrong.NO_ACCEPTED: "no-accepted",
    Wrong.NOT_OFFERED: "fault-not-offered",
    Wrong.SAME_POINTS: "fault-same-points",
}


def read(text: str) -> Iterator[Entry | Refused]:
    """Raises Refused for a file that is no list of questions."""
    lined = Lined(text)
    written = lined.value if isinstance(lined.value, dict) else {}
    asked = written.get("questions", [] if "slug" in written else None)
    if "slug" in written:
        yield from (Refused(problem) for problem in headings.problems(lined, written))
    elif not isinstance(asked, list):
        raise Refused(mistake("yaml-no-questions", lined.place("")))
    elif strange := sorted(written.keys() - {"questions"}):
        raise Refused(*(mistake("unknown-key", lined.place(name), name=name) for name in strange))
    for number, each in enumerate(asked if isinstance(asked, list) else []):
        yield _entry(lined, f"questions[{number}]", each)


def _entry(lined: Lined, path: str, asked: Any) -> Entry | Refused:
    place = lined.place(path)
    if not isinstance(asked, dict):
        return Refused(mistake("yaml-not-a-question", place))
    own = {name: value for name, value in asked.items() if name not in OURS}
    wrong = [
        *_label_mistakes(lined, path, asked),
        *shape_mistakes(own, Question, lambda inside: lined.place(f"{path}{inside}")),
        *(mistake("unreadable", lined.place(at)) for at in _unreadable(asked, path)),
    ]
    if wrong:
        return Refused(*wrong)
    question = read_question(own)
    wrong = [mistake(WRONG[each.wrong], lined.place(f"{path}.{each.at}")) for each in faults(question)]
    return Refused(*wrong) if wrong else Entry(asked["id"], question, asked.get("outcome", ""), place)


def _label_mistakes(lined: Lined, path: str, asked: dict[str, Any]) -> Iterator[Problem]:
    key, outcome = asked.get("id"), asked.get("outcome", "")
    if not isinstance(key, str) or uuid_in(key) != key:
        yield mistake("yaml-id", lined.place(f"{path}.id"))
    if not isinstance(outcome, str) or len(outcome) > LIMITS.key:
        yield mistake("yaml-outcome", lined.place(f"{path}.outcome"), limit=LIMITS.key)


def _unreadable(value: Any, at: str) -> Iterator[str]:
    """Where a text has a character that nobody can see; keys are all known by then, or told as unknown."""
    if isinstance(value, str) and readable(value) != value:
        yield at
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _unreadable(each, f"{at}[{place}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _unreadable(each, f"{at}.{name}")


def write(entries: Iterable[Entry]) -> str:
    questions = [
        {
            "id": each.key,
            **({"outcome": each.outcome} if each.outcome else {}),
            "kind": kind_of(each.question),
            **_said(each.question),
        }
        for each in entries
    ]
    return str(yaml.dump({"questions": questions}, Dumper=Plain, allow_unicode=True, sort_keys=False, width=120))


class Plain(yaml.SafeDumper):
    """Quotes what YAML 1.1 readers would take for a number or a day too, and never points back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _said(value: Any) -> Any:
    """Without what is as it is by itself."""
    if isinstance(value, msgspec.Struct):
        own = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.encode_name: _said(said)
            for field, said in own
            if (field.default is msgspec.NODEFAULT and field.default_factory is msgspec.NODEFAULT)
            or not _by_itself(field, said)
        }
    return [_said(each) for each in value] if isinstance(value, list) else value


def _by_itself(field: Any, said: Any) -> bool:
    made = field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default
    return bool(made == said)
