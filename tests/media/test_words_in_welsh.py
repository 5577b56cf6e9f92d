"""What H5P types say to learners, in Welsh: our list, a type's own words, what editors write, and what authors wrote."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
import welsh
from django.test import Client
from django.urls import reverse
from h5p_packages import LIBRARY, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import LibraryName
from media.h5p.asking import prompts
from media.h5p.overlay import PLACEHOLDER, overlaid, placeholders
from media.importing import import_package
from media.models import ContentVersion, Library, RuntimeText
from media.preparing import prepared
from media.runtime_texts import listed
from people.models import User

LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
L10N: dict[str, Any] = {
    "name": "l10n", "type": "group", "common": True, "fields": [
        {"name": "check", "type": "text", "default": "Check"},
        {"name": "score", "type": "text", "default": "You got :num out of :total points"},
        {"name": "odd", "type": "text", "default": "Sparkle @count times"},
        {"name": "theirs", "type": "text", "default": "Look"},
    ],
}  # fmt: skip
SEMANTICS = [{"name": "text", "type": "text"}, L10N]
CY = {"semantics": [{}, {"fields": [{}, {}, {}, {"default": "Edrychwch"}]}]}
ENGLISH = {each["name"]: each["default"] for each in L10N["fields"]}


def version(language: str = "cy", said: dict[str, str] | None = None) -> ContentVersion:
    changed = {
        f"{LIBRARY}/semantics.json": SEMANTICS,
        f"{LIBRARY}/language/cy.json": CY,
        "content/content.json": {"text": "Check", "l10n": said or ENGLISH},
    }
    return import_package(io.BytesIO(packed(sound_with(**changed))), "probe.h5p", language=language).version


def said(row: ContentVersion) -> Any:
    return json.loads(prepared(ContentVersion.objects.get(pk=row.pk)).parameters)["l10n"]


@pytest.fixture
def editor(client: Client, package_folder: Path) -> Client:
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **LANGUAGES))
    return client


@pytest.mark.django_db
def test_a_welsh_content_says_in_welsh_what_its_type_left_in_english() -> None:
    row = version()
    told = said(row)
    assert told["check"] == "Gwirio"
    assert told["theirs"] == "Edrychwch"
    assert told["odd"] == "Sparkle @count times"
    assert json.loads(prepared(row).parameters)["text"] == "Check", "what an author wrote is never changed"


@pytest.mark.django_db
def test_an_english_content_and_an_author_s_own_words_stay() -> None:
    assert said(version("en"))["check"] == "Check"
    assert said(version("cy", ENGLISH | {"check": "Edrych yn awr"}))["check"] == "Edrych yn awr"


@pytest.mark.django_db
def test_what_an_editor_writes_is_said_at_once_and_awaits_a_translator(editor: Client) -> None:
    row, library = version(), Library.objects.get()
    assert "Words on buttons in Welsh" in editor.get(reverse("media-welsh")).content.decode()
    address = reverse("media-welsh-texts", args=[library.pk])
    assert "Sparkle @count times" in editor.get(address).content.decode()
    editor.post(address, {"t2": "Pefrio @count o weithiau", "t0": "Gwiriwch", "t0.read": "on"})
    assert (said(row)["odd"], said(row)["check"]) == ("Pefrio @count o weithiau", "Gwiriwch")
    assert {each.path: each.awaits_translator for each in RuntimeText.objects.all()} == {
        "l10n/odd": True,
        "l10n/check": False,
    }
    editor.post(address, {"t0": "", "t2": "Pefrio @count o weithiau"})
    assert said(row)["check"] == "Gwirio", "what is emptied falls back on our list"


@pytest.mark.django_db
def test_a_placeholder_that_is_lost_is_told_at_its_field_and_the_rest_is_kept(editor: Client) -> None:
    row, library = version(), Library.objects.get()
    address = reverse("media-welsh-texts", args=[library.pk])
    page = editor.post(address, {"t2": "Pefrio @cyfrif", "t0": "Gwiriwch"}).content.decode()
    assert "nothing else of the kind: @count" in page
    assert "Pefrio @cyfrif" in page
    assert (said(row)["check"], said(row)["odd"]) == ("Gwiriwch", "Sparkle @count times")


@pytest.mark.django_db
def test_welsh_for_another_english_is_not_said() -> None:
    row = version()
    RuntimeText.objects.create(machine_name="T.Probe", path="l10n/check", english="Check it", welsh="Ei wirio")
    ContentVersion.objects.update(prepared="")
    assert said(row)["check"] == "Gwirio"


@pytest.mark.django_db
def test_learners_change_no_words(client: Client, officer: User) -> None:
    client.force_login(officer)
    for address in (reverse("media-welsh"), reverse("media-welsh-texts", args=[1])):
        assert client.get(address).status_code in {302, 403}


def test_our_list_keeps_every_placeholder_and_is_welsh() -> None:
    assert [english for english, told in listed().items() if placeholders(english) != placeholders(told)] == []
    assert welsh.unknown([PLACEHOLDER.sub(" ", told) for told in listed().values()]) == []


@given(
    st.recursive(
        st.none() | st.text(max_size=5), lambda each: st.dictionaries(st.sampled_from(["l10n", "check", "text"]), each)
    )
)
def test_whatever_a_content_holds_the_overlay_changes_nothing_but_what_is_left_in_english(value: Any) -> None:
    main = LibraryName("T.Probe", 1, 0)
    told = overlaid(main, value, {main: prompts(SEMANTICS)}.get, lambda name: {"l10n/check": "Gwirio"})
    again = overlaid(main, told, {main: prompts(SEMANTICS)}.get, lambda name: {"l10n/check": "Gwirio"})
    assert again == told
