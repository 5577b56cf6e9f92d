"""What became of a content, for editors: what was missing and why, under pseudonyms and without anybody's answers."""

import io
import json
from copy import deepcopy
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from h5p_packages import LIBRARY, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st
from wagtail.users.models import UserProfile

from media import attempts
from media.attempts import Packet
from media.console.telling import became, pseudonym
from media.h5p import UserData, part_titles
from media.importing import import_package
from media.models import ContentAttempt, ContentVersion
from people.models import User

ONE, TWO = "0c87e2a4-eb41-439f-8e1b-a84daac6221e", "275814a6-992b-40af-af2b-0cde61887f40"
LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
SECRET = "what the learner wrote"


def library(name: str, minor: int, semantics: list[Any]) -> dict[str, Any]:
    """The probe's files under another name."""
    folder = f"{name}-1.{minor}"
    files = {path.replace(LIBRARY, folder): deepcopy(value) for path, value in sound_with().items() if LIBRARY in path}
    files[f"{folder}/library.json"] |= {"machineName": name, "minorVersion": minor}
    return {**files, f"{folder}/semantics.json": semantics}


def question(key: str, words: str) -> dict[str, Any]:
    return {"library": "H5P.TrueFalse 1.8", "subContentId": key, "params": {"question": words}}


@pytest.fixture
def version(db: None, package_folder: Path) -> ContentVersion:
    """Two questions in a set."""
    asked = {"name": "q", "type": "library", "options": ["H5P.TrueFalse 1.8"]}
    files = {
        **sound_with(),
        **library("H5P.QuestionSet", 20, [{"name": "questions", "type": "list", "field": asked}]),
        **library("H5P.TrueFalse", 8, [{"name": "question", "type": "text", "widget": "html", "tags": ["p"]}]),
        "content/content.json": {"questions": [question(ONE, "<p>Is it harm?</p>"), question(TWO, "<p>Is it risk?</p>")]},
    }  # fmt: skip
    files = {name: value for name, value in files.items() if LIBRARY not in name}
    files["h5p.json"] |= {"mainLibrary": "H5P.QuestionSet", "title": "Two questions", "language": "en"}
    files["h5p.json"]["preloadedDependencies"] = [
        {"machineName": name, "majorVersion": 1, "minorVersion": minor}
        for name, minor in (("H5P.QuestionSet", 20), ("H5P.TrueFalse", 8))
    ]
    made = import_package(io.BytesIO(packed(files)), "set.h5p", language="en").version
    made.content.need = "answered"
    made.content.save()
    return made


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **LANGUAGES))
    return client


def say(person: User, version: ContentVersion, *parts: str, sequence: int = 1) -> None:
    """The person answers these parts."""
    told = [
        {
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"definition": {"extensions": {"http://h5p.org/x-api/h5p-subContentId": part}}},
            "context": {"contextActivities": {"parent": [{"id": "x"}]}},
            "result": {"score": {"raw": 1, "max": 1}, "response": SECRET},
        }
        for part in parts
    ]
    attempts.tell(person, version, Packet(UserData(sequence), said=tuple((uuid4(), json.dumps(each)) for each in told)))


def text_of(client: Client, name: str, *arguments: Any) -> str:
    return str(client.get(reverse(name, args=arguments)).content.decode())


def test_the_console_says_what_was_missing_and_why_it_is_not_complete(
    editor: Client, version: ContentVersion, officer: User, teacher: User
) -> None:
    say(officer, version, ONE)
    say(teacher, version, ONE, TWO)
    told = became(version.content)
    assert (told.people, told.complete, len(told.goings)) == (2, 1, 2)
    assert told.reasons == [("Not done yet: 1 of 2 parts are answered.", 1)]
    assert told.missed == [("Is it risk?", 1)]
    page = text_of(editor, "media-console", version.content_id)
    assert "Complete when every part is answered." in page
    assert "Not done yet: 1 of 2 parts are answered." in page


def test_an_attempt_s_page_says_what_was_sent_and_not_what_was_answered(
    editor: Client, version: ContentVersion, officer: User
) -> None:
    say(officer, version, ONE)
    page = text_of(editor, "media-attempt", ContentAttempt.objects.get().key)
    for words in ("Not done yet: 1 of 2 parts are answered.", "Is it risk?", "Is it harm?", "1 / 1", "gave an answer"):
        assert words in page
    for secret in (SECRET, officer.email, officer.last_name):
        assert secret not in page
        assert secret not in text_of(editor, "media-console", version.content_id)


def test_a_learner_has_another_name_in_each_content_and_always_the_same_there(
    version: ContentVersion, officer: User, teacher: User
) -> None:
    other = deepcopy(version.content)
    other.key = uuid4()
    names = [
        pseudonym(officer.pk, version.content),
        pseudonym(teacher.pk, version.content),
        pseudonym(officer.pk, other),
    ]
    assert len(set(names)) == 3
    assert pseudonym(officer.pk, version.content) == names[0]


def test_a_content_that_nobody_began_says_so_in_both_languages(editor: Client, version: ContentVersion) -> None:
    assert "Nobody has begun it yet." in text_of(editor, "media-console", version.content_id)
    profile = UserProfile.get_for_user(User.objects.get(email="editor@diogel.example"))
    profile.preferred_language = "cy"
    profile.save()
    assert "Does neb wedi ei ddechrau eto." in text_of(editor, "media-console", version.content_id)


def test_only_who_answers_for_contents_sees_it(client: Client, version: ContentVersion, officer: User) -> None:
    say(officer, version, ONE)
    client.force_login(officer)
    for name, key in (("media-console", version.content_id), ("media-attempt", ContentAttempt.objects.get().key)):
        assert client.get(reverse(name, args=[key])).status_code == 302


def test_many_attempts_cost_no_more_questions_of_the_database(
    editor: Client, version: ContentVersion, officer: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        attempts.begin(officer, version)
        say(officer, version, ONE, sequence=number + 1)
    with django_assert_max_num_queries(8):
        assert len(became(version.content).goings) == 12


anything = st.recursive(
    st.none() | st.text(max_size=9) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["library", "subContentId", "params", "metadata", "title", "question"]), inner
        )
    ),
    max_leaves=20,
)


@given(anything)
def test_whatever_stands_in_a_content_its_parts_have_titles(value: Any) -> None:
    assert all(isinstance(each, str) and len(each) <= 81 for each in part_titles(value).values())


def test_a_part_is_called_by_what_it_asks_else_its_title_else_its_type() -> None:
    bare = {"library": "H5P.Essay 1.5", "subContentId": "a"}
    assert part_titles([bare]) == {"a": "H5P.Essay 1.5"}
    assert part_titles([bare | {"metadata": {"title": "Untitled Essay"}}]) == {"a": "H5P.Essay 1.5"}
    assert part_titles([bare | {"metadata": {"title": "A letter"}}]) == {"a": "A letter"}
    assert part_titles([bare | {"params": {"question": "<p>Why &amp; how?</p>"}}]) == {"a": "Why & how?"}
