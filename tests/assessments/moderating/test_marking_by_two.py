"""Written work: two mark it apart and without the name; alike, their mean counts; where they differ, a third decides."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.marking import Mark
from assessments.models import Answer, MarkingSheet, Ruling
from assessments.moderating.actions import keep_sheet, moderate
from assessments.moderating.selectors import how_far_markers_agree, marked_by, to_mark, to_moderate
from assessments.selectors import mark_of
from people.actions import NotPossible
from people.models import User
from records.models import Credit, Statement
from tests.assessments.taking import FULL, NONE, SENTENCE, marker, written_answer

pytestmark = pytest.mark.django_db
ALMOST = {**FULL, "harm": 1}


@pytest.fixture
def answer(teacher: User) -> Answer:
    return written_answer(teacher)


@pytest.fixture
def markers() -> list[User]:
    return [marker(name) for name in ("Huw Ellis", "Olwen Price", "Non Bowen")]


def result_of(answer: Answer) -> tuple[bool | None, float | None]:
    answer.attempt.refresh_from_db()
    return answer.attempt.passed, answer.attempt.points


def test_until_it_is_marked_the_result_waits_and_says_so(client: Client, answer: Answer) -> None:
    assert result_of(answer) == (None, 1)
    assert not Statement.objects.exists()
    client.force_login(answer.attempt.person)
    page = client.get(reverse("assessments:result", args=[answer.attempt_id])).content.decode()
    assert "Answers that somebody has still to mark: 1" in page
    assert "Appeal against this mark" not in page


def test_two_alike_settle_it_by_their_mean_and_the_record_follows(answer: Answer, markers: list[User]) -> None:
    keep_sheet(answer, markers[0], FULL)
    assert result_of(answer)[0] is None
    keep_sheet(answer, markers[1], ALMOST)
    assert mark_of(Answer.objects.get(pk=answer.pk)) == Mark(7.5 / 8, {**dict.fromkeys(FULL, 1.0), "harm": 0.75})
    assert result_of(answer) == (False, 1.9375)
    assert Statement.objects.get().verb.endswith("failed")


def test_full_marks_of_both_pass_it_and_credit_the_minutes_on_the_day_it_was_handed_in(
    answer: Answer, markers: list[User]
) -> None:
    for each in markers[:2]:
        keep_sheet(answer, each, FULL)
    assert result_of(answer) == (True, 2)
    credit = Credit.objects.get(person=answer.attempt.person)
    assert credit.minutes == 10
    assert Statement.objects.get().timestamp == answer.attempt.finished_at


def test_where_two_differ_a_third_decides_and_the_writer_reads_why(
    client: Client, answer: Answer, markers: list[User]
) -> None:
    keep_sheet(answer, markers[0], FULL)
    keep_sheet(answer, markers[1], NONE, "No evidence at all.")
    assert result_of(answer)[0] is None
    assert [list(to_moderate(each)) for each in markers] == [[], [], [answer]]
    moderate(answer, markers[2], FULL, "The evidence stands in the second half.")
    assert result_of(answer) == (True, 2)
    ruling = Ruling.objects.get()
    assert (ruling.ground, ruling.by, ruling.before, ruling.share) == ("moderated", markers[2], None, 1)
    client.force_login(answer.attempt.person)
    page = client.get(reverse("assessments:result", args=[answer.attempt_id])).content.decode()
    assert "The evidence stands in the second half." in page
    assert "No evidence at all." not in page
    assert not any(each.last_name in page for each in markers)


def test_nobody_marks_their_own_work(answer: Answer) -> None:
    with pytest.raises(NotPossible, match="your own answer"):
        keep_sheet(answer, answer.attempt.person, FULL)
    assert not to_mark(answer.attempt.person)


def test_a_third_marker_is_told_that_two_have_marked_it_and_a_marker_does_not_moderate(
    answer: Answer, markers: list[User]
) -> None:
    keep_sheet(answer, markers[0], FULL)
    keep_sheet(answer, markers[1], NONE)
    with pytest.raises(NotPossible, match="Two others"):
        keep_sheet(answer, markers[2], FULL)
    with pytest.raises(NotPossible, match="one of the two"):
        moderate(answer, markers[0], FULL, "I was right.")


def test_points_can_be_changed_until_it_is_settled_and_not_after(answer: Answer, markers: list[User]) -> None:
    keep_sheet(answer, markers[0], NONE)
    keep_sheet(answer, markers[0], FULL)
    assert MarkingSheet.objects.get().points == FULL
    assert list(marked_by(markers[0])) == [answer]
    keep_sheet(answer, markers[1], FULL)
    with pytest.raises(NotPossible, match="marked already"):
        keep_sheet(answer, markers[0], NONE)
    assert result_of(answer) == (True, 2)


@pytest.mark.parametrize("points", [{}, {"harm": 2}, {**FULL, "harm": 3}, {**FULL, "style": 1}])
def test_points_that_the_rubric_does_not_have_are_refused(
    answer: Answer, markers: list[User], points: dict[str, int]
) -> None:
    with pytest.raises(NotPossible, match="one level at each"):
        keep_sheet(answer, markers[0], points)
    assert not MarkingSheet.objects.exists()


def test_where_nothing_differs_nobody_moderates(answer: Answer, markers: list[User]) -> None:
    keep_sheet(answer, markers[0], FULL)
    with pytest.raises(NotPossible, match="needs no decision"):
        moderate(answer, markers[2], FULL, "Why not?")


def test_how_far_they_agree_is_told_by_criterion_with_how_many(answer: Answer, markers: list[User]) -> None:
    assert how_far_markers_agree().pairs == 0
    keep_sheet(answer, markers[0], FULL)
    keep_sheet(answer, markers[1], ALMOST)
    told = how_far_markers_agree()
    assert (told.pairs, told.same, told.within_one, told.kappa) == (4, 0.75, 1, None)


class TestPages:
    def post(self, client: Client, name: str, answer: Answer, points: dict[str, int], **more: str) -> Any:
        posted = {f"points-{key}": value for key, value in points.items()}
        return client.post(reverse(f"assessments:moderating:{name}", args=[answer.pk]), {**posted, **more}, follow=True)

    def test_a_marker_sees_what_was_written_and_never_by_whom(
        self, client: Client, answer: Answer, markers: list[User]
    ) -> None:
        client.force_login(markers[0])
        queue = client.get(reverse("assessments:moderating:queue")).content.decode()
        page = client.get(reverse("assessments:moderating:mark", args=[answer.pk])).content.decode()
        assert SENTENCE.text in page
        for each in (queue, page):
            assert "Elin" not in each
            assert "Wyn" not in each

    def test_the_second_does_not_see_what_the_first_gave(
        self, client: Client, answer: Answer, markers: list[User]
    ) -> None:
        keep_sheet(answer, markers[0], FULL, "My secret note.")
        client.force_login(markers[1])
        page = client.get(reverse("assessments:moderating:mark", args=[answer.pk])).content.decode()
        assert "checked" not in page
        assert "My secret note." not in page

    def test_a_criterion_left_open_is_told_and_what_was_chosen_is_kept(
        self, client: Client, answer: Answer, markers: list[User]
    ) -> None:
        client.force_login(markers[0])
        answered = self.post(client, "mark", answer, {"harm": 2}, words="A note.")
        page = answered.content.decode()
        assert answered.status_code == 422
        assert "Choose a level: impact" in page
        assert "A note." in page
        assert not MarkingSheet.objects.exists()

    def test_two_markers_and_a_moderator_on_their_pages(
        self, client: Client, answer: Answer, markers: list[User]
    ) -> None:
        for each, points in zip(markers, (FULL, NONE), strict=False):
            client.force_login(each)
            assert "Your points are kept." in self.post(client, "mark", answer, points).content.decode()
        client.force_login(markers[2])
        assert "Two markers differ" in client.get(reverse("assessments:moderating:queue")).content.decode()
        without = self.post(client, "moderate", answer, FULL)
        assert "Write why: the writer reads it." in without.content.decode()
        assert "Decided." in self.post(client, "moderate", answer, FULL, words="Because.").content.decode()
        assert Ruling.objects.get().reason == "Because."

    def test_who_may_not_mark_is_told_so(self, client: Client, answer: Answer, facilitator: User) -> None:
        client.force_login(facilitator)
        for name, parts in (("queue", []), ("mark", [answer.pk]), ("moderate", [answer.pk])):
            assert client.get(reverse(f"assessments:moderating:{name}", args=parts)).status_code == 403

    def test_words_are_bounded(self, client: Client, answer: Answer, markers: list[User]) -> None:
        client.force_login(markers[0])
        assert self.post(client, "mark", answer, FULL, words="x" * 2_001).status_code == 422
        assert not MarkingSheet.objects.exists()
