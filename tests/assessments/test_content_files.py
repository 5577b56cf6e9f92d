"""Loading papers: a changed file makes a new version, attempts keep theirs, and faults are told with file and key."""

import shutil
from pathlib import Path

import pytest

from assessments.actions import answer, begin, hand_in
from assessments.content_files import load
from assessments.models import Paper
from assessments.questions.judging import VignetteGiven
from media.content import ContentError
from people.models import User
from tests.assessments.conftest import FILES, RIGHT

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FILES, tmp_path / "papers")) / "two-questions.yaml"


def write(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_the_shipped_papers_load_and_hold_a_reason_for_every_choice() -> None:
    load()
    for paper in Paper.objects.all():
        assert paper.pass_mark <= paper.length
        assert all(place.version.whole for place in paper.places.all())


def test_loading_again_changes_nothing(file: Path) -> None:
    assert load(file.parent) == "1 loaded"
    assert load(file.parent) == ""
    assert Paper.objects.get().version == 1


def test_a_changed_paper_is_a_new_version_and_attempts_keep_the_words_they_were_taken_on(
    file: Path, teacher: User
) -> None:
    load(file.parent)
    attempt = begin(teacher, Paper.objects.get())
    write(file, "Case 1.", "Another case.")
    load(file.parent)
    first, second = Paper.objects.order_by("version")
    assert (first.current, second.current) == (False, True)
    assert attempt.answers.get(position=1).version.asked.case.en == "Case 1."
    for asked in attempt.answers.all():
        answer(asked, VignetteGiven(**RIGHT[asked.position]), None)
    assert hand_in(attempt).passed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pass_mark: 1", "pass_mark: 3", "pass_mark: is 3, but there are 2 questions"),
        ("right: true", "right: false", "questions[0].options: exactly one has to be"),
        ("0000000012", "0000000011", "stands twice"),
        ("tries: 2", "tries: 0", "two-questions.yaml: tries"),
        ("tries: 2", "tries: 2\noutcome_marks: {other: 0.5}", "outcome_marks.other: no question"),
        ("kind: vignette", "kind: essay", "questions[0].kind"),
        ("cy: Achos 1.", "", "questions[0].case"),
        ("minutes: 10", "minute: 10", "two-questions.yaml: the file"),
    ],
)
def test_a_fault_names_the_file_and_the_key(file: Path, old: str, new: str, said: str) -> None:
    write(file, old, new)
    with pytest.raises(ContentError) as fault:
        load(file.parent)
    assert said in str(fault.value)
    assert not Paper.objects.exists()
