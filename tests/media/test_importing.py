"""Packages taken in: what becomes of their libraries, and that nothing of a refused one stays."""

import io
import json
import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from django.core.management import call_command
from h5p_packages import LIBRARY, entries, packed, sound_with

from media import libraries
from media.exporting import export_content
from media.h5p import Fate, LibraryName, PackageReader, Refused, check_package, export_package
from media.importing import Imported, import_package
from media.models import AssetBundle, ContentVersion, InteractiveContent, Library, LibraryBuild, OutsideHost
from media.preparing import bundle, prepared

pytestmark = pytest.mark.django_db
CORPUS = ROOT.parent / "shared/corpus/h5p-hostile"
PROBE = LibraryName("T.Probe", 1, 0)


Committed = Callable[[], AbstractContextManager[object]]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committed:
    """What is done after a transaction is done when the block ends."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def take_in(files: dict[str, Any] | None = None, name: str = "probe.h5p", **more: Any) -> Imported:
    return import_package(io.BytesIO(packed(files or sound_with())), name, **more)


def with_script(script: bytes, patch: int = 3, text: str = "<p>helo</p>") -> dict[str, Any]:
    """A package whose library has another script, and so is another build."""
    made = entries(library={"patchVersion": patch})
    return {**made, f"{LIBRARY}/probe.js": script, "content/content.json": {"text": text}}


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def everything() -> int:
    return sum(
        each.objects.count() for each in (InteractiveContent, ContentVersion, Library, LibraryBuild, OutsideHost)
    )


def test_a_package_becomes_a_content_in_its_language_with_its_libraries(package_folder: Path) -> None:
    done = take_in()
    version = done.version
    assert done.fates == {PROBE: Fate.NEW}
    assert (version.content.title, version.language, version.number, str(version.main)) == (
        "Prawf",
        "cy",
        1,
        "T.Probe 1.0",
    )
    assert json.loads(prepared(version).parameters) == {"text": "<p>helo</p>"}
    assert [str(each) for each in version.libraries.all()] == ["T.Probe 1.0"]
    assert len(files_in(package_folder)) == 1


def test_the_same_file_again_changes_nothing(package_folder: Path) -> None:
    first, before = take_in(), everything()
    again = take_in()
    assert (again.is_new, again.version) == (False, first.version)
    assert everything() == before
    assert len(files_in(package_folder)) == 1


def test_a_new_package_of_a_content_is_its_next_version_and_the_other_language_a_first(package_folder: Path) -> None:
    content = take_in().version.content
    second = take_in(with_script(b"H5P.Probe=function(){};", text="b"), content=content).version
    english = take_in(entries(h5p={"language": "en"}), content=content).version
    assert [(each.language, each.number) for each in (second, english)] == [("cy", 2), ("en", 1)]
    assert content.version_in("cy") == second


@pytest.mark.parametrize("name", ["probe.zip", "probe.h5p"])
def test_what_is_refused_leaves_nothing_behind(package_folder: Path, name: str) -> None:
    files = sound_with(**{f"{LIBRARY}/probe.js": None}) if name.endswith("h5p") else sound_with()
    with pytest.raises(Refused):
        take_in(files, name)
    assert (everything(), files_in(package_folder)) == (0, [])


def test_what_breaks_at_the_last_step_leaves_nothing_behind(
    package_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object, key: str, file: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("media.keeping.DjangoStorage.keep", full)
    with pytest.raises(OSError, match="no space"):
        take_in()
    assert (everything(), files_in(package_folder)) == (0, [])


def test_what_breaks_leaves_alone_what_another_took_in_meanwhile(
    package_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*told: object) -> None:
        raise OSError("no space left")

    def just_before(self: object, key: str) -> bool:
        monkeypatch.undo()
        take_in()
        monkeypatch.setattr("media.preparing.keep", full)
        return False

    monkeypatch.setattr("media.keeping.DjangoStorage.exists", just_before)
    with pytest.raises(OSError, match="no space"):
        take_in(content=InteractiveContent.objects.create(title="Arall"))
    assert (ContentVersion.objects.count(), len(files_in(package_folder))) == (1, 1)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the hostile packages are not here")
def test_of_hostile_packages_only_the_accepted_leave_anything(package_folder: Path) -> None:
    for path in sorted(CORPUS.glob("*.h5p")):
        before = everything(), len(files_in(package_folder))
        with path.open("rb") as file:
            try:
                import_package(file, path.name)
            except Refused:
                assert (everything(), len(files_in(package_folder))) == before, path.name


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the hostile packages are not here")
def test_every_hostile_package_has_the_verdict_that_is_expected_of_it() -> None:
    expected = {name: told["expect"] for name, told in json.loads((CORPUS / "expect.json").read_text()).items()}
    found = {}
    for path in CORPUS.glob("*.h5p"):
        begun = time.process_time()
        with path.open("rb") as file:
            found[path.stem] = check_package(file, name=path.name).accepted
        assert time.process_time() - begun < 1, path.name
    free = {name for name, told in expected.items() if told == "accept-or-reject"}
    assert {name: told for name, told in found.items() if name not in free} == {
        name: told.startswith("accept") for name, told in expected.items() if name not in free
    }


def test_a_later_patch_takes_the_place_of_the_one_that_is_here(package_folder: Path) -> None:
    first = take_in().version
    before = prepared(first).builds
    assert take_in(with_script(b"2", patch=4)).fates == {PROBE: Fate.PATCH}
    first.refresh_from_db()
    assert first.prepared == ""
    assert prepared(first).builds != before
    assert take_in(with_script(b"3", patch=2)).fates == {PROBE: Fate.OLDER}
    assert LibraryBuild.objects.count() == 2


def test_another_build_of_the_same_patch_waits_until_it_is_approved(package_folder: Path) -> None:
    first = take_in().version
    used = prepared(first).builds
    fork = take_in(with_script(b"stolen()", text="c"))
    assert fork.fates == {PROBE: Fate.WAITING}
    assert prepared(fork.version).builds == used
    waiting = LibraryBuild.objects.exclude(digest__in=used).get()
    libraries.approve(waiting)
    first.refresh_from_db()
    assert prepared(first).builds == [waiting.digest]
    assert take_in(with_script(b"stolen()", text="d")).fates == {PROBE: Fate.KNOWN}


def test_who_may_not_install_brings_neither_new_libraries_nor_patches(package_folder: Path) -> None:
    with pytest.raises(Refused, match="may-not-install"):
        take_in(may_install=False)
    assert (everything(), files_in(package_folder)) == (0, [])
    take_in()
    assert take_in(with_script(b"2", patch=9), may_install=False).fates == {PROBE: Fate.WAITING}


def test_a_restricted_type_is_not_taken_and_what_was_made_with_it_stays(package_folder: Path) -> None:
    version = take_in().version
    Library.objects.update(restricted=True)
    with pytest.raises(Refused, match="restricted-library"):
        take_in(with_script(b"2", patch=4))
    assert prepared(version).builds


def test_a_library_alone_is_no_content(package_folder: Path) -> None:
    with pytest.raises(Refused, match="library-not-runnable"):
        take_in(entries(library={"runnable": 0}))


def test_a_deleted_content_takes_its_package_along_once_no_library_lies_in_it(
    package_folder: Path, committed: Committed
) -> None:
    first = take_in().version
    second = take_in(with_script(b"H5P.Probe=function(){};", text="e")).version
    assert len(files_in(package_folder)) == 2
    with committed():
        second.content.delete()
    assert len(files_in(package_folder)) == 1
    with committed():
        first.content.delete()
    assert len(files_in(package_folder)) == 1, "the library lies in it"
    with committed():
        assert libraries.delete_unused() == [PROBE]
    assert (everything(), files_in(package_folder)) == (0, [])


def test_a_bundle_goes_with_its_builds(package_folder: Path, committed: Committed) -> None:
    version = take_in().version
    made = bundle(prepared(version).builds)
    assert bundle(prepared(version).builds) == made
    assert len(files_in(package_folder)) == 3
    with committed():
        version.content.delete()
        libraries.delete_unused()
    assert AssetBundle.objects.count() == 0
    assert files_in(package_folder) == []


def test_what_is_used_is_not_deleted(package_folder: Path) -> None:
    take_in()
    assert libraries.delete_unused() == []


def test_servers_outside_are_found_and_not_allowed(package_folder: Path) -> None:
    semantics = [{"name": "film", "type": "video"}]
    files = sound_with(
        **{
            f"{LIBRARY}/semantics.json": semantics,
            "content/content.json": {"film": [{"path": "https://films.example/a.mp4", "mime": "video/mp4"}]},
        }
    )
    assert take_in(files).version.hosts == ["films.example"]
    assert [(each.name, each.allowed) for each in OutsideHost.objects.all()] == [("films.example", False)]


def test_an_export_is_byte_equal_to_what_our_own_reader_makes_of_it_again(package_folder: Path) -> None:
    version = take_in(sound_with(**{"content/images/a.png": os.urandom(500)})).version
    one, two, three = io.BytesIO(), io.BytesIO(), io.BytesIO()
    export_content(version, one)
    export_content(version, two)
    package = check_package(one).package
    assert package is not None
    export_package(package, PackageReader(one), three)
    assert one.getvalue() == two.getvalue() == three.getvalue()


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    with suppress(SystemExit):
        call_command("h5p", *arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_commands_take_in_list_and_give_out(
    package_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.h5p").write_bytes(packed(sound_with()))
    (tmp_path / "b.h5p").write_bytes(b"no zip")
    taken, refused = command(capsys, "import", str(tmp_path / "a.h5p"), str(tmp_path / "b.h5p"))
    assert (taken["accepted"], taken["new"], taken["language"], taken["libraries"]) == (
        True,
        True,
        "cy",
        {"new": ["T.Probe 1.0"]},
    )
    assert [each["code"] for each in refused["problems"]] == ["unable-to-unzip"]
    with pytest.raises(SystemExit, match=r"^1$"):
        call_command("h5p", "import", str(tmp_path / "a.h5p"), str(tmp_path / "b.h5p"), "--json")
    capsys.readouterr()
    listed = command(capsys, "libraries", "--restrict", "T.Probe 1.0")
    assert [(each["library"], each["contents"], each["restricted"]) for each in listed] == [("T.Probe 1.0.3", 1, True)]
    out = tmp_path / "out.h5p"
    command(capsys, "export", str(taken["content"]), "-o", str(out))
    with out.open("rb") as file:
        assert check_package(file).accepted


def test_the_commands_speak_to_people_in_both_languages(
    package_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in()
    for language, words in (
        ("en", "content type; contents that need it: 1"),
        ("cy", "math o gynnwys; cynnwys sydd ei angen: 1"),
    ):
        call_command("h5p", "libraries", "--language", language)
        assert words in capsys.readouterr().out
