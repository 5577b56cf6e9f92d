"""The courses as they are written: what every lesson and paper must keep to, whoever writes the next one."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.content_files import is_bank
from assessments.content_format import BankFile, PaperFile, written_question
from assessments.questions import Question
from assessments.questions.choosing import SingleChoice
from assessments.questions.completeness import faults, gaps
from assessments.questions.judging import Vignette
from courses.content_files import load
from courses.content_format import AnyFile, GlossaryFile, InteractiveFile, LessonFile, QuestionFile, TermFile
from courses.models import Course, Lesson, PlainPage
from media.content import content_files, read
from media.content_types.contents import contents

ROOT = Path(__file__).parents[2]
COURSES = ROOT / "courses" / "content"
PAPERS = ROOT / "assessments" / "content"
# Slow readers on a phone; with the questions they answer and one answer to each.
WORDS_A_MINUTE = 120


def course_files() -> dict[str, AnyFile]:
    return {file.name: read(file, AnyFile) for file in content_files(COURSES)}  # type: ignore[arg-type]  # a union of shapes


def lessons() -> dict[str, LessonFile]:
    return {name: written for name, written in course_files().items() if isinstance(written, LessonFile)}


def papers() -> dict[str, PaperFile]:
    return {file.name: read(file, PaperFile) for file in content_files(PAPERS) if not is_bank(file)}


def asked() -> Iterator[Question]:
    """Every question of every paper and bank."""
    for file in content_files(PAPERS):
        for entry in read(file, BankFile if is_bank(file) else PaperFile).questions:
            yield written_question(entry).asked


def questions() -> Iterator[QuestionFile]:
    for lesson in lessons().values():
        yield from (block for block in lesson.blocks if isinstance(block, QuestionFile))


def words_read(lesson: LessonFile, language: str) -> int:
    """Words of a lesson in one language, with one answer (the longest) to each question."""
    texts = [getattr(lesson.lead, language)]
    for block in lesson.blocks:
        if isinstance(block, QuestionFile):
            texts += [getattr(block.prompt, language), *(getattr(option.text, language) for option in block.options)]
            texts.append(max((getattr(option.answer, language) for option in block.options), key=len))
        elif hasattr(block, "text"):
            texts.append(getattr(block.text, language))
    return sum(len(text.split()) for text in texts)


def test_every_question_of_a_lesson_has_exactly_one_good_answer() -> None:
    assert [
        question.prompt.en for question in questions() if sum(option.right for option in question.options) != 1
    ] == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_good_answer_is_not_always_in_the_same_place(place: int) -> None:
    places = [
        [option.right for option in question.options].index(True)
        for question in asked()
        if isinstance(question, SingleChoice | Vignette)
    ]
    assert places.count(place) < len(places)


def test_every_question_fits_together_and_waits_for_no_text() -> None:
    for question in asked():
        assert (faults(question), gaps(question)) == ([], []), question.prompt.en


def test_a_paper_can_be_passed_and_failed() -> None:
    assert all(
        0 < paper.pass_mark <= len(paper.questions) + sum(draw.count for draw in paper.draws)
        for paper in papers().values()
    )


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_lesson_takes_no_longer_than_it_says_and_at_most_seven_minutes(language: str) -> None:
    too_long = {
        name: words_read(lesson, language)
        for name, lesson in lessons().items()
        if lesson.minutes > 7 or words_read(lesson, language) > lesson.minutes * WORDS_A_MINUTE
    }
    assert not too_long


def test_every_word_of_the_glossary_is_explained_from_a_source_or_marked_as_ours() -> None:
    glossary = next(written for written in course_files().values() if isinstance(written, GlossaryFile))
    assert [key for key, word in glossary.words.items() if bool(word.sources) == word.ours] == []


def test_every_word_of_the_glossary_is_used_in_a_lesson() -> None:
    glossary = next(written for written in course_files().values() if isinstance(written, GlossaryFile))
    used = Counter(
        block.word for lesson in lessons().values() for block in lesson.blocks if isinstance(block, TermFile)
    )
    assert set(used) == set(glossary.words)


def test_every_exercise_that_comes_with_diogel_is_done_in_one_lesson() -> None:
    done = Counter(
        block.exercise for lesson in lessons().values() for block in lesson.blocks if isinstance(block, InteractiveFile)
    )
    assert done == Counter({each.uuid: 1 for each in contents()})


@pytest.mark.slow
@pytest.mark.usefixtures("exercises")
def test_an_editor_could_save_every_loaded_page_as_it_stands() -> None:
    load()
    for page in [*Course.objects.all(), *Lesson.objects.all(), *PlainPage.objects.all()]:
        page.full_clean()
        if hasattr(page, "body"):
            page.body.stream_block.clean(page.body)
