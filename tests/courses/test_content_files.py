"""Loading content files: both languages, again without a change, never over an edited page, and clear about faults."""

import shutil
from pathlib import Path

import pytest

from courses.content_files import load
from courses.models import Course, Lesson, LoadedFile
from media.content import ContentError
from tests.courses.conftest import FILES, FIRST, QUOTE, TEXT, lesson_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def courses(db: None) -> None:
    """Loaded for the one test: the others here begin with nothing."""
    load(FILES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FILES, tmp_path / "content"))


def write(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.usefixtures("exercises")
def test_the_shipped_courses_load_in_both_languages_and_are_published() -> None:
    load()
    for model in (Course, Lesson):
        english = model.objects.live().filter(locale__language_code="en")
        welsh = model.objects.live().filter(locale__language_code="cy")
        assert {page.translation_key for page in english} == {page.translation_key for page in welsh}
        assert english.exists()


@pytest.mark.usefixtures("courses")
def test_both_languages_hold_the_same_blocks_under_the_same_uuids() -> None:
    english, welsh = lesson_in("en"), lesson_in("cy")
    assert list(english.blocks()) == list(welsh.blocks())
    assert english.body[0].value["heading"] == "A heading"
    assert welsh.body[0].value["heading"] == "Pennawd"


@pytest.mark.usefixtures("courses")
def test_a_source_that_stands_in_both_languages_leads_readers_of_welsh_to_the_welsh_one() -> None:
    assert lesson_in("cy").body[0].value["sources"][0]["url"] == "https://procedures.example/cy"


@pytest.mark.usefixtures("courses")
def test_what_somebody_said_is_never_turned_into_the_other_language() -> None:
    welsh, english = (next(block for block in lesson_in(code).body if block.id == str(QUOTE)) for code in ("cy", "en"))
    assert welsh.value["words"] == english.value["words"] == "Dwi'n iawn."
    assert (welsh.value["meaning"], english.value["meaning"]) == ("", "I'm all right.")


def test_loading_again_changes_nothing(folder: Path) -> None:
    assert load(folder) == "5 loaded"
    before = list(Lesson.objects.order_by("pk").values_list("pk", "latest_revision"))
    assert load(folder) == ""
    assert list(Lesson.objects.order_by("pk").values_list("pk", "latest_revision")) == before


def test_a_changed_file_changes_its_two_pages_and_no_other(folder: Path) -> None:
    load(folder)
    write(folder, "two-lessons/01-first.yaml", "The first lesson", "The very first lesson")
    assert load(folder) == "1 changed"
    assert lesson_in("en").title == "The very first lesson"
    assert lesson_in("en").live


def test_a_page_edited_since_is_never_written_over(folder: Path) -> None:
    load(folder)
    page = lesson_in("cy")
    page.title = "Teitl newydd"
    page.save_revision().publish()
    write(folder, "two-lessons/01-first.yaml", "Y wers gyntaf", "Teitl o'r ffeil")
    assert load(folder) == "1 left as edited"
    assert lesson_in("cy").title == "Teitl newydd"
    assert load(folder) == ""


def test_a_page_that_somebody_deleted_does_not_come_back(folder: Path) -> None:
    load(folder)
    Lesson.objects.filter(translation_key=FIRST).delete()
    write(folder, "two-lessons/01-first.yaml", "Begin here.", "Begin there.")
    assert load(folder) == "1 left as edited"
    assert not Lesson.objects.filter(translation_key=FIRST).exists()


def test_a_lesson_written_later_stands_where_its_files_name_puts_it(folder: Path) -> None:
    load(folder)
    late = (folder / "two-lessons/02-second.yaml").read_text()
    late = late.replace("000000000002", "000000000003").replace("00000000000e", "0000000000ee")
    late = late.replace("en: second, cy: ail", "en: between, cy: rhwng").replace("The second lesson", "Between")
    (folder / "two-lessons/01b-between.yaml").write_text(late)
    load(folder)
    titles = Lesson.objects.filter(locale__language_code="en").order_by("path").values_list("title", flat=True)
    assert list(titles) == ["The first lesson", "Between", "The second lesson"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("two-lessons/01-first.yaml", "cy: Dechreuwch yma.", "", "01-first.yaml: lead"),
        ("two-lessons/01-first.yaml", "minutes: 4", "minutes: 400", "01-first.yaml: minutes"),
        ("two-lessons/01-first.yaml", "minutes: 4", "minuts: 4", "01-first.yaml: the file"),
        (
            "two-lessons/01-first.yaml",
            "word: harm",
            "word: hurt",
            "01-first.yaml: blocks[1].word: “hurt” is not in glossary",
        ),
        ("two-lessons/01-first.yaml", "title:", "title: [", "01-first.yaml: line"),
        ("two-lessons/01-first.yaml", str(TEXT), str(FIRST), "this UUID stands twice"),
        ("two-lessons/01-first.yaml", "right: true", "right: perhaps", "blocks[3].options[0].right"),
        ("two-lessons/01-first.yaml", "cy: gyntaf", "cy: Y Gyntaf", "01-first.yaml: slug.cy"),
    ],
)
def test_a_fault_names_the_file_and_the_key(folder: Path, name: str, old: str, new: str, said: str) -> None:
    write(folder, name, old, new)
    with pytest.raises(ContentError) as fault:
        load(folder)
    assert said in str(fault.value)
    assert not LoadedFile.objects.exists()


def test_a_file_too_large_is_refused_before_it_is_read(folder: Path) -> None:
    (folder / "large.yaml").write_bytes(b"x" * 200_001)
    with pytest.raises(ContentError, match="larger than 200 kB"):
        load(folder)


def test_a_course_without_its_front_page_says_which_file_is_missing(folder: Path) -> None:
    (folder / "index.yaml").unlink()
    with pytest.raises(ContentError, match="stands under the page of index"):
        load(folder)
