"""What GIFT escapes, and what stands for itself."""

import pytest

from assessments.exchange import read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"$\alpha$ or $\frac$", r"$\alpha$ or $\frac$"),
        (r"one \= two", "one = two"),
        (r"a \{set\}", "a {set}"),
        (r"back\\slash", r"back\slash"),
        (r"12\:30", "12:30"),
    ],
)
def test_a_backslash_before_anything_but_a_sign_of_gift_stands_for_itself(written: str, said: str) -> None:
    reading = read("a.gift", f"Is it {written}?{{=yes ~no}}".encode(), "en")
    assert [each.question.prompt.en for each in reading.entries] == [f"Is it {said}?"]
