"""How a stored statement is given out (2.0: 4.1.6.1, 4.2.7; 1.0.3: Communication 2.1.3): letter for letter, short, in one language."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import AGENT, SOUND

from records.xapi.converting import as_ids, canonical, converted
from records.xapi.equality import same
from records.xapi.erasing import identities_of_address, without
from records.xapi.languages import one_language, wanted
from records.xapi.splicing import spliced
from records.xapi.versions import ONE, TWO

GROUP = {"objectType": "Group", "name": "Team", "member": [{**AGENT, "name": "Ann"}]}


def test_what_the_store_sets_is_put_in_and_the_rest_is_left_as_it_was() -> None:
    text = '{ "a" : 1.10 ,\n"stored":"old", "b":{"stored": 1e2} }'
    given = spliced(text, {"stored": "new"}, {"a": 5, "c": "ŵ"})
    assert given == '{"a" : 1.10,"b":{"stored": 1e2},"stored":"new","c":"ŵ"}'
    assert spliced("{}", {}, {"a": 1}) == '{"a":1}'


@given(st.dictionaries(st.text(max_size=6), st.recursive(st.integers() | st.text(max_size=6), st.lists), max_size=5))
def test_splicing_means_what_replacing_means(value: dict[str, object]) -> None:
    for indent in (None, 1):
        text = json.dumps(value, indent=indent)
        assert json.loads(spliced(text, {"a": 1}, {"b": 2})) == {**value, "a": 1, "b": value.get("b", 2)}


@pytest.mark.parametrize(
    ("header", "tags"),
    [("cy, en;q=0.5", ["cy", "en"]), ("en;q=0.5,cy", ["cy", "en"]), ("en;q=0", []), ("", []), ("*;q=0.1, cy-GB", ["cy-gb", "*"]),
     ("no tag at all!", [])],
)  # fmt: skip
def test_a_reader_says_which_languages_they_want(header: str, tags: list[str]) -> None:
    assert wanted(header) == tags


@pytest.mark.parametrize(
    ("tags", "given"),
    [
        (["cy"], "cy"),
        (["en-gb"], "en-GB"),
        (["en"], "en"),
        (["en-us"], "en"),
        (["fr", "cy-gb"], "cy"),
        (["fr"], "en"),
        ([], "en"),
    ],
)
def test_the_very_language_comes_before_one_near_it(tags: list[str], given: str) -> None:
    assert list(one_language({"en": "a", "en-GB": "b", "cy": "c"}, tags)) == [given]
    assert one_language({}, tags) == {}


def test_ids_leave_names_out_and_keep_the_members_of_a_group_without_identifier() -> None:
    found = json.loads(as_ids(json.dumps({**SOUND, "actor": GROUP, "context": {"team": {**GROUP, **AGENT}}})))
    assert found["actor"] == {"objectType": "Group", "member": [AGENT]}
    assert found["context"]["team"] == {"objectType": "Group", **AGENT}
    assert found["object"] == {"id": SOUND["object"]["id"]}
    assert found["verb"] == {"id": SOUND["verb"]["id"]}


def test_the_canonical_form_speaks_one_language_down_to_the_choices() -> None:
    both = {"cy": "Ie", "en": "Yes"}
    definition = {"interactionType": "choice", "choices": [{"id": "a", "description": both}], "name": both}
    statement = {**SOUND, "verb": {**SOUND["verb"], "display": both}}
    found = json.loads(canonical(json.dumps(statement), {SOUND["object"]["id"]: definition}, ["cy"]))
    assert found["object"]["definition"]["choices"] == [{"id": "a", "description": {"cy": "Ie"}}]
    assert found["object"]["definition"]["name"] == found["verb"]["display"] == {"cy": "Ie"}


def test_a_statement_that_needs_no_change_is_given_as_it_was_sent() -> None:
    text = json.dumps(SOUND).replace(": ", " :\t")
    assert converted(text, TWO, TWO) == converted(text, ONE, TWO) == converted(text, ONE, ONE) == text


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({}, {"stored": "2026-01-01T00:00:00Z", "version": "1.0.0", "authority": AGENT}, True),
        ({}, {"timestamp": "2026-11-22T10:30:00.0001+01:00"}, True),
        ({}, {"timestamp": "2026-11-22T10:30:00Z"}, False),
        ({}, {"verb": {**SOUND["verb"], "display": {"cy": "cwblhaodd"}}}, True),
        ({"result": {"duration": "PT1.239S"}}, {"result": {"duration": "PT1.23S"}}, True),
        ({"result": {"success": True}}, {"result": {"success": False}}, False),
        ({"actor": {**GROUP, "member": [AGENT, {"openid": "urn:x:a"}]}},
         {"actor": {**GROUP, "member": [{"openid": "urn:x:a", "objectType": "Agent"}, AGENT]}}, True),
        ({"context": {"contextActivities": {"parent": {"id": "urn:x:p"}}}},
         {"context": {"contextActivities": {"parent": [{"id": "urn:x:p"}]}}}, True),
        ({}, {"object": {"id": "urn:x:other"}}, False),
    ],
)  # fmt: skip
def test_two_statements_say_the_same_or_do_not(one: object, other: object, alike: bool) -> None:
    assert same({**SOUND, **one}, {**SOUND, **other}) is alike  # type: ignore[dict-item]


def test_nobody_is_named_where_they_are_taken_out_and_everybody_else_is() -> None:
    named = identities_of_address("Ann@x.example")
    ann, other = {"mbox": "mailto:ann@x.example", "name": "Ann"}, {"mbox": "mailto:bob@x.example"}
    account = {"homePage": "https://here.example", "name": "1"}
    found = without({"a": [ann, other], "extensions": {"urn:x:e": ann}}, named, account)
    assert found == {"a": [{"account": account}, other], "extensions": {"urn:x:e": ann}}
