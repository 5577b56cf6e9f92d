"""Learning: begun in one language and finished in the other, resumed where it was left, credited once, said plainly."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory, TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from assessments.actions import answer, begin, hand_in
from assessments.content_files import load as load_papers
from assessments.models import Paper
from assessments.questions.judging import VignetteGiven
from courses.models import CheckAnswer, Enrolment, Lesson, Progress
from people.models import User
from records.models import Credit, Statement
from simulations.models import Conference, ScenarioVersion
from simulations.shipped import load as load_scenarios
from tests.assessments.conftest import FILES as PAPERS
from tests.assessments.conftest import RIGHT as RIGHT_ANSWERS
from tests.courses.conftest import COURSE, FIRST, QUESTION, QUOTE, RIGHT, SECOND, TEXT, WRONG, course_in, lesson_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]


def address(name: str, language: str, *parts: object) -> str:
    with override(language):
        return reverse(f"courses:{name}", args=parts)


def test_a_lesson_begun_in_welsh_is_finished_in_english_as_one_record(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.post(address("begin", "cy", COURSE))
    client.post(address("seen", "cy", FIRST), {"block": TEXT})
    client.post(address("answer", "cy", FIRST, QUESTION), {"option": WRONG})

    page = client.get(lesson_in("en").url).content.decode()
    assert "Not this one." in page  # the answer given in Welsh, answered in English
    client.post(address("finish", "en", FIRST))

    progress = Progress.objects.get(person=teacher, lesson_key=FIRST)
    assert (progress.begun_in, progress.finished_in) == ("cy", "en")
    assert Enrolment.objects.get(person=teacher).begun_in == "cy"
    credit = Credit.objects.get(person=teacher)
    assert (credit.minutes, credit.language) == (4, "en")
    assert (credit.name_en, credit.name_cy) == ("The first lesson", "Y wers gyntaf")


def test_carry_on_leads_to_the_block_last_seen_in_either_language(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.post(address("seen", "cy", FIRST), {"block": QUOTE})
    home = client.get(address("home", "en")).content.decode()
    assert f'href="{lesson_in("en").url}#block-{QUOTE}"' in home
    assert "You stopped at:" in home


def test_opening_a_lesson_records_nothing(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.get(lesson_in("en").url)
    assert not Progress.objects.exists()
    assert not Enrolment.objects.exists()


def test_finishing_twice_credits_once(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    for language in ("cy", "en", "en"):
        client.post(address("finish", language, FIRST))
    assert Credit.objects.filter(person=teacher).count() == 1


def test_the_course_is_finished_with_its_last_lesson_and_credits_no_minutes_twice(
    client: Client, teacher: User
) -> None:
    client.force_login(teacher)
    client.post(address("finish", "en", SECOND))
    assert Enrolment.objects.get(person=teacher).finished_at is None
    response = client.post(address("finish", "cy", FIRST))
    assert response.url.startswith(lesson_in("cy", SECOND).url)
    assert Enrolment.objects.get(person=teacher).finished_in == "cy"
    assert sum(Credit.objects.filter(person=teacher).values_list("minutes", flat=True)) == 9
    assert Statement.objects.count() == 3
    assert "You have finished this course." in client.get(course_in("en").url).content.decode()


def test_a_course_with_a_paper_is_finished_when_both_are_whichever_comes_last(client: Client, teacher: User) -> None:
    load_papers(PAPERS)
    client.force_login(teacher)
    for key in (FIRST, SECOND):
        client.post(address("finish", "en", key))
    assert Enrolment.objects.get(person=teacher).finished_at is None
    attempt = begin(teacher, Paper.objects.get())
    for asked in attempt.answers.all():
        answer(asked, VignetteGiven(**RIGHT_ANSWERS[asked.position]), None)
    with TestCase.captureOnCommitCallbacks(execute=True):
        hand_in(attempt)
    assert Enrolment.objects.get(person=teacher).finished_at is not None


def test_an_answer_stands_under_its_choice_and_the_last_one_counts(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    for option in (WRONG, RIGHT, RIGHT):
        response = client.post(address("answer", "en", FIRST, QUESTION), {"option": option}, follow=True)
    assert CheckAnswer.objects.get(person=teacher).option == RIGHT
    page = response.content.decode()
    assert "She is asked." in page
    assert "She waits." not in page
    assert response.redirect_chain[-1][0].endswith(f"#block-{QUESTION}")


def test_the_answer_is_shown_to_whoever_asks_for_it_and_nothing_is_kept(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    page = client.get(lesson_in("en").url, {"show": str(QUESTION)}).content.decode()
    assert "She is asked." in page
    assert not CheckAnswer.objects.exists()


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({}, "Choose one of the answers first."),
        ({"option": "not a uuid"}, "Choose one of the answers first."),
        ({"option": TEXT}, "That answer is not among those offered."),
    ],
)
def test_an_answer_that_cannot_be_kept_says_what_to_do(
    client: Client, officer: User, posted: dict[str, object], said: str
) -> None:
    client.force_login(officer)
    response = client.post(address("answer", "en", FIRST, QUESTION), posted)
    assert response.status_code == 422
    page = response.content.decode()
    summary, at_the_question = page.split('class="reading"')
    assert f'<a href="#{QUESTION}">{said}' in summary
    assert said in at_the_question, "where the reader looks, and not on top alone"
    assert not CheckAnswer.objects.exists()


def test_a_block_that_is_no_longer_there_is_refused_in_words(client: Client, officer: User) -> None:
    client.force_login(officer)
    response = client.post(address("seen", "en", FIRST), {"block": RIGHT})
    assert response.status_code == 409
    assert "This lesson has changed" in response.json()["problem"]
    assert not Progress.objects.exists()


def test_a_block_told_as_nonsense_is_refused_in_words(client: Client, officer: User) -> None:
    client.force_login(officer)
    assert client.post(address("seen", "en", FIRST), {"block": "x" * 10_000}).status_code == 409


def test_whoever_is_signed_out_is_told_so_and_comes_back_to_the_lesson(client: Client) -> None:
    response = client.post(address("seen", "en", FIRST), {"block": TEXT})
    assert response.status_code == 401
    assert "You are signed out" in response.json()["problem"]
    assert "/en/account/login/?next=/en/two-lessons/first/" in client.get(lesson_in("en").url).url
    assert "block-" in client.post(address("answer", "en", FIRST, QUESTION), {"option": RIGHT}).url


def test_a_lesson_page_takes_at_most_ten_queries(
    client: Client, teacher: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    load_papers(PAPERS)
    client.force_login(teacher)
    client.post(address("answer", "en", FIRST, QUESTION), {"option": RIGHT})
    place = lesson_in("en").url
    client.get(place)
    with django_assert_max_num_queries(10):
        page = client.get(place).content.decode()
    assert "Two questions" in page


def test_the_home_page_takes_no_more_queries_for_more_lessons(
    client: Client, teacher: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(teacher)
    client.get(address("home", "en"))
    with django_assert_max_num_queries(16):
        client.get(address("home", "en"))


def test_what_is_due_bears_the_day_by_which_the_group_asks_for_it(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    home = client.get(address("home", "en")).content.decode()
    assert "What is due" in home
    assert "It was due by 8 July 2024." in home  # six months after the post began
    assert "of 8 hours" in home


def test_a_course_for_another_group_is_open_but_not_due(client: Client, officer: User) -> None:
    client.force_login(officer)
    home = client.get(address("home", "en")).content.decode()
    assert "What is due" not in home
    assert "Also open to you" in home


def test_the_course_says_what_it_counts_for_and_what_not(client: Client) -> None:
    page = client.get(course_in("en").url).content.decode()
    assert "It counts for nine minutes." in page
    assert "It is no proof of anything." in page
    assert "Nothing hard." in page
    assert "Minutes done: 0 of 9." in page


def test_visitors_who_are_not_signed_in_read_a_short_front_page(client: Client) -> None:
    assert "Dysgwch yma." in client.get("/cy/").content.decode()
    english = client.get("/en/").content.decode()
    assert "Learn here." in english
    assert "Sign in" in english


def test_the_language_toggle_keeps_the_place(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    assert 'href="/cy/dwy-wers/gyntaf/"' in client.get(lesson_in("en").url).content.decode()


def test_sources_of_fact_stand_on_the_page(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    assert 'href="https://procedures.example/en"' in client.get(lesson_in("en").url).content.decode()


def test_a_preview_in_the_editor_is_nobodys_learning(client: Client) -> None:
    admin = User.objects.create_superuser("e@diogel.example", "x")
    request = RequestFactory().get("/")
    request.user = admin
    response = lesson_in("en").serve_preview(request, "")
    assert response.status_code == 200
    assert not Progress.objects.exists()


def test_support_is_found_by_its_name_in_both_languages(client: Client) -> None:
    assert client.get(address("support", "en")).url == "/en/support/"
    assert client.get(address("support", "cy")).url == "/cy/cymorth/"
    assert client.get(address("privacy", "en")).status_code == 404


def test_a_lesson_withdrawn_leaves_what_was_done_in_it(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.post(address("finish", "en", FIRST))
    Lesson.objects.filter(translation_key=FIRST).delete()
    assert Progress.objects.get(person=teacher).finished_at is not None
    assert Credit.objects.get(person=teacher).minutes == 4


def test_the_lesson_touched_last_comes_first(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.post(address("seen", "en", FIRST), {"block": TEXT})
    client.post(address("seen", "en", SECOND), {"block": "30000000-0000-4000-8000-00000000000e"})
    Progress.objects.filter(lesson_key=FIRST).update(
        touched_at=Progress.objects.get(lesson_key=SECOND).touched_at + timedelta(1)
    )
    assert f'href="{lesson_in("en").url}#block-{TEXT}"' in client.get(address("home", "en")).content.decode()


@pytest.mark.parametrize(("state", "shown"), [("planned", True), ("running", True), ("closed", False)])
def test_conferences_to_come_stand_among_what_is_due(
    client: Client, teacher: User, facilitator: User, state: str, shown: bool
) -> None:
    load_scenarios()
    version = ScenarioVersion.objects.first()
    conference = Conference.objects.create(
        version=version,
        setting="text",
        arrangement="bilingual",
        planned_for=timezone.now() + timedelta(days=3),
        facilitator=facilitator,
        state=state,
    )
    conference.participants.create(person=teacher)
    client.force_login(teacher)
    home = client.get(address("home", "en")).content.decode()
    assert (version.title_en in home) == shown


def test_whoever_speaks_both_languages_reads_so_in_their_own(client: Client, teacher: User) -> None:
    User.objects.filter(pk=teacher.pk).update(speaking_language="both")
    client.force_login(teacher)
    for language, said in (("en", "Welsh and English"), ("cy", "Cymraeg a Saesneg")):
        page = client.get(address("home", language)).content.decode()
        assert said in page
        assert "Cymraeg a Saesneg / Welsh and English" not in page
