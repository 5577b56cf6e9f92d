"""JSON from outside (2.0: 4.2.7; 1.0.3: Data 2.2): what is no JSON, or more than anybody needs, is refused in words."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import SOUND, changed

from records.xapi.problems import StatementProblem
from records.xapi.reading import DEEPEST, LONGEST, statements_of, text_of, value_of
from records.xapi.statements import check

WRITTEN = json.dumps(SOUND)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "valid JSON"),
        ("{", "valid JSON"),
        ('{"a": 1} {"b": 2}', "something follows its end"),
        ('{"a": NaN}', "NaN is none"),
        ('{"a": -Infinity}', "-Infinity is none"),
        ('{"a": 1e999}', "too large"),
        ('{"a": 1, "a": 2}', "a: stands twice"),
        ('{"a": "\\ud800"}', "half of a surrogate pair"),
        ('{"\\udfff": 1}', "half of a surrogate pair"),
        ("[" * 100_000, "valid JSON"),
        ('{"a": ' + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1) + "}", "nested deeper"),
        ('{"a": ' + "9" * 5000 + "}", "valid JSON"),
        ("[{},", "valid JSON"),
        ("[{}] 1", "valid JSON"),
        ("[{} {}]", "valid JSON"),
        ('{"a": "' + "x" * LONGEST + '"}', f"at most {LONGEST} characters"),
        ("[" + "1," * 5000 + "1]", "at most 5000 statements"),
    ],
)
def test_what_is_refused_is_refused_in_words(text: str, wanted: str) -> None:
    with pytest.raises(StatementProblem, match=wanted):
        statements_of(text)


def test_each_statement_of_a_batch_is_cut_out_as_it_was_sent() -> None:
    one, other = '{ "a":1.10,\n"b":"\\u0175" }', '{"a":[1,  2]}'
    assert statements_of(f" [{one} ,\t{other}\n] ") == [(one, {"a": 1.1, "b": "ŵ"}), (other, {"a": [1, 2]})]
    assert statements_of(f"\n{one} ") == [(one, {"a": 1.1, "b": "ŵ"})]
    assert statements_of(" [ ] ") == []


def test_a_mistake_within_a_batch_is_told_with_its_place() -> None:
    with pytest.raises(StatementProblem) as problem:
        statements_of('[{}, {"a": {"b": 1, "b": 2}}]')
    assert problem.value.where == "[1].b"


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    with pytest.raises(StatementProblem, match="UTF-8"):
        text_of("ŵ".encode("utf-16"))


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert value_of('"\\ud83d\\ude00"') == "😀"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(StatementProblem):
        statements_of(text)


@given(st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3), max_size=4))
def test_what_another_writer_writes_is_read_as_it_is(values: list[object]) -> None:
    assert [value for _text, value in statements_of(json.dumps(values))] == values


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("actor", {"mbox": "mailto:a@b.example", "name": None}, "actor.name"),
        ("verb.display", None, "verb.display"),
        ("object.definition.name.cy", None, "object.definition.name.cy"),
        ("context", {"registration": None}, "context.registration"),
        ("Verb", {}, "Verb"),
        ("actor.Name", "x", "actor.Name"),
        ("object.definition.Type", "urn:x:y", "object.definition.Type"),
        ("result", {"Success": True}, "result.Success"),
        ("result", {"score": {"points": 1}}, "result.score.points"),
        ("result", {"success": "true"}, "result.success"),
        ("context", {"contextActivities": {"mother": {"id": "urn:x:a"}}}, "context.contextActivities.mother"),
    ],
)
def test_null_and_unknown_names_are_refused_wherever_they_stand(path: str, value: object, where: str) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed(path, value))
    assert problem.value.where == where


def test_extensions_hold_anything_under_an_iri() -> None:
    assert check(changed("result", {"extensions": {"urn:x:a": None, "urn:x:b": [1, {"c": None}]}})).verb
    with pytest.raises(StatementProblem) as problem:
        check(changed("result", {"extensions": {"no iri": 1}}))
    assert problem.value.where == "result.extensions.no iri"
