"""What marking and statistics cost, as one JSON object: `./run exec python tests/benchmarks/marking.py`.

Marking is that of a paper of 40 questions of every kind that a rule marks, as it is read from the database's JSON; statistics
are all figures of a paper of 40 questions that 10,000 people sat, in two languages and six sectors. Each is the best of
several rounds, in processor time too, since what else a machine does is no matter of ours. `wanted` has what each must keep
to; nothing here fails when it does not.
"""

import json
import math
import platform
import random
import time
from collections.abc import Callable
from typing import Any

from assessments.marking import mark
from assessments.questions import read_question, read_response
from assessments.statistics import Item, Offered, Sheet, describe

QUESTIONS, PEOPLE = 40, 10_000
WANTED = {"marking_a_paper_ms": "at most 5", "item_statistics_s": "at most 1"}
SECTORS = ("health", "police", "school", "local-authority", "probation", "third-sector")
Row = dict[str, Any]


def name(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


def both(text: str) -> Row:
    return {"en": text, "cy": text}


def options(right: int, after: int = 0) -> list[Row]:
    return [
        {"id": name(after + n), "text": both(f"choice {n}"), "right": n <= right, "why": both("since")}
        for n in range(1, 5)
    ]


def asked() -> list[tuple[Row, Row]]:
    """A question of each kind that a rule marks, with an answer."""
    items = [{"id": name(n), "text": both(f"step {n}")} for n in range(1, 6)]
    order = [name(n) for n in range(1, 6)]
    stems = [{"id": name(n), "text": both(f"stem {n}"), "target": name(10 + n)} for n in range(1, 5)]
    targets = [{"id": name(10 + n), "text": both(f"target {n}")} for n in range(1, 5)]
    given = [
        ({"kind": "single-choice", "options": options(1)}, {"option": name(1)}),
        ({"kind": "multiple-choice", "options": options(2)}, {"options": [name(1), name(2)]}),
        ({"kind": "true-false", "holds": True}, {"true": True}),
        ({"kind": "order", "items": items}, {"order": order}),
        (
            {"kind": "match", "stems": stems, "targets": targets},
            {"targets": {name(n): name(10 + n) for n in range(1, 5)}},
        ),
        ({"kind": "short-text", "accepted": {"en": ["section 47"], "cy": ["adran 47"]}}, {"text": " Adran  47 "}),
        (
            {"kind": "vignette", "options": options(1), "reasons": {"prompt": both("why"), "options": options(1, 20)}},
            {"decision": name(1), "reason": name(21)},
        ),
        ({"kind": "clock", "due": "2026-03-09", "rule": both("a rule")}, {"due": "2026-03-09"}),
    ]
    return [
        ({**question, "prompt": both("which?")}, {**answer, "kind": question["kind"]}) for question, answer in given
    ]


def marking() -> float:
    """Milliseconds that a paper takes, from what is stored to its marks."""
    kinds = asked()
    paper = [kinds[n % len(kinds)] for n in range(QUESTIONS)]
    questions = [(read_question(question), answer) for question, answer in paper]

    def whole() -> None:
        for question, answer in questions:
            mark(question, read_response(answer))

    return 1000 * best(whole, rounds=50)


def sheets(chance: random.Random) -> list[Sheet]:
    return [sheet(chance, chance.gauss(0, 1)) for _ in range(PEOPLE)]


def sheet(chance: random.Random, ability: float) -> Sheet:
    right = [chance.random() < 1 / (1 + math.exp((n - QUESTIONS / 2) / 12 - ability)) for n in range(QUESTIONS)]
    chosen = tuple((f"{n}{'a' if is_right else chance.choice('bcd')}",) for n, is_right in enumerate(right))
    sure = tuple(chance.randrange(11) for _ in right)
    return Sheet(tuple(map(float, right)), chosen, sure, chance.choice(["cy", "en"]), chance.choice(SECTORS))


def statistics() -> float:
    """Seconds that all figures take."""
    items = [Item(str(n), tuple(Offered(f"{n}{each}", each == "a") for each in "abcd")) for n in range(QUESTIONS)]
    some = sheets(random.Random(7))
    return best(lambda: describe(some, items), rounds=5)


def best(work: Callable[[], object], rounds: int) -> float:
    """Processor seconds of the quickest round."""
    taken = []
    for _round in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def measured() -> Row:
    """Both, by their names in `WANTED`."""
    return {"marking_a_paper_ms": round(marking(), 3), "item_statistics_s": round(statistics(), 3)}


if __name__ == "__main__":
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    print(
        json.dumps(
            {"wanted": WANTED, "measured": measured(), "of": {"people": PEOPLE, "questions": QUESTIONS}, **machine}
        )
    )
