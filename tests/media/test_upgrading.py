"""A content carried over by its type's own steps: what the author's browser is given to run, and what is taken of what it made."""

import io
import json
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from h5p_packages import packed, sound_with

from media.authoring.upgrading import plan
from media.importing import import_package
from media.models import ContentDraft, ContentVersion, Library
from people.models import User

pytestmark = pytest.mark.django_db
LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
LATER = "T.Probe-1.2"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **LANGUAGES))
    return client


@pytest.fixture
def version() -> ContentVersion:
    return import_package(io.BytesIO(packed(sound_with())), "probe.h5p", language="en").version


@pytest.fixture
def newer(version: ContentVersion) -> Library:
    """A later version of its type, which calls the text `words` and has steps for earlier contents."""
    later: dict[str, Any] = {key.replace("T.Probe-1.0", LATER): value for key, value in sound_with().items()}
    later[f"{LATER}/library.json"] |= {"minorVersion": 2}
    later[f"{LATER}/semantics.json"] = [{"name": "words", "type": "text", "widget": "html", "tags": ["p"]}]
    later[f"{LATER}/upgrades.js"] = b"var H5PUpgrades = H5PUpgrades || {};"
    later["h5p.json"]["preloadedDependencies"][0]["minorVersion"] = 2
    later["content/content.json"] = {"words": "<p>arall</p>"}
    import_package(io.BytesIO(packed(later)), "later.h5p")
    return Library.objects.get(minor=2)


def carry(editor: Client, version: ContentVersion, newer: Library, **part: Any) -> HttpResponse:
    told = {"library": "T.Probe 1.2", "params": {"words": "<p>moved</p>"}, "metadata": {"title": "Prawf"}} | part
    post = {"library": newer.pk, "upgraded": json.dumps(told)}
    return editor.post(reverse("media-change", args=[version.pk]), post)  # type: ignore[return-value]


def words(answer: HttpResponse) -> str:
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))  # type: ignore[attr-defined]


def test_the_frame_is_given_the_content_the_later_fields_and_the_newest_steps(
    version: ContentVersion, newer: Library
) -> None:
    told = plan(version, newer)
    assert (told["part"]["library"], told["part"]["params"]) == ("T.Probe 1.0", {"text": "<p>helo</p>"})
    assert told["to"] == "T.Probe 1.2"
    assert [each["name"] for each in told["fields"]["T.Probe 1.2"]] == ["words"]
    assert newer.approved
    assert told["scripts"] == [f"/media/h5p/library/{newer.approved.digest}/upgrades.js"]


def test_the_frame_is_confined_wherever_it_is_opened(editor: Client, version: ContentVersion, newer: Library) -> None:
    answer = editor.get(reverse("media-upgrade", args=[version.pk, newer.pk]))
    assert answer["Content-Security-Policy"].startswith("sandbox allow-scripts; default-src 'none'; worker-src blob:;")
    assert "connect-src" not in answer["Content-Security-Policy"]
    back = reverse("media-upgrade", args=[version.pk, version.main.pk])
    assert editor.get(back, follow=True).status_code == 404


def test_what_the_steps_made_becomes_the_draft(editor: Client, version: ContentVersion, newer: Library) -> None:
    answer = carry(editor, version, newer)
    draft = ContentDraft.objects.get()
    assert (draft.main, draft.part["params"]) == (newer, {"words": "<p>moved</p>"})
    assert not words(answer)


def test_what_comes_back_is_filtered_like_any_content(editor: Client, version: ContentVersion, newer: Library) -> None:
    carry(editor, version, newer, params={"words": '<p onclick="x()">moved</p><script>x()</script>', "evil": [1]})
    assert ContentDraft.objects.get().part["params"] == {"words": "<p>moved</p>"}


@pytest.mark.parametrize(
    "part",
    [
        {"library": "T.Probe 1.0"},
        {"library": "T.Other 1.2"},
        {"library": 3},
        {"params": "words"},
        {"params": None},
    ],
)
def test_of_anything_else_nothing_is_taken_and_the_author_is_told(
    editor: Client, version: ContentVersion, newer: Library, part: dict[str, Any]
) -> None:
    answer = carry(editor, version, newer, **part)
    assert ContentDraft.objects.get().part["params"] == {"text": "<p>helo</p>"}
    assert "could not be run" in words(answer)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"library": "T.Probe 1.2"}', "[" * 9000, '"\\ud800"'])
def test_what_is_no_content_changes_nothing(editor: Client, version: ContentVersion, newer: Library, text: str) -> None:
    post = {"library": newer.pk, "upgraded": text}
    editor.post(reverse("media-change", args=[version.pk]), post)
    assert ContentDraft.objects.get().part["params"] == {"text": "<p>helo</p>"}
