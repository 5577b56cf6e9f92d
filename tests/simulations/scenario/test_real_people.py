"""What looks like a real person's data is found, and what only looks a little like it is let be."""

import pytest

from simulations.engine.scenario.checks.personal_data import findings, is_nhs_number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NHS 943 476 5919", "nhs-number"),
        ("9434765919", "nhs-number"),
        ("Lives at LL57 2DG.", "postcode"),
        ("SA1 3SN", "postcode"),
        ("SA13SN", "postcode"),
        ("at cf10 3nq", "postcode"),
        ("Ring 01248 351151", "phone-number"),
        ("+44 7700 900123", "phone-number"),
        ("(029) 2087 4000", "phone-number"),
        ("nia.jones@example.wales", "e-mail-address"),
        ("born 3/4/2015", "date-of-birth"),
        ("ganed 12 Mawrth 2015", "date-of-birth"),
        ("2015-03-12", "date-of-birth"),
        ("born 3/4/15", "date-of-birth"),
        ("the 12th of March, 2015", "date-of-birth"),
        ("March 12, 2015", "date-of-birth"),
        ("12 Mar 2015", "date-of-birth"),
        ("y 3ydd o Fawrth 2015", "date-of-birth"),
    ],
)
def test_a_persons_data_is_found(text: str, code: str) -> None:
    assert [found for found, _ in findings(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918",
        "At 10:30, room 4B",
        "3/4 of the class",
        "Childline 0800 1111",
        "PPN 12",
        "@school",
        "in 2015",
        "March 2015",
        "M4 2nd exit",
        "1/2/3",
        "Flat 2, a 7 year old",
    ],
)
def test_what_is_nobodys_data_is_let_be(text: str) -> None:
    assert list(findings(text)) == []


def test_a_check_digit_of_ten_makes_no_nhs_number() -> None:
    assert not is_nhs_number("1000000010")  # the sum leaves 1: its check digit would be 10
    assert is_nhs_number("9434765919")
