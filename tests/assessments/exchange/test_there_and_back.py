"""What is given out and taken in again is the same question, in every form; what a form has no place for is told."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from questions_made import EVERY_KIND, entries, matches, multiple, short_text, single, true_false

from assessments.exchange import Entry, Form, joined, read, write
from assessments.questions import Question
from assessments.questions.arranging import Match

WITHOUT_ORDER = (single, multiple, true_false, short_text, matches())
NAMES = {form: f"questions.{form.ending}" for form in Form}

few = settings(max_examples=25)


def in_one(question: Question, language: str) -> Any:
    """What of a question is in one language, without its ids; of what is matched, what belongs together."""
    said = plain(msgspec.to_builtins(question), language)
    if isinstance(question, Match):
        names = {target.id: target.text.in_language(language) for target in question.targets}
        said["targets"] = sorted(names.values())
        said["pairs"] = [names[stem.target] for stem in question.stems]
    return said


def plain(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return [plain(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"en", "cy"}:
        return value[language]
    return {name: plain(each, language) for name, each in value.items() if name not in {"id", "target"}}


def there_and_back(some: list[Entry], form: Form, language: str) -> list[Entry]:
    written = write(some, form, language)
    taken = read(NAMES[form], written.raw, language)
    assert taken.problems == (), [(each.place, each.english) for each in taken.problems]
    return list(taken.entries)


def check(some: list[Entry], form: Form, language: str) -> None:
    back = there_and_back(some, form, language)
    assert [each.key for each in back] == [each.key for each in some]
    for before, after in zip(some, back, strict=True):
        assert in_one(after.question, language) == in_one(before.question, language)


@few
@given(entries(*EVERY_KIND))
def test_our_yaml_keeps_everything(some: list[Entry]) -> None:
    back = there_and_back(some, Form.YAML, "en")
    assert [(each.key, each.outcome, each.question) for each in back] == [
        (each.key, each.outcome, each.question) for each in some
    ]


@few
@given(entries(*EVERY_KIND))
def test_a_sheet_keeps_both_languages(some: list[Entry]) -> None:
    back = there_and_back(some, Form.CSV, "en")
    for before, after in zip(some, back, strict=True):
        assert (after.key, after.outcome) == (before.key, before.outcome)
        for language in ("en", "cy"):
            assert in_one(after.question, language) == in_one(before.question, language)


@few
@given(entries(*WITHOUT_ORDER), st.sampled_from(["en", "cy"]))
def test_gift_keeps_one_language(some: list[Entry], language: str) -> None:
    check(some, Form.GIFT, language)


@few
@given(entries(*EVERY_KIND), st.sampled_from(["en", "cy"]))
def test_moodle_keeps_one_language(some: list[Entry], language: str) -> None:
    check(some, Form.MOODLE, language)


@pytest.mark.parametrize("form", [Form.QTI_21, Form.QTI_30])
def test_qti_keeps_one_language_and_every_id(form: Form) -> None:
    @few
    @given(entries(*EVERY_KIND), st.sampled_from(["en", "cy"]))
    def keeps(some: list[Entry], language: str) -> None:
        check(some, form, language)

    keeps()


@pytest.mark.parametrize("form", [Form.GIFT, Form.MOODLE, Form.QTI_21, Form.QTI_30])
def test_two_languages_given_out_one_by_one_are_one_question_again(form: Form) -> None:
    @few
    @given(entries(*WITHOUT_ORDER))
    def one_again(some: list[Entry]) -> None:
        english, welsh = (there_and_back(some, form, language) for language in ("en", "cy"))
        for before, first, second in zip(some, english, welsh, strict=True):
            whole = joined(first.question, second.question)
            for language in ("en", "cy"):
                assert in_one(whole, language) == in_one(before.question, language)

    one_again()


@pytest.mark.parametrize("form", list(Form))
def test_the_same_questions_are_the_same_bytes(form: Form) -> None:
    @few
    @given(entries(*EVERY_KIND))
    def same(some: list[Entry]) -> None:
        assert write(some, form).raw == write(some, form).raw

    same()


def test_words_of_any_file_never_break_the_readers() -> None:
    @few
    @given(st.sampled_from(["a.gift", "a.xml", "a.csv", "a.yaml", "a.zip"]), st.binary(max_size=300))
    def read_on(name: str, raw: bytes) -> None:
        taken = read(name, raw)
        assert taken.entries or taken.problems

    read_on()


def test_a_file_changed_anywhere_is_read_or_told() -> None:
    readings: dict[Form, Callable[[bytes], object]] = {
        form: lambda raw, name=NAMES[form]: read(name, raw) for form in Form
    }

    @few
    @given(entries(*EVERY_KIND), st.sampled_from(list(Form)), st.data())
    def read_on(some: list[Entry], form: Form, data: st.DataObject) -> None:
        raw = bytearray(write(some, form).raw)
        for _ in range(data.draw(st.integers(1, 4))):
            raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
        readings[form](bytes(raw))

    read_on()
