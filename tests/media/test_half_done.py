"""What was half done in Welsh is half done in English, where both say the same and only there."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.attempts import Packet, begin, tell
from media.content_types.building import build
from media.content_types.contents import contents
from media.h5p import UserData
from media.half_done import says_the_same, skeleton, state_for
from media.models import ContentAttempt, ContentVersion, InteractiveContent
from media.shipped import bring
from people.models import User


@pytest.fixture
def versions(db: None, package_folder: Path) -> dict[str, ContentVersion]:
    """One of our exercises, in both languages."""
    first, *others = build()
    for built in [first, *others]:
        if built.content.uuid == first.content.uuid:
            bring(built)
    rows = ContentVersion.objects.select_related("main", "content").filter(content=InteractiveContent.objects.get())
    return {each.language: each for each in rows}


def test_what_is_half_done_in_one_language_is_half_done_in_the_other(
    versions: dict[str, ContentVersion], officer: User, teacher: User
) -> None:
    tell(officer, versions["cy"], Packet(UserData(1, "half")))
    assert state_for(officer, versions["en"]) == "half"
    assert state_for(teacher, versions["en"]) == ""
    tell(officer, versions["en"], Packet(UserData(1, "further")))
    assert [state_for(officer, each) for each in versions.values()] == ["further", "further"]
    assert ContentAttempt.objects.count() == 2


def test_beginning_again_begins_with_nothing(versions: dict[str, ContentVersion], officer: User) -> None:
    tell(officer, versions["cy"], Packet(UserData(1, "half")))
    ContentAttempt.objects.update(touched_at=ContentAttempt.objects.get().touched_at - timedelta(minutes=1))
    begin(officer, versions["en"])
    assert state_for(officer, versions["en"]) == ""


def test_where_one_language_says_more_each_begins_for_itself(
    versions: dict[str, ContentVersion], officer: User
) -> None:
    tell(officer, versions["cy"], Packet(UserData(1, "half")))
    versions["en"].parameters = versions["en"].parameters.replace("{", '{"more": [1], ', 1)
    assert not says_the_same(versions["en"], versions["cy"])
    assert state_for(officer, versions["en"]) == ""


def test_every_exercise_of_ours_says_the_same_in_both_languages() -> None:
    shapes: dict[str, Any] = {}
    for each in contents():
        assert skeleton(dict(each.parameters)) == shapes.setdefault(each.name, skeleton(dict(each.parameters)))


values = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(values, st.text(min_size=1, max_size=3))
def test_a_skeleton_has_no_words_and_is_its_own(value: Any, word: str) -> None:
    bare = skeleton(value)
    assert skeleton(bare) == bare
    assert skeleton([value, word]) == [bare, ""]
