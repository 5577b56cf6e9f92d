"""Interactive contents in the editors' site and in a lesson: put in, refused with reasons, tried, replaced, played."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override
from h5p_packages import LIBRARY, entries, packed, sound_with
from pytest_django import Settings

from media.h5p import UserData, check_package
from media.importing import import_package
from media.models import ContentAttempt, ContentVersion, InteractiveContent, LibraryBuild, OutsideHost
from media.templatetags.interactive import interactive
from people.models import User

pytestmark = pytest.mark.django_db
LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}


@pytest.fixture
def editor(client: Client, package_folder: Path) -> Client:
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **LANGUAGES))
    return client


def upload(files: dict[str, Any] | None = None, name: str = "quiz.h5p") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, packed(files or sound_with()))


def send(editor: Client, name: str = "add", *arguments: Any, **fields: Any) -> Any:
    told = {"title": "A quiz", "need": "end", "percent": 100, "seconds": 60, **fields}
    return editor.post(reverse(f"wagtailsnippets_media_interactivecontent:{name}", args=arguments), told)


def test_an_editor_puts_in_a_package_in_each_language(editor: Client) -> None:
    send(editor, package_cy=upload(), package_en=upload(entries(h5p={"title": "Test"})))
    content = InteractiveContent.objects.get()
    assert (content.title, content.need) == ("A quiz", "end")
    assert [(each.language, each.number) for each in content.versions.order_by("language")] == [("cy", 1), ("en", 1)]
    assert {each.made_by.email for each in content.versions.all() if each.made_by} == {"editor@diogel.example"}


def test_a_refused_package_is_told_with_every_reason_and_keeps_nothing(editor: Client) -> None:
    broken = sound_with(**{f"{LIBRARY}/probe.js": None, f"{LIBRARY}/probe.css": None})
    page = send(editor, package_cy=upload(broken)).content.decode()
    assert "names the file probe.js" in page
    assert "names the file probe.css" in page
    assert not InteractiveContent.objects.exists()


def test_a_content_without_any_package_is_refused(editor: Client) -> None:
    assert "at least one of the languages" in send(editor).content.decode()
    assert not InteractiveContent.objects.exists()


def test_a_new_package_is_a_new_version_once_it_is_published_and_none_keeps_what_is_there(editor: Client) -> None:
    send(editor, package_cy=upload())
    content = InteractiveContent.objects.get()
    send(editor, "edit", content.pk, need="time", title="Another name")
    send(editor, "edit", content.pk, package_cy=upload(sound_with(**{"content/content.json": {"text": "newer"}})))
    content = InteractiveContent.objects.get()
    assert sorted(str(each.number) for each in content.versions.all()) == ["1", "None"]
    editor.post(reverse("media-publish", args=[content.versions.get(number=None).pk]))
    assert [each.number for each in content.versions.order_by("number")] == [1, 2]


def test_what_is_too_large_is_refused_before_it_is_read(editor: Client, settings: Settings) -> None:
    settings.LARGEST_UPLOAD = 1000
    assert send(editor, package_cy=upload()).status_code == 400
    assert not InteractiveContent.objects.exists()


def test_trying_a_content_out_shows_it_with_its_rights_and_keeps_nothing(editor: Client) -> None:
    send(editor, package_cy=upload())
    content = InteractiveContent.objects.get()
    page = editor.get(reverse("media-try", args=[content.pk]))
    words = page.content.decode()
    assert page["Content-Security-Policy"] == "frame-src 'self'"
    assert "/media/h5p/play/" in words
    assert "T.Probe 1.0" in words
    assert "MIT" in words
    assert "data-tell" not in words
    version = content.versions.get()
    told = {"said": [{"verb": {"id": "x/completed"}}], "end": False, "seconds": 3}
    answer = editor.post(reverse("media-judge", args=[version.pk]), json.dumps(told), content_type="application/json")
    assert answer.json() == {"complete": True, "reason": "Done: seen to the end.", "marked": ""}
    for nonsense in ("", "[]", "{}", '{"said": 1, "end": 1, "seconds": "x"}'):
        answer = editor.post(reverse("media-judge", args=[version.pk]), nonsense, content_type="application/json")
        assert answer.status_code == 400
    assert not ContentAttempt.objects.exists()


def test_an_editor_takes_a_content_out_as_a_package(editor: Client) -> None:
    send(editor, package_cy=upload())
    content = InteractiveContent.objects.get()
    raw = b"".join(editor.get(reverse("media-download", args=[content.pk, "cy"])))  # type: ignore[arg-type]
    assert check_package(io.BytesIO(raw)).accepted
    assert editor.get(reverse("media-download", args=[content.pk, "en"])).status_code == 404


def test_a_build_that_waits_is_shown_with_its_differences_and_approved(editor: Client) -> None:
    send(editor, package_cy=upload())
    other = {**sound_with(), f"{LIBRARY}/probe.js": b"other()", "content/content.json": {"text": "b"}}
    import_package(io.BytesIO(packed(other)), "fork.h5p")
    page = editor.get(reverse("media-libraries")).content.decode()
    assert "fork.h5p" in page
    assert "<li>probe.js</li>" in page
    waiting = LibraryBuild.objects.latest("pk")
    assert waiting.library.approved != waiting
    editor.post(reverse("media-approve", args=[waiting.pk]))
    waiting.library.refresh_from_db()
    assert waiting.library.approved == waiting


@pytest.mark.parametrize("address", ["media-try", "media-judge", "media-download", "media-libraries", "media-approve"])
def test_learners_do_none_of_this(client: Client, officer: User, address: str) -> None:
    client.force_login(officer)
    arguments = {"media-libraries": [], "media-download": [1, "cy"]}.get(address, [1])
    for answer in (client.get(reverse(address, args=arguments)), client.post(reverse(address, args=arguments))):
        assert answer.status_code in {302, 403, 405}


def test_an_administrator_allows_a_server_outside_and_a_writer_of_contents_does_not(editor: Client) -> None:
    host = OutsideHost.objects.create(name="films.example")
    address = reverse("wagtailsnippets_media_outsidehost:edit", args=[host.pk])
    writes = Permission.objects.filter(codename__in=["access_admin", "change_interactivecontent"])
    writer = User.objects.create_user("writer@diogel.example", "x", **LANGUAGES)
    writer.user_permissions.add(*writes)
    assert len(writes) == 2
    allowed = []
    for client in (Client(), editor):
        if client is not editor:
            client.force_login(writer)
        client.post(address, {"name": host.name, "allowed": "on"})
        host.refresh_from_db()
        allowed.append(host.allowed)
    assert allowed == [False, True]


@pytest.fixture
def version(package_folder: Path) -> ContentVersion:
    return import_package(io.BytesIO(packed(sound_with())), "probe.h5p").version


def context_of(version: ContentVersion, user: Any, language: str = "cy") -> dict[str, Any]:
    request = RequestFactory().get("/x/")
    request.user = user
    with override(language):
        return interactive({"request": request}, InteractiveContent.objects.get(pk=version.content_id))


def test_in_a_lesson_a_person_finds_their_own_place(version: ContentVersion, officer: User, teacher: User) -> None:
    from media.attempts import Packet, tell

    tell(officer, version, Packet(UserData(1, "mine", seen_end=True)))
    assert (context_of(version, officer)["state"], context_of(version, teacher)["state"]) == ("mine", "")
    assert context_of(version, officer)["is_complete"]
    assert not context_of(version, teacher)["is_complete"]


def test_a_reader_of_the_other_language_is_told_that_it_is_not_there_yet(
    version: ContentVersion, officer: User
) -> None:
    assert context_of(version, officer, "en")["in_other_language"]
    assert not context_of(version, officer, "cy")["in_other_language"]
