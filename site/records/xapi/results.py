"""With what outcome: results and scores (2.0: 4.2.2.4; 1.0.3: Data 2.4.5)."""

from typing import Any

from records.xapi.activities import extensions
from records.xapi.problems import StatementProblem
from records.xapi.shapes import Rule, at, boolean, check_object, number, text
from records.xapi.times import minutes_of

SCORE: dict[str, Rule] = dict.fromkeys(["scaled", "raw", "min", "max"], number)


def score(value: object, where: str) -> None:
    """`scaled` from -1 to 1; `raw` between `min` and `max`, of which the first is the smaller."""
    check_object(value, where, SCORE)
    given: dict[str, Any] = value if isinstance(value, dict) else {}
    scaled, raw, least, most = (given.get(name) for name in SCORE)
    if scaled is not None and not -1 <= scaled <= 1:
        raise StatementProblem(at(where, "scaled"), "must be between -1 and 1")
    if least is not None and most is not None and least >= most:
        raise StatementProblem(at(where, "min"), "must be less than max")
    if raw is not None and ((least is not None and raw < least) or (most is not None and raw > most)):
        raise StatementProblem(at(where, "raw"), "must be between min and max")


RESULT: dict[str, Rule] = {
    "score": score,
    "success": boolean,
    "completion": boolean,
    "response": text,
    "duration": minutes_of,
    "extensions": extensions,
}


def result(value: object, where: str) -> None:
    check_object(value, where, RESULT)
