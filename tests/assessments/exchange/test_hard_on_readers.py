"""Files made to take long, and signs that nobody can see: read quickly, told, and never taken in."""

import time

import pytest

from assessments.exchange import read

KEY = "0d4b2c1e-5f60-4a7b-8c9d-0e1f2a3b4c5d"
SECONDS = 8  # of a processor that does much else; each took from 13 to many hundreds
ASKED = "<quiz><question type='multichoice'><questiontext><text>{}</text></questiontext></question></quiz>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.gift", "// [id:" * 500_000),
        ("a.gift", "Which?{" + "~a" * 2_000_000 + "}"),
        ("a.gift", "Which?{=a" + "\\#" * 1_000_000 + "}"),
        ("a.xml", ASKED.format("&lt;!" * 1_000_000)),
        ("a.xml", ASKED.format("&lt;a href='('&gt;" * 200_000)),
        ("a.yaml", "[" * 2_000_000),
    ],
    ids=["keys", "choices", "signs", "declarations", "links", "lists"],
)
def test_a_file_made_to_take_long_does_not(name: str, text: str) -> None:
    begun = time.process_time()
    taken = read(name, text.encode())
    assert time.process_time() - begun < SECONDS
    assert taken.entries == ()
    assert taken.problems


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.gift", "Which?{=a ~b\0}"),
        ("a.csv", "kind,prompt_en,answer,option_1_en,option_2_en\nsingle-choice,Which?,1,a\x07,b\n"),
        ("a.yaml", f'questions:\n- {{id: {KEY}, kind: true-false, holds: true, prompt: {{en: "a\\0b", cy: a}}}}\n'),
    ],
)
def test_a_sign_that_nobody_sees_keeps_its_question_out(name: str, text: str) -> None:
    taken = read(name, text.encode())
    assert taken.entries == ()
    assert [each.code for each in taken.problems] == ["unreadable"]


def test_a_picture_within_a_text_is_no_reason_to_leave_the_question_out() -> None:
    text = ASKED.format("&lt;img src='data:image/png;base64," + "A" * 200_000 + "'&gt;Which?")
    answers = "".join(f"<answer fraction='{each}'><text>a{each}</text></answer>" for each in (100, 0))
    taken = read("a.xml", text.replace("</question>", f"{answers}</question>").encode())
    assert [each.question.prompt.en for each in taken.entries] == ["Which?"]
    assert [each.code for each in taken.problems] == ["element-lost"]
