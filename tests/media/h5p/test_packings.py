"""Libraries recognised by their packed bytes: what was judged once is not unpacked again, and nothing passes for it that is not it."""

import io
import zipfile
from collections.abc import Collection, Mapping
from typing import Any

import pytest
from h5p_packages import LIBRARY, entries, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import Fate, LibraryName, Package, PackageLimits, Recognised, Verdict, check_package
from media.importing import Imported, import_package
from media.libraries import delete_unused
from media.models import InteractiveContent, LibraryBuild, LibraryPacking

PROBE = LibraryName("T.Probe", 1, 0)
RAW = packed(sound_with())


def judged(raw: bytes, before: Mapping[str, Recognised] | None = None, **more: Any) -> Verdict:
    known = before or {}

    def recognise(packings: Collection[str]) -> Mapping[str, Recognised]:
        return {each: known[each] for each in packings if each in known}

    return check_package(io.BytesIO(raw), recognise=recognise, **more)


def package_of(verdict: Verdict) -> Package:
    assert verdict.package
    return verdict.package


def remembered(raw: bytes) -> dict[str, Recognised]:
    """What a site remembers of a package that it took in."""
    package = package_of(judged(raw))
    return {key: Recognised(package.libraries[name].raw, Fate.KNOWN) for name, key in package.packings.items()}


def test_a_library_met_again_in_the_same_bytes_is_recognised_and_not_unpacked() -> None:
    other = packed(sound_with(**{"content/content.json": {"text": "<p>arall</p>"}}))
    package = package_of(judged(other, remembered(RAW)))
    assert package.recognised == {PROBE: Fate.KNOWN}
    assert (package.builds, package.packings, package.semantics) == ({}, {}, {})
    assert package.libraries == package_of(judged(other)).libraries


def test_the_same_files_packed_otherwise_are_read_anew_and_come_to_the_same_build() -> None:
    stored = packed(sound_with(), zipfile.ZIP_STORED)
    package = package_of(judged(stored, remembered(RAW)))
    assert not package.recognised
    assert package.builds == package_of(judged(RAW)).builds


def test_other_limits_judge_anew() -> None:
    assert not package_of(judged(RAW, remembered(RAW), limits=PackageLimits(members=100))).recognised


def test_a_recognised_library_in_a_folder_of_another_name_is_refused() -> None:
    moved = {name.replace(LIBRARY, "T.Other-1.0"): value for name, value in sound_with().items()}
    assert judged(packed(moved), remembered(RAW)).codes == ("library-directory-name-mismatch",)


@given(at=st.integers(0, len(RAW) - 1), byte=st.integers(0, 255))
def test_whatever_byte_is_changed_the_verdict_is_that_of_a_check_that_remembers_nothing(at: int, byte: int) -> None:
    changed = RAW[:at] + bytes([byte]) + RAW[at + 1 :]
    assert judged(changed, remembered(RAW)).codes == check_package(io.BytesIO(changed)).codes


def take_in(text: str, patch: int = 3, method: int = zipfile.ZIP_DEFLATED) -> Imported:
    files = {**entries(library={"patchVersion": patch}), "content/content.json": {"text": text}}
    return import_package(io.BytesIO(packed(files, method)), "probe.h5p")


@pytest.mark.django_db
def test_a_site_remembers_each_packing_that_it_read_once(package_folder: object) -> None:
    assert take_in("un").fates == {PROBE: Fate.NEW}
    assert take_in("dau").fates == {PROBE: Fate.KNOWN}
    assert take_in("tri", method=zipfile.ZIP_STORED).fates == {PROBE: Fate.KNOWN}
    assert (LibraryPacking.objects.count(), LibraryBuild.objects.count()) == (2, 1)


@pytest.mark.django_db
def test_an_older_build_is_recognised_though_it_was_not_kept(package_folder: object) -> None:
    take_in("un", patch=5)
    assert take_in("dau", patch=3).fates == {PROBE: Fate.OLDER}
    assert take_in("tri", patch=3).fates == {PROBE: Fate.OLDER}
    assert LibraryPacking.objects.count() == 2
    assert LibraryBuild.objects.count() == 1


@pytest.mark.django_db
def test_a_deleted_library_is_forgotten_and_new_when_it_comes_again(package_folder: object) -> None:
    take_in("un")
    InteractiveContent.objects.all().delete()
    delete_unused()
    assert LibraryPacking.objects.count() == 0
    assert take_in("dau").fates == {PROBE: Fate.NEW}
