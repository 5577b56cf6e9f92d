"""Two people who put packages in at the same moment: both come in, and no library comes in twice."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from h5p_packages import LIBRARY, packed, sound_with

from media import importing, library_packages
from media.h5p import Fate, LibraryName, check_package
from media.importing import Imported, import_package
from media.library_packages import import_libraries
from media.models import ContentVersion, Library, LibraryBuild

pytestmark = pytest.mark.django_db(transaction=True)
PROBE = LibraryName("T.Probe", 1, 0)
ALONE = {name: value for name, value in sound_with().items() if name.startswith(LIBRARY)}


@pytest.fixture
def both_have_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither goes on to write before both have seen what is here."""
    line = Barrier(2, timeout=60)

    def waiting(look: Callable[..., Any]) -> Callable[..., Any]:
        def looked(*arguments: Any, **named: Any) -> Any:
            told = look(*arguments, **named)
            line.wait()
            return told

        return looked

    for module in (importing, library_packages):
        monkeypatch.setattr(module, "check_package", waiting(check_package))


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    def alone(act: Callable[[], Any]) -> Any:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result() for each in [pool.submit(alone, act) for act in acts]]


def take_in(text: str) -> Imported:
    content = {"content/content.json": {"text": f"<p>{text}</p>"}}
    return import_package(io.BytesIO(packed(sound_with(**content))), f"{text}.h5p")


@pytest.mark.usefixtures("both_have_looked")
def test_of_two_that_bring_one_new_library_one_installs_it_and_the_other_knows_it() -> None:
    done = at_once(lambda: take_in("un"), lambda: take_in("dau"))
    assert sorted(each.fates[PROBE] for each in done) == sorted([Fate.NEW, Fate.KNOWN])
    assert all(each.is_new for each in done)
    assert [Library.objects.count(), LibraryBuild.objects.count(), ContentVersion.objects.count()] == [1, 1, 2]


@pytest.mark.usefixtures("both_have_looked")
def test_of_one_package_put_in_twice_at_once_one_content_is_made(package_folder: Path) -> None:
    done = at_once(lambda: take_in("un"), lambda: take_in("un"))
    assert sorted(each.is_new for each in done) == [False, True]
    assert done[0].version == done[1].version
    assert len([path for path in package_folder.rglob("*") if path.is_file()]) == 1


@pytest.mark.usefixtures("both_have_looked")
def test_a_content_and_its_library_alone_may_come_at_once() -> None:
    _content, fates = at_once(
        lambda: take_in("un"), lambda: import_libraries(io.BytesIO(packed(ALONE)), "libraries.h5p")
    )
    assert set(fates) == {PROBE}
    assert [Library.objects.count(), LibraryBuild.objects.count()] == [1, 1]
