"""A question of every kind, with its right answer, for tests of what has to hold for all of them."""

from uuid import UUID

from assessments.questions import Question, Response
from assessments.questions import arranging as a
from assessments.questions import choosing as c
from assessments.questions import judging as j
from assessments.questions import writing as w
from assessments.questions.clock import Clock, ClockGiven, NearMiss
from assessments.questions.parts import Choices, Item, Option, Source, Why
from assessments.questions.texts import Bilingual


def both(text: str) -> Bilingual:
    return Bilingual(text, f"{text} (cy)")


def uid(number: int) -> str:
    return str(UUID(int=number + (4 << 76) + (8 << 60)))


SOURCES = [Source("https://example.org/rule", both("Where it stands."))]
WHY = Why(both("Because."), SOURCES)


def option(number: int, right: bool) -> Option:
    return Option(uid(number), both(f"Option {number}"), right, both(f"Why {number}."), SOURCES)


def options(first: int, right: set[int], count: int = 4) -> list[Option]:
    return [option(first + place, first + place in right) for place in range(count)]


def items(first: int, count: int = 4) -> list[Item]:
    return [Item(uid(first + place), both(f"Item {first + place}"), both("Why here.")) for place in range(count)]


REASONS = Choices(both("What weighs most?"), options(30, {32}))
LEVELS = [w.Level(points, both(f"{points} points.")) for points in (0, 1, 2)]
RUBRIC = w.Rubric([w.Criterion(name, both(name), LEVELS) for name in ("harm", "impact", "likelihood", "evidence")])
PANEL = j.Panel("a.editor@example.org", both("Invented for a test."), {"2": 6, "3": 3, "5": 1})

EVERY_KIND: list[tuple[Question, Response]] = [
    (c.SingleChoice(prompt=both("Which?"), options=options(10, {11})), c.SingleChoiceGiven(option=uid(11))),
    (
        c.MultipleChoice(prompt=both("Which ones?"), options=options(20, {20, 22})),
        c.MultipleChoiceGiven(options=[uid(22), uid(20)]),
    ),
    (
        c.TrueFalse(prompt=both("It is so."), true=False, when_true=WHY, when_false=WHY, reasons=REASONS),
        c.TrueFalseGiven(true=False, reason=uid(32)),
    ),
    (a.Order(prompt=both("In order?"), items=items(40)), a.OrderGiven(order=[uid(40 + place) for place in range(4)])),
    (
        a.Timeline(
            prompt=both("When?"), items=items(50, 3), missing=Choices(both("What is missing?"), options(60, {60, 63}))
        ),
        a.TimelineGiven(order=[uid(50), uid(51), uid(52)], missing=[uid(63), uid(60)]),
    ),
    (
        a.Match(
            prompt=both("Which goes with which?"),
            stems=[a.Stem(uid(70 + n), both(f"Stem {n}"), uid(80 + n), both("Why."), SOURCES) for n in range(3)],
            targets=[a.Target(uid(80 + n), both(f"Target {n}")) for n in range(4)],
        ),
        a.MatchGiven(targets={uid(70): uid(80), uid(71): uid(81), uid(72): uid(82)}),
    ),
    (
        w.ShortText(
            prompt=both("What is it called?"),
            accepted=w.AcceptedAnswers(["significant harm"], ["niwed sylweddol", "y niwed sylweddôl"]),
            why=both("It is called so."),
        ),
        w.ShortTextGiven(text="  Niwed  SYLWEDDOL."),
    ),
    (
        j.Judgement(
            prompt=both("How likely?"), steps=5, least=both("Not"), most=both("Very"), panel=PANEL, why=both("A.")
        ),
        j.JudgementGiven(step=2),
    ),
    (
        j.Vignette(
            case=both("A case."),
            more=[both("Later.")],
            prompt=both("What now?"),
            options=options(90, {93}),
            reasons=REASONS,
        ),
        j.VignetteGiven(decision=uid(93), reason=uid(32)),
    ),
    (
        Clock(
            prompt=both("By when?"),
            due="2027-03-08",
            rule=both("Five working days."),
            sources=SOURCES,
            near_misses=[NearMiss("2027-03-06", both("Days, not working days."))],
        ),
        ClockGiven(due="2027-03-08"),
    ),
]
WRITTEN = w.RiskSentence(case=both("A case."), prompt=both("Write it."), rubric=RUBRIC, example=both("Thus."))
