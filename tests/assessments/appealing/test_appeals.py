"""Appeals: a learner says why a mark is wrong, somebody who did not give it decides, and what is upheld is put right everywhere."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from assessments.appealing.actions import WITHIN, appeal, decide
from assessments.appealing.selectors import to_decide
from assessments.models import Answer, Appeal, Attempt, Ruling
from assessments.moderating.actions import keep_sheet
from assessments.questions.choosing import SingleChoiceGiven
from people.actions import NotPossible
from people.models import User
from records.actions import recompute
from records.models import Credit, Statement
from tests.assessments.every_kind import WRITTEN, uid
from tests.assessments.taking import CHOICE, CHOSEN, FULL, NONE, SENTENCE, marker, paper_of, take

pytestmark = pytest.mark.django_db
WRONG = SingleChoiceGiven(option=uid(10))


@pytest.fixture
def wrong(teacher: User) -> Answer:
    """One of two wrong, and so not passed."""
    attempt = take(teacher, paper_of(CHOICE, CHOICE, pass_mark=2), [CHOSEN, WRONG])
    return attempt.answers.get(position=2)


@pytest.fixture
def huw(db: None) -> User:
    return marker("Huw Ellis")


def result(answer: Answer) -> tuple[bool | None, float | None]:
    attempt = Attempt.objects.get(pk=answer.attempt_id)
    return attempt.passed, attempt.points


def test_upheld_the_result_the_record_and_the_credit_are_put_right_and_what_was_said_stays_to_be_read(
    wrong: Answer, huw: User
) -> None:
    assert result(wrong) == (False, 1)
    decide(appeal(wrong, "Option 10 is what our procedures say."), huw, upheld=True, reason="They do.")
    assert result(wrong) == (True, 2)
    said = {each.verb.rsplit("/", 1)[1]: each for each in Statement.objects.all()}
    assert said.keys() == {"failed", "voided", "passed"}
    assert said["failed"].voided
    assert not said["passed"].voided
    assert Credit.objects.get(person=wrong.attempt.person).minutes == 10
    assert recompute() == 1
    ruling = Ruling.objects.get()
    assert (ruling.ground, ruling.before, ruling.share, ruling.by) == ("appeal", 0, 1, huw)


def test_declined_nothing_changes_and_the_learner_reads_why(client: Client, wrong: Answer, huw: User) -> None:
    decide(appeal(wrong, "I meant the other."), huw, upheld=False, reason="What was chosen counts.")
    assert result(wrong) == (False, 1)
    assert (Ruling.objects.count(), Statement.objects.count()) == (0, 1)
    client.force_login(wrong.attempt.person)
    page = client.get(reverse("assessments:result", args=[wrong.attempt_id])).content.decode()
    assert "Your appeal was declined" in page
    assert "What was chosen counts." in page
    assert "Huw" not in page


def test_the_learner_gets_an_e_mail_in_their_language_that_says_nothing_of_the_decision(
    wrong: Answer, huw: User
) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        decide(appeal(wrong, "Why?"), huw, upheld=True, reason="They do.")
    letter = mail.outbox[0]
    assert letter.to == [wrong.attempt.person.email]
    assert f"/cy/assessments/attempts/{wrong.attempt_id}/result/#q2" in letter.body
    assert "They do." not in letter.body


def test_each_mark_is_appealed_against_once(wrong: Answer, huw: User) -> None:
    decide(appeal(wrong, "Why?"), huw, upheld=False, reason="So.")
    with pytest.raises(NotPossible, match="appealed against this mark already"):
        appeal(Answer.objects.get(pk=wrong.pk), "Again.")


def test_there_is_no_appeal_against_the_full_mark_before_handing_in_or_after_the_time(wrong: Answer) -> None:
    right = wrong.attempt.answers.get(position=1)
    with pytest.raises(NotPossible, match="full mark"):
        appeal(right, "More!")
    Attempt.objects.update(finished_at=timezone.now() - WITHIN - timedelta(minutes=1))
    with pytest.raises(NotPossible, match="time to appeal is over"):
        appeal(Answer.objects.get(pk=wrong.pk), "Late.")
    Attempt.objects.update(finished_at=None)
    with pytest.raises(NotPossible, match="not marked yet"):
        appeal(Answer.objects.get(pk=wrong.pk), "Early.")


def test_nobody_decides_their_own_appeal_or_one_twice(wrong: Answer, huw: User) -> None:
    made = appeal(wrong, "Why?")
    with pytest.raises(NotPossible, match="your own answer"):
        decide(made, wrong.attempt.person, upheld=True, reason="I am right.")
    decide(made, huw, upheld=False, reason="So.")
    with pytest.raises(NotPossible, match="decided already"):
        decide(made, huw, upheld=True, reason="Or so.")
    assert result(wrong) == (False, 1)


class TestWrittenWork:
    @pytest.fixture
    def marked(self, teacher: User, huw: User) -> Answer:
        attempt = take(teacher, paper_of(WRITTEN, pass_mark=1), [SENTENCE])
        written = attempt.answers.get()
        for each in (huw, marker("Olwen Price")):
            keep_sheet(written, each, {**NONE, "harm": 1})
        return Answer.objects.get(pk=written.pk)

    def test_whoever_marked_it_does_not_decide_and_the_new_mark_is_one_of_the_rubric(
        self, marked: Answer, huw: User
    ) -> None:
        made, third = appeal(marked, "The evidence is there."), marker("Non Bowen")
        assert (list(to_decide(huw)), list(to_decide(third))) == ([], [made])
        with pytest.raises(NotPossible, match="You marked this answer"):
            decide(made, huw, upheld=True, reason="Hm.", points=FULL)
        decide(made, third, upheld=True, reason="It is.", points=FULL)
        assert result(marked) == (True, 1)
        assert [each.before for each in Ruling.objects.all()] == [None, 0.125]

    def test_an_appeal_that_is_upheld_never_lowers_a_mark(self, marked: Answer) -> None:
        made = appeal(marked, "The evidence is there.")
        with pytest.raises(NotPossible, match="never lowers"):
            decide(made, marker("Non Bowen"), upheld=True, reason="No.", points=NONE)
        assert Appeal.objects.get().is_open
        assert Ruling.objects.count() == 1


class TestPages:
    def appeal(self, client: Client, answer: Answer, words: str) -> Any:
        return client.post(reverse("assessments:appealing:appeal", args=[answer.pk]), {"words": words}, follow=True)

    def test_from_the_result_to_the_decision(self, client: Client, wrong: Answer, huw: User) -> None:
        client.force_login(wrong.attempt.person)
        page = client.get(reverse("assessments:result", args=[wrong.attempt_id])).content.decode()
        links = re.findall(r'href="([^"]*/appeals/answers/\d+/)"', page)
        assert links == [reverse("assessments:appealing:appeal", args=[wrong.pk])]
        assert "It waits for a decision" in self.appeal(client, wrong, "Our procedures say so.").content.decode()

        client.force_login(huw)
        queue = client.get(reverse("assessments:moderating:queue")).content.decode()
        place = reverse("assessments:appealing:decide", args=[Appeal.objects.get().pk])
        assert place in queue
        page = client.get(place).content.decode()
        assert "Our procedures say so." in page
        assert "Elin" not in page + queue
        told = client.post(place, {"verdict": "upheld", "words": "They do."}, follow=True).content.decode()
        assert "Decided. The learner gets an e-mail" in told

        client.force_login(wrong.attempt.person)
        page = client.get(reverse("assessments:result", args=[wrong.attempt_id])).content.decode()
        assert "You passed: 2 of 2 points" in page
        assert "Your appeal was upheld" in page
        assert "It was worth 0 of a point, and is worth 1 now." in page

    @pytest.mark.parametrize("words", ["", "   ", "x" * 2_001])
    def test_an_appeal_without_words_or_with_too_many_is_told_and_not_made(
        self, client: Client, wrong: Answer, words: str
    ) -> None:
        client.force_login(wrong.attempt.person)
        assert self.appeal(client, wrong, words).status_code == 422
        assert not Appeal.objects.exists()

    def test_nobody_appeals_for_another(self, client: Client, wrong: Answer, officer: User) -> None:
        client.force_login(officer)
        assert self.appeal(client, wrong, "It is mine.").status_code == 404

    def test_a_decision_without_a_choice_or_a_reason_says_what_is_missing(
        self, client: Client, wrong: Answer, huw: User
    ) -> None:
        made = appeal(wrong, "Why?")
        client.force_login(huw)
        page = client.post(reverse("assessments:appealing:decide", args=[made.pk]), {"words": ""}).content.decode()
        assert "Choose whether the appeal is upheld or declined." in page
        assert "Write why: the learner reads it." in page

    def test_who_may_not_mark_sees_no_appeal(self, client: Client, wrong: Answer, facilitator: User) -> None:
        made = appeal(wrong, "Why?")
        client.force_login(facilitator)
        assert client.get(reverse("assessments:appealing:decide", args=[made.pk])).status_code == 403
