"""What other systems' files do that ours do not: names that stand twice, notes for markers, items made anew each time."""

import pytest

from assessments.exchange import Entry, Form, read, write
from assessments.questions import read_question
from tests.assessments.exchange.test_what_is_said import choice, item

TWO = b"::Capital::Of Wales?{=Cardiff ~Swansea}\n\n::Capital::Of Scotland?{=Edinburgh ~Glasgow}"


def test_two_questions_of_one_name_are_both_taken_and_found_again() -> None:
    taken, again = read("a.gift", TWO), read("b.gift", TWO)
    assert [each.question.prompt.en for each in taken.entries] == ["Of Wales?", "Of Scotland?"]
    assert len({each.key for each in taken.entries}) == 2
    assert [each.key for each in again.entries] == [each.key for each in taken.entries]
    assert [(each.code, each.is_mistake) for each in taken.problems] == [("named-apart", False)]


def test_the_first_of_a_name_is_the_same_as_it_is_alone() -> None:
    alone = read("a.gift", TWO.partition(b"\n\n")[0])
    assert read("a.gift", TWO).entries[0].key == alone.entries[0].key


def test_without_names_the_same_words_are_a_name_too() -> None:
    taken = read("a.gift", b"Who is there?{=a ~b}\n\nWho is there?{=a =b}\n\nWho is there?{=a ~b}")
    assert len(taken.entries) == 2
    assert [each.code for each in taken.problems] == ["named-apart", "same-again"]


def test_what_is_written_for_markers_is_not_shown_to_learners() -> None:
    noted = choice() + '<rubricBlock view="scorer tutor"><p>It is A.</p></rubricBlock>'
    instructed = '<qti-rubric-block view="candidate scorer"><p>Read this first.</p></qti-rubric-block>' + choice()
    said = [read("a.xml", item(body).encode()).entries[0].question for body in (noted, instructed)]
    shown = [f"{each.case.en if each.case else ''} {each.prompt.en}" for each in said]
    assert "It is A." not in shown[0]
    assert "Read this first." in shown[1]


def test_an_item_that_is_adaptive_is_taken_with_a_word_of_warning() -> None:
    taken = read("a.xml", item(choice()).replace('identifier="i"', 'identifier="i" adaptive="true"').encode())
    assert len(taken.entries) == 1
    assert [each.code for each in taken.problems] == ["qti-adaptive-lost"]


CHOICES = (
    '<answer fraction="100"><text>&lt;i&gt;a&lt;/i&gt;</text></answer><answer fraction="0"><text>b</text></answer>'
)
ASKED = "&lt;p&gt;A &lt;b&gt;case&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Which is &lt;b&gt;not&lt;/b&gt; so?&lt;/p&gt;"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.xml",
            f'<quiz>{{}}<questiontext format="html"><text>{ASKED}</text></questiontext>{CHOICES}</question></quiz>',
        ),
        ("a.gift", "[html]<p>A <b>case</b>.</p><p>Which is <b>not</b> so?</p>{=<i>a</i> ~b}"),
        ("b.xml", item(choice()).replace("<p>Which?</p>", "<p>A <b>case</b>.</p><p>Which is <b>not</b> so?</p>")),
    ],
)
def test_what_is_asked_and_chosen_is_plain_and_a_case_keeps_its_signs(name: str, text: str) -> None:
    taken = read(name, text.replace("{}", '<question type="multichoice">').encode()).entries[0].question
    assert (taken.case.en if taken.case else "", taken.prompt.en) == ("A **case**.", "Which is not so?")
    assert taken.options[0].text.en in {"a", "A"}


OTHER, SECOND = "1d4b2c1e-5f60-4a7b-8c9d-0e1f2a3b4c5d", "2d4b2c1e-5f60-4a7b-8c9d-0e1f2a3b4c5d"
SAYS = "S v Swansea [2004] EWCA Civ [12]"
WHY = "Since **so**, <b> and *thus*:\n\n1. one\n2. two"


@pytest.mark.parametrize("form", [Form.GIFT, Form.MOODLE, Form.QTI_21, Form.QTI_30])
def test_a_reason_with_signs_and_a_source_with_brackets_come_back_as_they_were(form: Form) -> None:
    source = {"url": "https://example.org/x", "says": {"en": SAYS, "cy": SAYS}}
    options = [
        {"id": OTHER, "text": {"en": "%50% ****", "cy": "a"}, "right": True, "why": {"en": WHY, "cy": WHY}, "sources": [source]},
        {"id": SECOND, "text": {"en": "b", "cy": "b"}, "right": False},
    ]  # fmt: skip
    asked = {"kind": "single-choice", "prompt": {"en": "Mr **** said?", "cy": "x"}, "options": options}
    raw = write([Entry(OTHER, read_question(asked))], form, "en").raw
    back = read(f"a.{form.ending}", raw).entries[0].question
    first = back.options[0]
    assert (back.prompt.en, first.text.en, first.right, first.why.en) == ("Mr **** said?", "%50% ****", True, WHY)
    assert [each.says.en for each in first.sources] == [SAYS]


@pytest.mark.parametrize("form", [Form.GIFT, Form.MOODLE])
def test_a_star_in_an_accepted_answer_is_a_star(form: Form) -> None:
    asked = {"kind": "short-text", "prompt": {"en": "Which?", "cy": "x"}, "accepted": {"en": ["5*"], "cy": []}}
    raw = write([Entry(OTHER, read_question(asked))], form, "en").raw
    assert rb"\*" in raw
    assert read(f"a.{form.ending}", raw).entries[0].question.accepted.en == ["5*"]


def test_a_star_that_stands_for_anything_is_not_taken_from_gift_either() -> None:
    assert [each.code for each in read("a.gift", b"Which?{=sect*}").problems] == ["wildcard"]
