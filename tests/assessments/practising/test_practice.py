"""Practice: what was wrong comes back, one question at a time, for the learner alone; and reminders for who asked for them."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assessments.models import Answer, Attempt, BankQuestion, Card, Paper, Reminding
from assessments.practising.actions import tell
from assessments.practising.selectors import due, waiting
from assessments.questions.choosing import SingleChoiceGiven
from assessments.reminding.letters import write
from people.models import User
from records.models import Statement
from tests.assessments.every_kind import WRITTEN, uid
from tests.assessments.taking import CHOICE, CHOSEN, SENTENCE, paper_of, take

pytestmark = pytest.mark.django_db
WRONG = SingleChoiceGiven(option=uid(10))
TOMORROW = timedelta(days=1)


def hand_in_with(someone: User, *responses: SingleChoiceGiven, slug: str = "made") -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        take(someone, paper_of(*[CHOICE] * len(responses), pass_mark=9, slug=slug), list(responses))


@pytest.fixture
def card(teacher: User) -> Card:
    """One of two wrong yesterday, and so due today."""
    hand_in_with(teacher, CHOSEN, WRONG)
    Card.objects.update(due_on=timezone.localdate(), seen_at=timezone.now() - TOMORROW)
    return Card.objects.get()


def page(client: Client, name: str, *parts: object) -> str:
    return client.get(reverse(f"assessments:practising:{name}", args=parts)).content.decode()


def test_what_was_wrong_becomes_a_card_due_tomorrow_and_what_was_right_does_not(teacher: User) -> None:
    hand_in_with(teacher, CHOSEN, WRONG)
    made = Card.objects.get()
    assert made.question == Answer.objects.get(position=2).version.question.key
    assert made.due_on == timezone.localdate() + TOMORROW


def test_what_waits_for_a_marker_makes_no_card(teacher: User) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        take(teacher, paper_of(WRITTEN, pass_mark=1), [SENTENCE])
    assert not Card.objects.exists()


def test_right_again_it_waits_longer_and_wrong_again_it_comes_back_tomorrow(card: Card) -> None:
    from fsrs import Rating

    after = tell(card, Rating.Good)
    assert after.due_on > timezone.localdate() + TOMORROW
    Card.objects.update(due_on=timezone.localdate())
    assert tell(after, Rating.Again).due_on == timezone.localdate() + TOMORROW


def test_the_same_answer_sent_twice_moves_a_card_once(client: Client, card: Card) -> None:
    client.force_login(card.person)
    place = reverse("assessments:practising:ask", args=[card.pk])
    for _twice in range(2):
        answered = client.post(place, {"option": uid(11)})
        assert answered.status_code == 200
        card_now = Card.objects.get()
        stability = card_now.stability
    assert Card.objects.get().stability == stability
    assert Card.objects.get().due_on > timezone.localdate()


def test_each_answer_is_explained_at_once_and_kept_nowhere(client: Client, card: Card) -> None:
    client.force_login(card.person)
    before = (Answer.objects.count(), Statement.objects.count())
    assert "1 question is worth asking again today" in page(client, "today")
    assert "Do you still know this?" in page(client, "ask", card.pk)
    answered = client.post(reverse("assessments:practising:ask", args=[card.pk]), {"option": uid(10)}).content.decode()
    assert "Not this time" in answered
    assert "Why 10." in answered
    assert "That is all for today" in answered
    assert (Answer.objects.count(), Statement.objects.count()) == before
    assert "Nothing to practise today" in page(client, "today")


@pytest.mark.parametrize("posted", [{}, {"option": "nonsense"}, {"option": uid(99)}, {"option": "x" * 9_000}])
def test_no_answer_or_one_that_is_not_offered_is_told_and_moves_nothing(
    client: Client, card: Card, posted: dict[str, str]
) -> None:
    client.force_login(card.person)
    answered = client.post(reverse("assessments:practising:ask", args=[card.pk]), posted)
    assert answered.status_code == 422
    assert "Choose an answer, then go on." in answered.content.decode()
    assert Card.objects.get().due_on == timezone.localdate()


def test_of_a_sentence_the_learner_says_how_it_went(client: Client, card: Card) -> None:
    version = paper_of(WRITTEN, pass_mark=1, slug="written").places.get().version
    Card.objects.update(question=version.question.key)
    client.force_login(card.person)
    answered = client.post(reverse("assessments:practising:ask", args=[card.pk]), {"text": "Llew is hungry."})
    assert "How did it go?" in answered.content.decode()
    assert Card.objects.get().due_on == timezone.localdate()
    how = reverse("assessments:practising:say", args=[card.pk])
    client.post(how, {"how": "wonderfully"})
    assert Card.objects.get().due_on == timezone.localdate()
    client.post(how, {"how": "well"})
    assert Card.objects.get().due_on > timezone.localdate()


def test_a_question_put_away_is_not_asked_and_comes_back_when_it_is_wrong_again(client: Client, card: Card) -> None:
    client.force_login(card.person)
    client.post(reverse("assessments:practising:put-away", args=[card.pk]))
    assert not Card.objects.exists()
    hand_in_with(card.person, WRONG, slug="again")
    assert Card.objects.count() == 1


def test_a_question_that_its_bank_has_put_away_is_not_asked(card: Card) -> None:
    BankQuestion.objects.update(archived=True)
    told = waiting(card.person, timezone.localdate())
    assert (told.due, told.cards, told.next_on) == (0, 0, None)


def test_nobody_practises_another_persons_cards(client: Client, card: Card, officer: User) -> None:
    client.force_login(officer)
    for name in ("ask", "say", "put-away"):
        assert client.post(reverse(f"assessments:practising:{name}", args=[card.pk])).status_code == 404
    assert not due(officer, timezone.localdate())


class TestReminders:
    def monday(self, hour: int = 11, weeks: int = 0) -> datetime:
        now = timezone.localtime().replace(hour=hour, minute=0)
        return now + timedelta(days=(7 - now.weekday()) % 7, weeks=weeks)

    def ask(self, client: Client, someone: User, wanted: str = "yes") -> Any:
        client.force_login(someone)
        return client.post(reverse("assessments:reminding:choose"), {"wanted": wanted}, follow=True)

    def test_who_did_not_ask_is_never_written_to(self, card: Card) -> None:
        assert write(self.monday()) == 0

    def test_one_letter_a_week_of_everything_that_waits_in_the_language_they_are_written_to_in(
        self, client: Client, card: Card
    ) -> None:
        self.ask(client, card.person)
        assert [write(self.monday()), write(self.monday(12)), write(self.monday() + TOMORROW)] == [1, 0, 0]
        assert write(self.monday(weeks=1)) == 1
        letter = mail.outbox[0]
        with override("cy"):
            assert reverse("assessments:practising:today") in letter.body
        assert letter.to == [card.person.email]

    def test_nothing_due_no_letter(self, client: Client, card: Card) -> None:
        self.ask(client, card.person)
        Card.objects.update(due_on=date(2099, 1, 1))
        assert write(self.monday()) == 0

    @pytest.mark.parametrize(("hour", "days"), [(6, 0), (19, 0), (11, 5), (11, 6)])
    def test_nobody_is_written_to_at_night_or_at_the_weekend(
        self, client: Client, card: Card, hour: int, days: int
    ) -> None:
        self.ask(client, card.person)
        assert write(self.monday(hour) + timedelta(days=days)) == 0

    def test_one_press_in_the_letter_stops_them_and_looking_at_the_link_does_not(
        self, client: Client, card: Card
    ) -> None:
        self.ask(client, card.person)
        write(self.monday())
        letter = mail.outbox[0]
        place = re.search(r"(/cy/assessments/reminders/no-more/\S+)", letter.body)
        assert place is not None
        assert letter.extra_headers["List-Unsubscribe"].endswith(f"{place[1]}>")
        client.logout()
        assert client.get(place[1]).status_code == 200
        assert Reminding.objects.exists()
        assert client.post(place[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert not Reminding.objects.exists()
        assert client.post("/cy/assessments/reminders/no-more/forged:token/").status_code == 404

    def test_the_page_stops_them_too(self, client: Client, card: Card) -> None:
        assert "You asked to be reminded" in self.ask(client, card.person).content.decode()
        assert "You are not reminded" in self.ask(client, card.person, "no").content.decode()
        assert not Reminding.objects.exists()

    def test_a_paper_that_falls_due_weeks_after_another_is_told_until_it_is_begun(
        self, client: Client, teacher: User
    ) -> None:
        first = paper_of(CHOICE, pass_mark=1)
        later = paper_of(CHOICE, pass_mark=1, slug="later")
        Paper.objects.filter(pk=later.pk).update(purpose="later", follows=first.key, follows_weeks=6)
        take(teacher, first, [CHOSEN])
        self.ask(client, teacher)
        assert [write(self.monday(weeks=weeks)) for weeks in (5, 7, 13)] == [0, 1, 0]
        Attempt.objects.update(finished_at=timezone.now() - timedelta(weeks=7))
        take(teacher, Paper.objects.get(pk=later.pk), [CHOSEN])
        Reminding.objects.update(sent_on=None)
        assert write(self.monday()) == 0
