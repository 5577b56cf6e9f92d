"""A file with many mistakes is told all of them at once: none hides another, and none is told that only follows from one."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from simulations.engine.scenario import read

RIGHT = (Path(__file__).parents[2] / "files" / "scenarios" / "llwyn-bedw.yaml").read_text("utf-8")
Mistake = tuple[str, str, str]

MISTAKES: list[Mistake] = [
    ("sector: police, part: practitioner", "sector: police, part: practitioner, requird: true", "unknown-key"),
    ('p2: {gist: {en: "Again"', 'p2: {crital: true, gist: {en: "Again"', "unknown-key"),
    (", fact: s1", "", "fact-not-held"),
    ("part: child, of: mabli", "part: child, of: mabli, played_by: learner", "casting-child"),
    ("agenda: opening, minutes: 3", "agenda: opening, minutes: soon", "wrong-type"),
    ("meeting: initial", "meeting: initial\nmeeting: review", "duplicate-key"),
    ('{gist: {en: "Tired", cy: "Wedi blino"}, critical', "{critical", "missing-key"),
    ('title: {en: "Llwyn Bedw", cy: "Llwyn Bedw"}', 'title: "Llwyn Bedw"', "language-missing"),
    ("age: 10m", "age: 10mo", "bad-age"),
    ('question: {en: "Continuing risk?", cy: "Risg parhaus?"}', "question: [risk]", "wrong-type"),
    ("Quiet.", "Ring 01632 960 123.", "phone-number"),
    ("of: carys}", "of: carys, required: true, played_by: []}", "required-seat-unplayable"),
    ("agenda: plan, minutes: 5", "agenda: plan, minutes: 5, decide: [registration]", "phase-cannot-decide"),
    ("agenda: debrief, minutes: 35", "agenda: debrief, minutes: 300", "too-long"),
    ("categories: [neglect], because", "categories: [neglet], because", "wrong-value"),
    ("order: [social-worker, police", "order: [social-worker, polise", "undefined-id"),
    ("    masked: {mabli", "    maskd: {mabli", "undefined-id"),
    ("of: chair, text", "of: chiar, text", "undefined-id"),
]
"""Each is what is right, the mistake made of it, and what is told of it."""

THAT_LOOK_FURTHER: list[Mistake] = [
    ("{not: {spoken: police}}", "{breach: s1}", "never-fires"),
    ("share: [g1]", "share: [p1]", "shares-what-it-lacks"),
    ("available: on-request", "available: {when: {breach: s1}}", "paper-out-of-reach"),
]
"""Mistakes that show only where all is read that they look at."""


def told_of(mistakes: Iterable[Mistake]) -> Counter[str]:
    """What is told of the file with these mistakes made in it."""
    text = RIGHT
    for right, wrong, _ in mistakes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    return Counter(problem.code for problem in read(text).problems)


def test_the_file_they_are_made_in_is_right() -> None:
    assert told_of([]) == Counter()


def test_of_two_mistakes_neither_hides_the_other_nor_makes_a_third() -> None:
    for pair in combinations(MISTAKES, 2):
        assert told_of(pair) == Counter(code for _, _, code in pair), pair


def test_all_mistakes_together_are_all_told_and_nothing_else() -> None:
    assert told_of(MISTAKES) == Counter(code for _, _, code in MISTAKES)


def test_a_mistake_that_shows_across_sections_shows_beside_one_that_has_nothing_to_do_with_it() -> None:
    elsewhere = [each for each in MISTAKES if each[2] not in ("wrong-value", "undefined-id")]
    for mistake in THAT_LOOK_FURTHER:
        for other in elsewhere:
            assert told_of([mistake, other]) == Counter([mistake[2], other[2]]), (mistake, other)


def test_what_only_follows_from_a_mistake_is_not_told() -> None:
    misspelt_section = ("\nfacts:", "\nfactz:", "unknown-key")
    misspelt_reason = ("because: [p1]", "becuase: [p1]", "unknown-key")
    undecided = ("decide: [registration]", "decide: [registrasion]", "undefined-id")
    for mistake in (misspelt_section, misspelt_reason, undecided):
        assert told_of([mistake]) == Counter([mistake[2]]), mistake
