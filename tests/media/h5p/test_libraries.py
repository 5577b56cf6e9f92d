"""Libraries: names, versions, builds, and what a content needs of them."""

from collections.abc import Sequence
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import LibraryBuild, LibraryMetadata, LibraryName, LibraryVersion, resolve_dependencies

Need = Sequence[str]


def name(text: str) -> LibraryName:
    return LibraryName.parse(f"{text} 1.0")


def library(text: str, preloaded: Need = (), dynamic: Need = (), editor: Need = ()) -> LibraryMetadata:
    needed = {"preloaded": preloaded, "dynamic": dynamic, "editor": editor}
    dependencies = {kind: tuple(map(name, names)) for kind, names in needed.items()}
    return LibraryMetadata(
        name(text), LibraryVersion(1, 0, 0), text, False, (), (), dependencies, text, MappingProxyType({})
    )


def shelf(*libraries: LibraryMetadata) -> dict[LibraryName, LibraryMetadata]:
    return {each.name: each for each in libraries}


def written(names: Sequence[LibraryName]) -> str:
    return " ".join(each.machine_name for each in names)


@pytest.mark.parametrize("text", ["H5P.MultiChoice 1.16", "H5P.MultiChoice-1.16"])
def test_a_name_is_read_as_content_and_folders_write_it(text: str) -> None:
    read = LibraryName.parse(text)
    assert (read.machine_name, read.major, read.minor) == ("H5P.MultiChoice", 1, 16)
    assert (str(read), read.folder) == ("H5P.MultiChoice 1.16", "H5P.MultiChoice-1.16")


@pytest.mark.parametrize("text", ["", "H5P.X", "H5P.X 1", "H5P.X 1.2.3.x", "H5P X 1.2", "H5P.X 1.2\n", "H5P.X 1.١"])
def test_what_is_no_name_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is no library"):
        LibraryName.parse(text)


def test_versions_are_ordered_by_their_numbers() -> None:
    old, patch, upgrade = LibraryVersion(1, 9, 9), LibraryVersion(1, 9, 10), LibraryVersion(1, 10, 0)
    assert sorted([upgrade, patch, old]) == [old, patch, upgrade]
    assert patch.is_patch_of(old)
    assert not old.is_patch_of(patch)
    assert not upgrade.is_patch_of(old)
    assert upgrade.is_upgrade_of(patch)
    assert not patch.is_upgrade_of(old)


def test_a_build_is_known_by_its_paths_and_bytes() -> None:
    def digest(**files: str) -> str:
        return LibraryBuild(name("T.A"), LibraryVersion(1, 0, 0), files).digest

    assert digest(a="1", b="2") == digest(b="2", a="1")
    assert len({digest(a="1", b="2"), digest(a="2", b="1"), digest(a="1"), digest(ab="12")}) == 4


def test_a_library_loads_after_what_it_needs() -> None:
    have = shelf(library("T.A", ["T.B", "T.C"]), library("T.B", ["T.C"]), library("T.C"), library("T.Not"))
    assert written(resolve_dependencies([name("T.A")], have).preloaded) == "T.C T.B T.A"


def test_circles_and_needing_oneself_end() -> None:
    have = shelf(library("T.A", ["T.B"], editor=["T.A"]), library("T.B", ["T.A"]))
    closure = resolve_dependencies([name("T.A")], have)
    assert written(closure.preloaded) == "T.B T.A"
    assert written(closure.editor) == "T.B T.A"


def test_what_an_editor_library_preloads_is_for_the_editor() -> None:
    have = shelf(library("T.A", editor=["T.Ed"]), library("T.Ed", ["T.Base"]), library("T.Base"))
    closure = resolve_dependencies([name("T.A")], have)
    assert (written(closure.preloaded), written(closure.editor)) == ("T.A", "T.Base T.Ed")


def test_what_is_missing_is_told_and_the_rest_stands() -> None:
    have = shelf(library("T.A", ["T.Gone"], dynamic=["T.D"]), library("T.D"))
    closure = resolve_dependencies([name("T.A"), name("T.Lost")], have)
    assert (written(closure.preloaded), written(closure.dynamic)) == ("T.A", "T.D")
    assert written(closure.missing) == "T.Gone T.Lost"


def test_a_chain_of_five_thousand_ends() -> None:
    have = shelf(*(library(f"T.L{n}", [f"T.L{n + 1}"]) for n in range(5000)), library("T.L5000"))
    assert len(resolve_dependencies([name("T.L0")], have).preloaded) == 5001


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_whatever_the_graph_each_comes_once_and_after_its_needs_unless_they_circle(
    edges: list[tuple[int, int]],
) -> None:
    forward = [(a, b) for a, b in edges if a < b]
    for wanted, acyclic in ((edges, False), (forward, True)):
        have = shelf(*(library(f"T.L{n}", [f"T.L{b}" for a, b in wanted if a == n]) for n in range(8)))
        order = resolve_dependencies([name("T.L0")], have).preloaded
        assert len(set(order)) == len(order)
        assert order[-1] == name("T.L0")
        if acyclic:
            place = {each: at for at, each in enumerate(order)}
            assert all(place[need] < place[each] for each in order for need in have[each].dependencies["preloaded"])
