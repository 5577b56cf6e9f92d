"""Contents written in the editors' site: begun, typed, tried, compared, published, put back."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from h5p_browsing import posted
from h5p_packages import packed, sound_with
from PIL import Image
from pytest_django import Settings

from media import keeping
from media.authoring import drafts
from media.authoring.files import LARGEST
from media.content_types.building import build
from media.importing import import_package
from media.models import ContentDraft, ContentVersion, InteractiveContent, Library
from media.preparing import prepared
from media.shipped import bring
from people.models import User

pytestmark = pytest.mark.django_db
LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
CHOICE = next(
    each for each in build() if each.content.library.machine_name == "Diogel.Choice" and each.content.language == "en"
)
SIGNS = next(each for each in build() if each.content.pictures and each.content.language == "en")


@pytest.fixture
def person(package_folder: Path) -> User:
    return User.objects.create_superuser("editor@diogel.example", "x", **LANGUAGES)


@pytest.fixture
def editor(client: Client, person: User) -> Client:
    client.force_login(person)
    return client


@pytest.fixture
def choice(package_folder: Path) -> ContentVersion:
    bring(CHOICE)
    return ContentVersion.objects.select_related("content", "main").get()


def changed(editor: Client, version: ContentVersion, **more: str) -> ContentDraft:
    """A draft of a version."""
    editor.post(reverse("media-change", args=[version.pk]), more)
    return ContentDraft.objects.latest("pk")


def send(
    editor: Client,
    draft: ContentDraft,
    do: str = "save",
    revision: int | None = None,
    told: dict[str, Any] | None = None,
) -> Any:
    """The draft's form as a browser sends it, with some inputs filled otherwise."""
    draft.refresh_from_db()
    values = posted([drafts.laid_out(draft)]) | {"revision": [str(draft.revision if revision is None else revision)]}
    values |= {f"p.content.{name}": value for name, value in (told or {}).items()}
    return editor.post(reverse("media-draft", args=[draft.pk]), values | {"do": do})


def parameters(draft: ContentDraft) -> Any:
    draft.refresh_from_db()
    return draft.part["params"]


# --- Begun ---


def test_a_new_content_is_begun_with_the_defaults_of_its_type_in_its_language(
    editor: Client, choice: ContentVersion
) -> None:
    page = editor.get(reverse("media-write")).content.decode()
    assert "Diogel.Choice 1.0" in page
    editor.post(reverse("media-write"), {"title": "Un newydd", "language": "cy", "library": choice.main_id})
    draft = ContentDraft.objects.get(content__title="Un newydd")
    assert draft.part["params"]["l10n"]["check"] == "Gwirio"
    assert len(draft.part["params"]["options"]) == 3
    assert "Un newydd" in editor.get(reverse("media-draft", args=[draft.pk])).content.decode()


def test_a_type_that_is_not_for_new_content_is_not_offered(editor: Client, choice: ContentVersion) -> None:
    Library.objects.update(restricted=True)
    assert "Diogel.Choice 1.0" not in editor.get(reverse("media-write")).content.decode()
    told = {"title": "x", "language": "cy", "library": choice.main_id}
    assert editor.post(reverse("media-write"), told).status_code == 200
    assert not ContentDraft.objects.exists()


# --- Typed ---


def test_a_content_that_is_opened_and_saved_is_the_same(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    before = draft.part
    assert send(editor, draft).status_code == 302
    draft.refresh_from_db()
    assert draft.part == before
    assert draft.part["params"] == json.loads(prepared(choice).parameters)


def test_a_draft_that_was_begun_before_is_gone_on_with_and_said_to_be_so(
    editor: Client, choice: ContentVersion
) -> None:
    draft = changed(editor, choice)
    send(editor, draft, told={"params.heading": "Begun"})
    page = editor.post(reverse("media-change", args=[choice.pk]), follow=True).content.decode()
    assert "This draft was begun before." in page
    assert 'value="Begun"' in page


def test_items_are_added_beside_what_was_typed(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    before = len(draft.part["params"]["options"])
    answer = send(editor, draft, "add|p.content.params.options", told={"params.heading": "Otherwise"})
    assert answer["Location"].endswith(f"#p.content.params.options.{before}")
    assert parameters(draft)["heading"] == "Otherwise"
    assert len(parameters(draft)["options"]) == before + 1
    first = parameters(draft)["options"][0]["text"]
    answer = send(editor, draft, "down|p.content.params.options.0")
    assert answer["Location"].endswith("#p.content.params.options.1")
    assert parameters(draft)["options"][1]["text"] == first


def test_what_another_window_saved_is_not_overwritten_and_nothing_typed_is_lost(
    editor: Client, choice: ContentVersion
) -> None:
    draft = changed(editor, choice)
    send(editor, draft, told={"params.heading": "First"})
    page = send(editor, draft, revision=0, told={"params.heading": "Second"}).content.decode()
    assert "in another window" in page
    assert 'value="Second"' in page
    assert parameters(draft)["heading"] == "First"
    send(editor, draft, told={"params.heading": "Second"})
    assert parameters(draft)["heading"] == "Second"


def test_mistakes_are_told_at_their_fields_and_what_was_typed_stays(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    long = "x" * 300
    page = send(
        editor, draft, "try", told={"params.task": "", "params.heading": long, "params.options.0.text": ""}
    ).content.decode()
    assert page.count("Fill this in.") == 4, "each in the list above and at its field"
    assert "Options › Option 1 › Text: Fill this in." in page
    assert "Shorten this: there is room for 255 characters." in page
    assert f"\n{long}</textarea>" in page
    assert 'aria-invalid="true" aria-describedby="p.content.params.heading.mistake"' in page
    assert not ContentVersion.objects.filter(number=None).exists()


def test_what_is_typed_reaches_the_editors_page_as_text_alone(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    evil = '"><script>alert(1)</script>'
    send(editor, draft, told={"params.heading": evil, "params.task": evil, "rights.title": evil})
    page = editor.get(reverse("media-draft", args=[draft.pk])).content.decode()
    assert "<script>alert" not in page


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, kind)
    return out.getvalue()


def test_a_picture_is_put_in_shown_and_part_of_the_version(editor: Client, person: User) -> None:
    bring(SIGNS)
    version = ContentVersion.objects.get()
    draft = changed(editor, version)
    old = draft.part["params"]["image"]["path"]
    assert editor.get(reverse("media-draft-picture", args=[draft.pk, old])).status_code == 200
    told = {"params.image": SimpleUploadedFile("new.png", picture())}
    assert send(editor, draft, told=told).status_code == 302
    image = parameters(draft)["image"]
    assert (image["mime"], image["width"], image["height"]) == ("image/png", 40, 30)
    shown = editor.get(reverse("media-draft-picture", args=[draft.pk, image["path"]]))
    assert b"".join(shown) == picture()
    assert "sandbox" in shown["Content-Security-Policy"]
    send(
        editor, draft, "try", told={"params.image.rights.license": "CC BY", "params.image.rights.author": "M. Roberts"}
    )
    waiting = ContentVersion.objects.get(number=None)
    with keeping.package(waiting.package) as package:
        names = {name for name in package.members if name.startswith("content/images/")}
    assert names == {f"content/{image['path']}"}
    assert json.loads(prepared(waiting).parameters)["image"]["copyright"]["author"] == "M. Roberts"


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.svg", b"<svg/>", "Choose one of these kinds: gif, jpeg, jpg, png."),
        ("a.png", b"no picture", "no picture can be read from it"),
        ("a.html", b"<script>", "Choose one of these kinds"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_at_its_field_and_the_rest_is_kept(
    editor: Client, person: User, name: str, raw: bytes, words: str
) -> None:
    bring(SIGNS)
    draft = changed(editor, ContentVersion.objects.get())
    before = draft.part["params"]["image"]
    page = send(
        editor, draft, told={"params.image": SimpleUploadedFile(name, raw), "params.heading": "Kept"}
    ).content.decode()
    assert words in page
    assert parameters(draft)["image"] == before
    assert parameters(draft)["heading"] == "Kept"


def test_a_file_too_large_is_not_taken(editor: Client, person: User, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(SIGNS)
    draft = changed(editor, ContentVersion.objects.get())
    monkeypatch.setitem(LARGEST, "image", 10)
    assert (
        "MB at most"
        in send(editor, draft, told={"params.image": SimpleUploadedFile("a.png", picture())}).content.decode()
    )


# --- Tried, compared, published ---


def test_a_draft_is_tried_compared_and_published_and_the_old_version_can_be_put_back(
    editor: Client, choice: ContentVersion
) -> None:
    draft = changed(editor, choice)
    answer = send(editor, draft, "try", told={"params.heading": "A new heading"})
    waiting = ContentVersion.objects.get(number=None)
    assert answer["Location"] == reverse("media-waiting", args=[waiting.pk])
    page = editor.get(answer["Location"])
    assert page["Content-Security-Policy"] == "frame-src 'self'"
    assert "<ins>A new heading</ins>" in page.content.decode()
    content = InteractiveContent.objects.get()
    assert content.version_in("en") == choice, "learners see the old one meanwhile"

    editor.post(reverse("media-publish", args=[waiting.pk]))
    content = InteractiveContent.objects.get()
    newest = content.version_in("en")
    assert newest == waiting
    assert newest.number == 2
    assert not ContentDraft.objects.exists()

    assert "Put it back" in editor.get(reverse("media-try", args=[content.pk])).content.decode()
    editor.post(reverse("media-put-back", args=[choice.pk]))
    back = InteractiveContent.objects.get().version_in("en")
    assert back
    assert (back.number, back.package) == (3, choice.package)


def test_nobody_completes_a_version_that_waits(editor: Client, choice: ContentVersion) -> None:
    send(editor, changed(editor, choice), "try", told={"params.heading": "Not yet"})
    waiting = ContentVersion.objects.get(number=None)
    for name in ("tell", "again"):
        address = reverse(f"interactive:{name}", args=[waiting.pk])
        assert editor.post(address, {}, content_type="application/json").status_code == 404


def test_a_version_that_was_not_published_goes_and_its_draft_stays(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    send(editor, draft, "try", told={"params.heading": "Never"})
    editor.post(reverse("media-withdraw", args=[ContentVersion.objects.get(number=None).pk]))
    assert ContentVersion.objects.count() == 1
    draft.refresh_from_db()
    assert draft.tried is None
    assert draft.part["params"]["heading"] == "Never"


def test_a_draft_tried_again_takes_the_place_of_what_waited(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    send(editor, draft, "try", told={"params.heading": "Once"})
    send(editor, draft, "try", told={"params.heading": "Twice"})
    (waiting,) = ContentVersion.objects.filter(number=None)
    assert json.loads(prepared(waiting).parameters)["heading"] == "Twice"


def test_nothing_changed_is_no_new_version(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice)
    send(editor, draft, "try", told={"params.heading": "Other"})
    editor.post(reverse("media-publish", args=[ContentVersion.objects.get(number=None).pk]))
    again = changed(editor, ContentVersion.objects.latest("number"))
    send(editor, again, "try")
    assert not ContentVersion.objects.filter(number=None).exists()


def test_a_draft_that_is_let_go_takes_its_files_and_an_empty_content_with_it(
    editor: Client, person: User, django_capture_on_commit_callbacks: Any
) -> None:
    bring(SIGNS)
    version = ContentVersion.objects.get()
    editor.post(reverse("media-write"), {"title": "Gone", "language": "cy", "library": version.main_id})
    draft = ContentDraft.objects.get()
    send(editor, draft, told={"params.image": SimpleUploadedFile("new.png", picture())})
    draft.refresh_from_db()
    (key,) = draft.files.values()
    assert keeping.packages().exists(key)
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("media-draft-discard", args=[draft.pk]))
    assert not keeping.packages().exists(key)
    assert not InteractiveContent.objects.filter(title="Gone").exists()


def test_the_other_language_is_begun_from_what_is_there(editor: Client, choice: ContentVersion) -> None:
    draft = changed(editor, choice, language="cy")
    assert (draft.language, draft.part["params"]["options"]) == (
        "cy",
        json.loads(prepared(choice).parameters)["options"],
    )
    send(editor, draft, "try")
    editor.post(reverse("media-publish", args=[ContentVersion.objects.get(number=None).pk]))
    assert set(InteractiveContent.objects.get().newest) == {"cy", "en"}


def test_a_package_in_place_of_another_waits_with_its_difference(editor: Client, person: User) -> None:
    content = import_package(io.BytesIO(packed(sound_with())), "probe.h5p").version.content
    newer = SimpleUploadedFile("newer.h5p", packed(sound_with(**{"content/content.json": {"text": "<p>newer</p>"}})))
    told = {"title": "A quiz", "need": "end", "percent": 100, "seconds": 60, "package_cy": newer}
    answer = editor.post(reverse("wagtailsnippets_media_interactivecontent:edit", args=[content.pk]), told)
    waiting = ContentVersion.objects.get(number=None)
    assert answer["Location"] == reverse("media-waiting", args=[waiting.pk])
    page = editor.get(answer["Location"]).content.decode()
    assert "<del>helo</del>" in page
    assert "<ins>newer</ins>" in page


def test_a_content_is_carried_over_to_a_later_version_of_its_type(editor: Client, person: User) -> None:
    version = import_package(io.BytesIO(packed(sound_with())), "probe.h5p").version
    later = {key.replace("T.Probe-1.0", "T.Probe-1.2"): value for key, value in sound_with().items()}
    later["T.Probe-1.2/library.json"] = {**later["T.Probe-1.2/library.json"], "minorVersion": 2}
    later["T.Probe-1.2/semantics.json"] = [
        *later["T.Probe-1.2/semantics.json"],
        {"name": "new", "type": "text", "default": "Fresh"},
    ]
    later["h5p.json"] = {
        **later["h5p.json"],
        "preloadedDependencies": [{"machineName": "T.Probe", "majorVersion": 1, "minorVersion": 2}],
    }
    import_package(io.BytesIO(packed(later)), "later.h5p")
    newer = Library.objects.get(minor=2)
    assert (
        "Carry it over to T.Probe 1.2" in editor.get(reverse("media-try", args=[version.content_id])).content.decode()
    )
    draft = changed(editor, version, library=str(newer.pk))
    assert (draft.main, draft.part["params"]) == (newer, {"text": "<p>helo</p>"})
    send(editor, draft, "try")
    assert (
        "T.Probe 1.2"
        in editor.get(reverse("media-waiting", args=[ContentVersion.objects.get(number=None).pk])).content.decode()
    )


# --- Who may ---


@pytest.mark.parametrize(
    "name",
    [
        "write",
        "change",
        "waiting",
        "publish",
        "withdraw",
        "put-back",
        "draft",
        "draft-discard",
        "draft-picture",
        "upgrade",
    ],
)
def test_learners_write_nothing(client: Client, officer: User, name: str) -> None:
    client.force_login(officer)
    arguments: list[Any] = {"write": [], "draft-picture": [1, "images/a.png"], "upgrade": [1, 1]}.get(name, [1])
    address = reverse(f"media-{name}", args=arguments)
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code in {302, 403, 405}
    assert not ContentDraft.objects.exists()


def test_a_draft_too_large_for_a_form_is_refused_with_a_way_out(
    editor: Client, choice: ContentVersion, settings: Settings
) -> None:
    draft = changed(editor, choice)
    part = draft.part
    part["params"]["options"] = part["params"]["options"] * 3000
    draft.part = part
    draft.save()
    answer = editor.get(reverse("media-draft", args=[draft.pk]), follow=True)
    assert "too large for a form" in answer.content.decode()
