"""Taking a paper: saved as one goes, counted once, nothing lost, and a reason for every choice at the end."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessments.models import Answer, Attempt, Paper
from people.models import User
from records.models import Credit, Statement
from tests.assessments.conftest import RIGHT, WRONG, option
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def address(name: str, *parts: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"assessments:{name}", args=parts)


@pytest.fixture
def attempt(client: Client, teacher: User, paper: Paper) -> Attempt:
    """The teacher has begun the paper, in English."""
    client.force_login(teacher)
    client.post(address("begin", paper.slug))
    return Attempt.objects.get(person=teacher)


def answer(client: Client, attempt: Attempt, answers: dict[int, dict[str, str]], language: str = "en") -> None:
    for position, chosen in answers.items():
        client.post(address("question", attempt.pk, position, language=language), chosen)


def given(attempt: Attempt, position: int) -> dict[str, str]:
    return attempt.answers.get(position=position).response or {}


def test_the_first_page_says_what_it_is_and_what_it_counts_for(client: Client, teacher: User, paper: Paper) -> None:
    client.force_login(teacher)
    page = client.get(address("paper", paper.slug)).content.decode()
    for words in ("Two questions", "Nothing hard.", "Ten minutes.", "No proof.", "Tries left"):
        assert words in page
    assert not Attempt.objects.exists()


def test_beginning_twice_makes_one_attempt(client: Client, attempt: Attempt) -> None:
    client.post(address("begin", attempt.paper.slug))
    assert Attempt.objects.count() == 1


def test_a_paper_passed_credits_its_minutes_once_in_the_language_it_was_finished_in(
    client: Client, attempt: Attempt
) -> None:
    answer(client, attempt, {1: RIGHT[1]}, "cy")
    answer(client, attempt, {2: WRONG[2]}, "en")
    for _twice in range(2):
        client.post(address("hand-in", attempt.pk, language="en"))
    attempt.refresh_from_db()
    assert (attempt.points, attempt.passed, attempt.finished_in) == (1, True, "en")
    credit = Credit.objects.get(person=attempt.person)
    assert (credit.minutes, credit.name_en, credit.name_cy) == (10, "Two questions", "Dau gwestiwn")


def test_a_paper_not_passed_credits_nothing_and_can_be_tried_again(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, WRONG)
    page = client.post(address("hand-in", attempt.pk), follow=True).content.decode()
    assert "Not passed this time: 0 of 2 points, 1 needed" in page
    assert "Try again" in page
    assert not Credit.objects.exists()
    assert Statement.objects.count() == 1
    client.post(address("begin", attempt.paper.slug))
    assert Attempt.objects.filter(finished_at=None, number=2).count() == 1


def test_when_no_try_is_left_the_page_says_whom_to_ask(client: Client, attempt: Attempt) -> None:
    for _try in range(2):
        client.post(address("begin", attempt.paper.slug))
        open_attempt = Attempt.objects.get(finished_at=None)
        answer(client, open_attempt, WRONG)
        client.post(address("hand-in", open_attempt.pk))
    page = client.post(address("begin", attempt.paper.slug), follow=True).content.decode()
    assert "You have used every try at this paper." in page
    assert Attempt.objects.count() == 2


def test_a_paper_that_is_passed_is_not_begun_again(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, RIGHT)
    client.post(address("hand-in", attempt.pk))
    assert (
        "You have passed this paper" in client.post(address("begin", attempt.paper.slug), follow=True).content.decode()
    )
    assert Attempt.objects.count() == 1


def test_an_answer_posted_twice_counts_once_and_the_last_one_stands(client: Client, attempt: Attempt) -> None:
    for chosen in (RIGHT[1], RIGHT[1], WRONG[1]):
        client.post(address("question", attempt.pk, 1), chosen)
    assert given(attempt, 1)["decision"] == option(12)


def test_an_answer_posted_to_a_paper_handed_in_says_so_and_changes_nothing(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, RIGHT)
    client.post(address("hand-in", attempt.pk))
    said = client.post(address("question", attempt.pk, 1), WRONG[1], follow=True).content.decode()
    assert "You have handed this paper in, so this answer was not changed." in said
    told = client.post(address("question", attempt.pk, 1), WRONG[1], headers=JSON)
    assert (told.status_code, "handed this paper in" in told.json()["problem"]) == (409, True)
    assert given(attempt, 1)["decision"] == option(11)


def test_an_answer_is_saved_as_it_is_chosen_even_half(client: Client, attempt: Attempt) -> None:
    told = client.post(address("question", attempt.pk, 1), {"decision": option(11)}, headers=JSON)
    assert told.json()["saved"].startswith("Saved ")
    page = client.get(address("question", attempt.pk, 1, language="cy")).content.decode()
    assert f'value="{option(11)}" checked' in page.replace('type="radio" ', "")


def test_going_on_without_a_reason_says_what_is_missing_and_keeps_the_decision(
    client: Client, attempt: Attempt
) -> None:
    page = client.post(address("question", attempt.pk, 1), {"decision": option(11)}).content.decode()
    assert "Choose the strongest reason, then go on." in page
    assert 'href="#reason"' in page
    assert given(attempt, 1)["decision"] == option(11)


def test_a_paper_is_not_handed_in_while_a_question_is_open(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, {1: RIGHT[1]})
    page = client.post(address("hand-in", attempt.pk), follow=True).content.decode()
    assert "Some questions are not answered yet." in page
    attempt.refresh_from_db()
    assert attempt.finished_at is None


@pytest.mark.parametrize(
    "posted",
    [
        {"decision": option(21), "reason": option(13)},  # another question's
        {"decision": "x" * 5_000, "reason": option(13)},
        {**RIGHT[1], "confidence": "11"},
    ],
)
def test_an_answer_that_is_not_offered_is_refused_in_words(
    client: Client, attempt: Attempt, posted: dict[str, str]
) -> None:
    page = client.post(address("question", attempt.pk, 1), posted, follow=True).content.decode()
    assert "That answer is not among those offered." in page
    assert not Answer.objects.exclude(response=None).exists()


@pytest.mark.parametrize("confidence", ["", "0", "10", "100", "often"])
def test_confidence_may_be_left_out_and_is_never_a_reason_to_lose_an_answer(
    client: Client, attempt: Attempt, confidence: str
) -> None:
    client.post(address("question", attempt.pk, 1), {**RIGHT[1], "confidence": confidence})
    kept = {"0": 0, "10": 10}.get(confidence)
    assert attempt.answers.get(position=1).confidence == kept


def test_an_answer_posted_while_signed_out_is_kept_and_saved_at_the_same_question_after_signing_in(
    client: Client, attempt: Attempt
) -> None:
    client.logout()
    here = address("question", attempt.pk, 2)
    response = client.post(here, RIGHT[2])
    assert unquote(response.url) == f"/en/account/login/?next={here}#main"
    assert not Answer.objects.exclude(response=None).exists()
    page = client.post(response.url, {"login": attempt.person.email, "password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == f"{here}#main"
    assert "was not taken" not in page.content.decode()
    assert "Your answer was kept, and it is saved now." in page.content.decode()
    assert given(attempt, 2)["decision"] == option(21)


def test_an_answer_kept_for_one_person_is_not_given_to_another(client: Client, attempt: Attempt, officer: User) -> None:
    client.logout()
    here = address("question", attempt.pk, 2)
    login = client.post(here, RIGHT[2]).url
    assert client.post(login, {"login": officer.email, "password": PASSWORD}, follow=True).status_code == 404
    assert not Answer.objects.exclude(response=None).exists()


def test_saving_while_signed_out_says_that_the_answer_is_kept(client: Client, attempt: Attempt) -> None:
    client.logout()
    told = client.post(address("question", attempt.pk, 1), RIGHT[1], headers=JSON)
    assert (told.status_code, "Your answer is kept" in told.json()["problem"]) == (401, True)


def test_the_language_can_change_in_the_middle(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, {1: RIGHT[1]}, "cy")
    assert "Achos 1." in client.get(address("question", attempt.pk, 1, language="cy")).content.decode()
    assert "Case 1." in client.get(address("question", attempt.pk, 1)).content.decode()
    assert attempt.answers.get(position=1).answered_in == "cy"


def test_the_result_shows_your_answer_the_best_one_and_why_for_every_choice(client: Client, attempt: Attempt) -> None:
    answer(client, attempt, {1: RIGHT[1], 2: WRONG[2]})
    page = client.post(address("hand-in", attempt.pk), follow=True).content.decode()
    assert page.count("Why Ask.") == page.count("Why Leave.") == page.count("Why Whim.") == 2
    assert "You passed: 1 of 2 points" in page
    assert page.count("Your answer</strong>") == 4
    assert "Ten minutes." in page
    assert "No proof." in page


def test_nobody_sees_another_persons_attempt(client: Client, attempt: Attempt, officer: User) -> None:
    client.force_login(officer)
    for name, parts in (("question", (1,)), ("check", ()), ("result", ())):
        assert client.get(address(name, attempt.pk, *parts)).status_code == 404


def test_an_address_of_no_paper_is_not_found(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    assert client.get(address("paper", "no-such-paper")).status_code == 404
