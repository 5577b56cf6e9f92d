"""Invented sheets: people of a known ability at items of a known hardness, as many as a test asks for."""

import math
import random

from hypothesis import strategies as st

from assessments.statistics import Item, Offered, Sheet, Thresholds

TELL_ALL = Thresholds(share=1, correlation=2, comparison=1)
"""So that a rule can be looked at with few people."""

SECTORS = ("health", "police", "school")


def items(count: int) -> list[Item]:
    return [Item(str(n), tuple(Offered(f"{n}{letter}", letter == "a") for letter in "abcd")) for n in range(count)]


def sheets(people: int, count: int, seed: int = 7, harder_in_welsh: int | None = None) -> list[Sheet]:
    """One item may be made harder for those who answer in Welsh, whatever their ability."""
    chance = random.Random(seed)
    return [sheet(chance, count, harder_in_welsh) for _ in range(people)]


def sheet(chance: random.Random, count: int, harder_in_welsh: int | None) -> Sheet:
    ability, language = chance.gauss(0, 1), chance.choice(["cy", "en"])
    scores, chosen = [], []
    for number in range(count):
        hard = (number - count / 2) / count * 2 + (1.5 if language == "cy" and number == harder_in_welsh else 0)
        right = chance.random() < 1 / (1 + math.exp(hard - ability))
        scores.append(float(right))
        chosen.append((f"{number}{'a' if right else chance.choice('bcd')}",))
    sure = tuple(chance.randrange(11) for _ in range(count))
    return Sheet(tuple(scores), tuple(chosen), sure, language, chance.choice(SECTORS))


scores = st.sampled_from([0.0, 1 / 3, 0.5, 1.0])


def some_sheets(drawn: bool = False) -> st.SearchStrategy[list[Sheet]]:
    """Any few sheets of three items; of a drawn paper, not everybody is asked all."""
    one = st.none() | scores if drawn else scores
    choice = st.sampled_from([(), ("0a",), ("0b",)])
    return st.lists(
        st.builds(
            Sheet,
            st.tuples(one, one, one),
            st.tuples(choice, choice, choice),
            st.tuples(*[st.none()] * 3),
            st.sampled_from(["cy", "en", ""]),
            st.sampled_from([*SECTORS, ""]),
        ),
        min_size=1,
        max_size=25,
    )
