"""A paper of every kind: each page is drawn without scripts, what is posted is kept, and every answer is explained."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from msgspec.structs import replace

from assessments.actions import answer, begin, hand_in
from assessments.asking import fields_of, read
from assessments.asking.mixing import mixed, out_of_order
from assessments.content_format import OutcomeFile, PathPair, WrittenQuestion
from assessments.models import Attempt, Bank, ExtraTime, Paper, QuestionVersion
from assessments.questions import Question, Response, arranging, choosing, judging, kind_of, nothing_given, writing
from assessments.questions.clock import ClockGiven
from assessments.questions.fitting import fits, is_whole
from assessments.questions.texts import Bilingual
from assessments.selectors import answers_of, paper_standings, result_of
from assessments.versions import put_bank, put_questions
from people.actions import NotPossible
from people.models import User
from records.models import Credit
from tests.assessments.every_kind import EVERY_KIND, WRITTEN, both, uid

pytestmark = pytest.mark.django_db
TEXTS = ("title", "lead", "content_note", "counts_for", "counts_not")
WROTE = writing.RiskSentenceGiven(text="He is hungry, and it will go on.")
ALL: list[tuple[Question, Response]] = [*EVERY_KIND, (WRITTEN, WROTE)]


def fill(bank: Bank, questions: list[Question], outcome: str = "") -> list[QuestionVersion]:
    return put_questions(bank, [WrittenQuestion(uuid4(), outcome, asked) for asked in questions], "reviewed")


@pytest.fixture
def bank() -> Bank:
    return put_bank(uuid4(), "bank", both("Bank"), "", [])


@pytest.fixture
def make_paper(bank: Bank) -> Any:
    """A paper of its own, drawing `draws` from the bank where nothing else is said."""

    def make(**changes: Any) -> Paper:
        values = {
            "key": uuid4(),
            "version": 1,
            "slug": "paper",
            "texts": {**{name: {"en": name, "cy": name} for name in TEXTS}, "awaits_translator": False},
            "draws": [{"bank": "bank", "count": 11}],
            "pass_mark": 5,
            "tries": 3,
            "minutes": 10,
            **changes,
        }
        return Paper.objects.create(**values)

    return make


def posted(given: Response) -> dict[str, Any]:
    """An answer as its page posts it."""
    match given:
        case choosing.SingleChoiceGiven():
            return {"option": given.option}
        case choosing.MultipleChoiceGiven():
            return {"options": given.options}
        case choosing.TrueFalseGiven():
            return {"true": str(given.true).lower(), "reason": given.reason}
        case judging.VignetteGiven():
            return {"decision": given.decision, "reason": given.reason}
        case judging.JudgementGiven():
            return {"step": given.step}
        case arranging.OrderGiven():
            return places(given.order)
        case arranging.TimelineGiven():
            return {**places(given.order), "missing": given.missing}
        case arranging.MatchGiven():
            return {f"stem-{stem}": target for stem, target in given.targets.items()}
        case ClockGiven():
            return {"day": given.due}
        case _:
            return {"text": given.text}


def places(order: list[str]) -> dict[str, str]:
    return {f"place-{number}": key for number, key in enumerate(order, start=1)}


def address(attempt: Attempt, position: int, language: str = "en") -> str:
    with override(language):
        return reverse("assessments:question", args=[attempt.pk, position])


BY_KIND = [pytest.param(question, given, id=kind_of(question)) for question, given in ALL]


@pytest.mark.parametrize(("question", "given"), BY_KIND)
def test_each_kind_is_asked_answered_and_explained_in_both_languages(
    client: Client, teacher: User, bank: Bank, make_paper: Any, question: Question, given: Response
) -> None:
    fill(bank, [question])
    attempt = begin(teacher, make_paper(draws=[{"bank": "bank", "count": 1}], pass_mark=1))
    client.force_login(teacher)
    for language in ("cy", "en"):
        page = client.get(address(attempt, 1, language)).content.decode()
        assert question.prompt.in_language(language) in page.replace("&#x27;", "'")
    open_page = client.post(address(attempt, 1), {}).content.decode()
    assert "There is a problem" in open_page
    onward = client.post(address(attempt, 1), posted(given))
    assert onward.url.endswith("/check/"), onward.content.decode()
    assert is_whole(question, attempt.answers.get().given)
    assert "Not answered yet" not in client.get(onward.url).content.decode()
    hand_in(attempt)
    result = client.get(reverse("assessments:result", args=[attempt.pk])).content.decode()
    assert "Somebody has still to mark this" in result if given is WROTE else "Right</strong>" in result


@pytest.mark.parametrize(("question", "given"), BY_KIND)
def test_what_a_page_offers_is_what_may_be_posted(question: Question, given: Response) -> None:
    data = QueryDict(mutable=True)
    for name, value in posted(given).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    assert {field.name for field in fields_of(question, given, 5)} >= set(data)
    assert fits(question, read(question, data))
    assert not [field.error for field in fields_of(question, given, 5) if field.error]
    assert [field.error for field in fields_of(question, nothing_given(question), 5) if field.error]
    long = QueryDict(mutable=True)
    for name in data:
        long.setlist(name, ["x" * 100_000] * 50)
    cut = read(question, long)
    assert len(str(cut)) < 5_000


def test_the_same_thing_in_two_places_is_told_at_the_second(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    order = next(question for question, _given in ALL if isinstance(question, arranging.Order))
    fill(bank, [order])
    attempt = begin(teacher, make_paper(draws=[{"bank": "bank", "count": 1}], pass_mark=1))
    client.force_login(teacher)
    page = client.post(address(attempt, 1), places([uid(40), uid(40), uid(41), uid(42)])).content.decode()
    assert 'href="#place-2"' in page
    assert "This one stands further up too." in page
    assert attempt.answers.get().given == arranging.OrderGiven(order=[uid(40), uid(40), uid(41), uid(42)])


def test_an_attempt_asks_the_same_in_the_same_order_whenever_one_comes_back(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [question for question, _given in ALL])
    attempt = begin(teacher, make_paper(shuffled=True))
    client.force_login(teacher)
    first = [client.get(address(attempt, place)).content.split(b"<form")[1].split(b"csrf")[0] for place in (1, 2, 3)]
    assert begin(teacher, attempt.paper) == attempt
    assert [
        client.get(address(attempt, place)).content.split(b"<form")[1].split(b"csrf")[0] for place in (1, 2, 3)
    ] == first


def test_things_to_be_put_in_order_are_never_shown_in_order() -> None:
    order = next(question for question, _given in ALL if isinstance(question, arranging.Order))
    for seed in range(200):
        assert out_of_order(order.items, seed) != order.items
        assert sorted(each.id for each in mixed(order.items, seed)) == sorted(each.id for each in order.items)


def test_a_second_try_draws_what_was_not_asked_before(teacher: User, bank: Bank, make_paper: Any) -> None:
    fill(bank, [question for question, _given in EVERY_KIND[:4]])
    paper = make_paper(draws=[{"bank": "bank", "count": 2}], pass_mark=2)
    asked = []
    for _try in range(2):
        attempt = begin(teacher, paper)
        asked.append({each.version_id for each in attempt.answers.all()})
        Attempt.objects.filter(pk=attempt.pk).update(finished_at=timezone.now(), passed=False, points=0)
    assert not asked[0] & asked[1]


def test_a_bank_with_too_few_questions_is_told_and_leaves_no_attempt(
    client: Client, teacher: User, make_paper: Any
) -> None:
    paper = make_paper()
    client.force_login(teacher)
    page = client.post(reverse("assessments:begin", args=[paper.slug]), follow=True).content.decode()
    assert "too few questions at the moment" in page
    assert not Attempt.objects.exists()


def test_a_question_that_waits_for_its_welsh_is_never_drawn(teacher: User, bank: Bank, make_paper: Any) -> None:
    whole, half = EVERY_KIND[0][0], replace(EVERY_KIND[1][0], prompt=Bilingual("Which ones?", ""))
    fill(bank, [whole, half])
    with pytest.raises(NotPossible):
        begin(teacher, make_paper(draws=[{"bank": "bank", "count": 2}]))


def test_there_is_a_wait_between_two_tries_where_the_paper_asks_for_one(
    teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0]])
    paper = make_paper(draws=[{"bank": "bank", "count": 1}], pass_mark=1, wait_hours=24)
    attempt = begin(teacher, paper)
    answer(answers_of(attempt)[0], choosing.SingleChoiceGiven(option=uid(10)), None)
    hand_in(attempt)
    with pytest.raises(NotPossible, match="You can try again from"):
        begin(teacher, paper)
    Attempt.objects.update(finished_at=timezone.now() - timedelta(hours=25))
    assert begin(teacher, paper).number == 2


def test_extra_time_is_added_to_a_limit_and_what_is_there_when_it_is_over_is_handed_in(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0], EVERY_KIND[1][0]])
    ExtraTime.objects.create(person=teacher, percent=25)
    attempt = begin(teacher, make_paper(draws=[{"bank": "bank", "count": 2}], pass_mark=1, limit_minutes=20))
    assert attempt.ends_at == attempt.begun_at + timedelta(minutes=25)
    client.force_login(teacher)
    assert "There is time until" in client.get(address(attempt, 1)).content.decode()
    Attempt.objects.update(ends_at=timezone.now() - timedelta(minutes=5))
    late = client.post(address(attempt, 1), {"option": uid(11)}, follow=True).content.decode()
    assert "this answer was not taken" in late
    assert "handed in with what you had answered" in late
    attempt.refresh_from_db()
    assert (attempt.points, attempt.passed) == (0, False)


def test_practice_explains_at_once_and_counts_for_nothing(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0]])
    paper = make_paper(draws=[{"bank": "bank", "count": 1}], pass_mark=1, purpose=Paper.Purpose.PRACTICE)
    attempt = begin(teacher, paper)
    client.force_login(teacher)
    page = client.post(address(attempt, 1), {"option": uid(11)}, follow=True).content.decode()
    assert "Why 10." in page
    assert client.post(address(attempt, 1), {"option": uid(11), "onward": "yes"}).url.endswith("/check/")
    hand_in(attempt)
    assert not Credit.objects.exists()
    assert paper_standings(teacher, [paper.slug])[paper.slug].can_try


def test_a_paper_with_a_written_sentence_waits_for_whoever_marks_it(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0], WRITTEN])
    paper = make_paper(draws=[{"bank": "bank", "count": 2}], pass_mark=1)
    attempt = begin(teacher, paper)
    right = {kind_of(question): given for question, given in ALL}
    for each in answers_of(attempt):
        answer(each, right[kind_of(each.version.asked)], None)
    result = hand_in(attempt)
    attempt.refresh_from_db()
    assert (result.points, attempt.passed, attempt.awaits_marking) == (1, None, True)
    assert not Credit.objects.exists()
    with pytest.raises(NotPossible, match="somebody has still to mark it"):
        begin(teacher, paper)
    client.force_login(teacher)
    page = client.get(reverse("assessments:result", args=[attempt.pk])).content.decode()
    assert "Answers that somebody has still to mark: 1" in page


def test_a_result_tells_outcome_by_outcome_what_to_read_again(client: Client, teacher: User, make_paper: Any) -> None:
    outcome = OutcomeFile("words", both("Knows the words"), PathPair("/en/lesson/", "/cy/gwers/"))
    bank = put_bank(uuid4(), "words", both("Bank"), "", [outcome])
    fill(bank, [EVERY_KIND[0][0]], "words")
    attempt = begin(teacher, make_paper(draws=[{"bank": "words", "count": 1}], pass_mark=1))
    answer(answers_of(attempt)[0], choosing.SingleChoiceGiven(option=uid(12)), None)
    hand_in(attempt)
    client.force_login(teacher)
    page = client.get(reverse("assessments:result", args=[attempt.pk])).content.decode()
    assert "Knows the words" in page
    assert 'href="/en/lesson/"' in page
    assert result_of(attempt).outcomes["words"].points == 0


def test_a_version_that_somebody_answered_is_never_changed(bank: Bank) -> None:
    version = fill(bank, [EVERY_KIND[0][0]])[0]
    with pytest.raises(TypeError):
        version.save()
    again = put_questions(bank, [WrittenQuestion(version.question.key, "", EVERY_KIND[0][0])], "reviewed")
    assert again == [version]
    newer = put_questions(bank, [WrittenQuestion(version.question.key, "", EVERY_KIND[1][0])], "reviewed")[0]
    assert (newer.number, version.question.versions.count()) == (2, 2)


def test_a_paper_that_follows_another_falls_due_so_many_weeks_after_that_was_passed(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0]])
    one = {"draws": [{"bank": "bank", "count": 1}], "pass_mark": 1}
    first = make_paper(**one)
    later = make_paper(**one, slug="later", purpose=Paper.Purpose.LATER, follows=first.key, follows_weeks=6)
    with pytest.raises(NotPossible, match="Pass that one first"):
        begin(teacher, later)
    attempt = begin(teacher, first)
    answer(answers_of(attempt)[0], choosing.SingleChoiceGiven(option=uid(11)), None)
    hand_in(attempt)
    with pytest.raises(NotPossible, match="You can begin it from"):
        begin(teacher, later)
    Attempt.objects.update(finished_at=timezone.now() - timedelta(weeks=6))
    assert begin(teacher, later).number == 1


def test_a_paper_before_a_course_says_which_lessons_may_be_skipped(
    client: Client, teacher: User, make_paper: Any
) -> None:
    outcome = OutcomeFile("words", both("Knows the words"), PathPair("/en/lesson/", "/cy/gwers/"))
    fill(put_bank(uuid4(), "words", both("Bank"), "", [outcome]), [EVERY_KIND[0][0]], "words")
    paper = make_paper(draws=[{"bank": "words", "count": 1}], pass_mark=1, purpose=Paper.Purpose.BEFORE)
    attempt = begin(teacher, paper)
    answer(answers_of(attempt)[0], choosing.SingleChoiceGiven(option=uid(11)), None)
    hand_in(attempt)
    client.force_login(teacher)
    page = client.get(reverse("assessments:result", args=[attempt.pk])).content.decode()
    assert "You may skip its lesson" in page


def test_a_lesson_that_another_outcome_leads_to_as_well_is_not_said_to_be_skippable_where_that_one_was_wrong(
    client: Client, teacher: User, make_paper: Any
) -> None:
    lesson = PathPair("/en/lesson/", "/cy/gwers/")
    both_lead_there = [OutcomeFile(name, both(name), lesson) for name in ("words", "limits")]
    bank = put_bank(uuid4(), "words", both("Bank"), "", both_lead_there)
    put_questions(bank, [WrittenQuestion(uuid4(), each.slug, EVERY_KIND[0][0]) for each in both_lead_there], "reviewed")
    draws = [{"bank": "words", "count": 1, "outcome": outcome} for outcome in ("words", "limits")]
    attempt = begin(teacher, make_paper(draws=draws, pass_mark=1, purpose=Paper.Purpose.BEFORE))
    for asked, option in zip(answers_of(attempt), (11, 10), strict=True):
        answer(asked, choosing.SingleChoiceGiven(option=uid(option)), None)
    hand_in(attempt)
    client.force_login(teacher)
    page = client.get(reverse("assessments:result", args=[attempt.pk])).content.decode()
    assert "All right" in page
    assert "You may skip its lesson" not in page


def test_the_papers_there_are_stand_on_one_page_with_how_far_one_is(
    client: Client, teacher: User, bank: Bank, make_paper: Any
) -> None:
    fill(bank, [EVERY_KIND[0][0]])
    begin(teacher, make_paper(draws=[{"bank": "bank", "count": 1}], pass_mark=1))
    make_paper(slug="other", purpose=Paper.Purpose.PRACTICE)
    client.force_login(teacher)
    page = client.get(reverse("assessments:papers")).content.decode()
    assert page.count('class="answers__row"') == 2
    assert "Begun" in page


def test_a_sign_that_nobody_sees_is_no_part_of_an_answer() -> None:
    """PostgreSQL has no place for a NUL."""
    assert read(WRITTEN, QueryDict("text=Hungry%00%2C+and+cold.")) == writing.RiskSentenceGiven(
        text="Hungry, and cold."
    )
