"""Libraries looked after: put in alone, kept from new content, deleted, and what is left when a content goes."""

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from h5p_packages import LIBRARY, packed, sound_with

from media import keeping
from media.exporting import export_content
from media.h5p import Refused
from media.importing import import_package
from media.library_packages import import_libraries
from media.models import InteractiveContent, Library, LibraryBuild
from media.preparing import bundle, prepared
from people.models import User

pytestmark = pytest.mark.django_db
LANGUAGES = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
ALONE = {name: value for name, value in sound_with().items() if name.startswith(LIBRARY)}


@pytest.fixture
def keeper(client: Client, package_folder: Path) -> Client:
    client.force_login(User.objects.create_superuser("keeper@diogel.example", "x", **LANGUAGES))
    return client


def send(keeper: Client, files: dict[str, Any]) -> str:
    upload = SimpleUploadedFile("libraries.h5p", packed(files))
    return str(keeper.post(reverse("media-libraries-put-in"), {"package": upload}, follow=True).content.decode())


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_libraries_are_put_in_without_a_content(keeper: Client) -> None:
    assert "New: T.Probe 1.0" in send(keeper, ALONE)
    assert not InteractiveContent.objects.exists()
    row = Library.objects.get()
    assert row.runnable
    assert row.approved
    done = import_package(io.BytesIO(packed(sound_with(**dict.fromkeys(ALONE)))), "content-alone.h5p")
    assert b"H5P.Probe" in gzip_of(bundle(prepared(done.version).builds).scripts)


def test_an_addon_put_in_later_comes_along_with_every_content_that_wants_it(keeper: Client) -> None:
    formula = {"content/content.json": {"text": "<p>$$x^2$$</p>"}}
    wants = import_package(io.BytesIO(packed(sound_with(**formula))), "formula.h5p").version
    does_not = import_package(io.BytesIO(packed(sound_with())), "plain.h5p").version
    library = {
        "title": "Formulas", "machineName": "T.Formulas", "majorVersion": 1, "minorVersion": 0, "patchVersion": 0,
        "runnable": 0, "preloadedJs": [{"path": "formulas.js"}],
        "addTo": {"content": {"types": [{"text": {"regex": r"/\$\$.+\$\$/"}}]}},
    }  # fmt: skip
    told = send(keeper, {"T.Formulas-1.0/library.json": library, "T.Formulas-1.0/formulas.js": b"H5P.Formulas = 1;"})
    assert "New: T.Formulas 1.0" in told
    for version, libraries in ((wants, ["T.Probe 1.0", "T.Formulas 1.0"]), (does_not, ["T.Probe 1.0"])):
        version.refresh_from_db()
        assert prepared(version).libraries == libraries
    assert b"H5P.Formulas" in gzip_of(bundle(prepared(wants).builds).scripts)
    out = io.BytesIO()
    export_content(wants, out)
    assert "T.Formulas-1.0/formulas.js" in zipfile.ZipFile(out).namelist()


def gzip_of(key: str) -> bytes:
    with keeping.packages().open(key) as file:
        return gzip.decompress(file.read())


def test_of_a_package_with_a_content_only_the_libraries_are_kept(keeper: Client) -> None:
    send(keeper, sound_with())
    with keeping.package(LibraryBuild.objects.get().package) as package:
        assert {name.partition("/")[0] for name in package.members} == {LIBRARY}


def test_what_is_here_already_is_told_and_leaves_no_file(keeper: Client, package_folder: Path) -> None:
    send(keeper, ALONE)
    before = kept(package_folder)
    assert "Here already: T.Probe 1.0" in send(keeper, ALONE | {"content/content.json": {"more": "text"}})
    assert kept(package_folder) == before


def test_what_is_refused_is_told_and_leaves_nothing(keeper: Client, package_folder: Path) -> None:
    page = send(keeper, ALONE | {f"{LIBRARY}/probe.js": b"", f"{LIBRARY}/library.json": {"title": "x"}})
    assert "library.json" in page
    assert "There is no library in this package." in send(keeper, {"h5p.json": {}})
    assert not Library.objects.exists()
    with pytest.raises(Refused):
        import_libraries(io.BytesIO(b"no zip"), "x.h5p")
    assert kept(package_folder) == []


def test_a_type_is_kept_from_new_content_and_allowed_again(keeper: Client) -> None:
    send(keeper, ALONE)
    row = Library.objects.get()
    keeper.post(reverse("media-restrict", args=[row.pk]))
    assert "not for new content" in keeper.get(reverse("media-libraries")).content.decode()
    with pytest.raises(Refused):
        import_package(io.BytesIO(packed(sound_with())), "x.h5p")
    keeper.post(reverse("media-restrict", args=[row.pk]))
    assert import_package(io.BytesIO(packed(sound_with())), "x.h5p").is_new


def test_what_nothing_needs_is_deleted_and_what_a_content_needs_is_not(
    keeper: Client, package_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    send(keeper, ALONE)
    content = import_package(io.BytesIO(packed(sound_with())), "x.h5p").version.content
    keeper.post(reverse("media-libraries-delete"))
    assert Library.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        content.delete()
    with django_capture_on_commit_callbacks(execute=True):
        keeper.post(reverse("media-libraries-delete"))
    assert not Library.objects.exists()
    assert kept(package_folder) == []


def test_a_deleted_content_s_words_and_files_go_and_its_libraries_stay(
    package_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    files = sound_with(**{"content/images/a.png": b"a private picture"})
    version = import_package(io.BytesIO(packed(files)), "x.h5p").version
    with django_capture_on_commit_callbacks(execute=True):
        version.content.delete()
    row = LibraryBuild.objects.get()
    assert row.package != version.package
    assert not keeping.packages().exists(version.package)
    with keeping.package(row.package) as package:
        assert {name.partition("/")[0] for name in package.members} == {LIBRARY}
    again = import_package(io.BytesIO(packed(sound_with())), "y.h5p").version
    assert b"H5P.Probe" in gzip_of(bundle(prepared(again).builds).scripts)


@pytest.mark.parametrize("name", ["libraries-put-in", "libraries-delete", "restrict", "approve"])
def test_learners_look_after_no_libraries(client: Client, officer: User, name: str) -> None:
    client.force_login(officer)
    address = reverse(f"media-{name}", args=[1] if name in {"restrict", "approve"} else [])
    assert client.post(address).status_code in {302, 403}
