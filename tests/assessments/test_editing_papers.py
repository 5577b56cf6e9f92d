"""Editors put papers together from banks: each keeping is a version, and a paper that could not be taken is not kept."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from msgspec.structs import replace

from assessments.actions import begin
from assessments.content_format import WrittenQuestion
from assessments.editing.papers import TAKEN
from assessments.models import Bank, BankQuestion, ExtraTime, Paper
from assessments.questions.texts import Bilingual
from assessments.urls import urlpatterns
from assessments.versions import put_questions
from people.actions import NotPossible
from people.models import User
from tests.assessments.every_kind import EVERY_KIND, uid

pytestmark = pytest.mark.django_db
TEXTS = {
    f"{name}.{code}": f"{name} {code}"
    for name in ("title", "lead", "content_note", "counts_for", "counts_not")
    for code in ("en", "cy")
}
VALUES = {
    **TEXTS, "slug": "ours", "welsh": "reviewed", "purpose": "closing", "pass_mark": "2", "tries": "2", "minutes": "10",
    "asks.rows": "1", "draws.rows": "1", "draws.0.bank": "bank", "draws.0.count": "2", "do": "keep",
}  # fmt: skip


@pytest.fixture
def editor(client: Client) -> User:
    person = User.objects.create_superuser("editor@example.org", "a-long-password")
    client.force_login(person)
    return person


@pytest.fixture
def bank(db: None) -> Bank:
    bank = Bank.objects.create(slug="bank", name_en="Bank", name_cy="Banc")
    written = [
        WrittenQuestion(UUID(uid(900 + place)), "words", question)
        for place, (question, _right) in enumerate(EVERY_KIND[:4])
    ]
    put_questions(bank, written, "reviewed")
    return bank


def keep(client: Client, **changes: str) -> Any:
    first = BankQuestion.objects.order_by("pk").first()
    return client.post(
        reverse("assessments-paper-add"), {**VALUES, "asks.0.question": str(first.pk if first else 0), **changes}
    )


def test_a_paper_is_written_kept_and_taken(client: Client, editor: User, bank: Bank, teacher: User) -> None:
    answer = keep(client, shuffled="on", limit_minutes="30", outcome_marks="words: 0.5")
    paper = Paper.objects.get()
    assert answer.url == reverse("assessments-paper", args=["ours"])
    assert (paper.length, paper.shuffled, paper.limit_minutes, paper.made_by) == (3, True, 30, editor)
    assert paper.outcome_marks == {"words": 0.5}
    assert begin(teacher, paper).answers.count() == 3
    page = client.get(answer.url).content.decode()
    assert 'value="ours"' in page
    assert "title cy" in page
    assert "title en" in client.get(reverse("assessments-papers")).content.decode()


def test_a_change_makes_the_next_version_and_whoever_has_begun_keeps_theirs(
    client: Client, editor: User, bank: Bank, teacher: User
) -> None:
    keep(client)
    attempt = begin(teacher, Paper.objects.get())
    number = str(BankQuestion.objects.earliest("pk").pk)
    client.post(
        reverse("assessments-paper", args=["ours"]), {**VALUES, "asks.0.question": number, "title.en": "Another title"}
    )
    assert list(Paper.objects.order_by("version").values_list("version", "current")) == [(1, False), (2, True)]
    attempt.refresh_from_db()
    assert attempt.paper.title.en == "title en"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title.cy": ""}, "Write this in both languages."),
        ({"pass_mark": "9"}, "There are fewer points to be had: 3."),
        ({"draws.0.count": "30"}, "There are fewer questions like this: 4."),
        ({"draws.0.bank": "no-such-bank"}, "There are fewer questions like this: 0."),
        ({"asks.0.question": "99999"}, "No question that is whole has this number."),
        ({"asks.0.question": "first"}, "Enter a number that is allowed here."),
        ({"slug": "Not A Slug"}, "This is not written in the form that is asked for."),
        ({"slug": "marking"}, "This short name is the address of something else here."),
        ({"tries": ""}, "This is missing."),
        ({"tries": "1000"}, "Enter a number that is allowed here."),
        ({"outcome_marks": "words: 5"}, "Enter a number that is allowed here."),
        ({"purpose": "war"}, "This cannot be kept as it is."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept_nor_lost(
    client: Client, editor: User, bank: Bank, changes: dict[str, str], said: str
) -> None:
    answer = keep(client, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "lead cy" in page
    assert not Paper.objects.exists()


def test_the_short_name_of_another_paper_is_refused(client: Client, editor: User, bank: Bank) -> None:
    keep(client)
    assert "Another paper has this short name." in keep(client).content.decode()
    assert Paper.objects.count() == 1


def test_a_question_that_waits_for_its_welsh_cannot_be_asked(client: Client, editor: User, bank: Bank) -> None:
    question = BankQuestion.objects.earliest("pk")
    half = replace(EVERY_KIND[0][0], prompt=Bilingual("Which?", ""))
    put_questions(bank, [WrittenQuestion(question.key, "", half)], "reviewed")
    assert "No question that is whole has this number." in keep(client).content.decode()


def test_a_paper_of_a_file_is_read_and_not_changed(client: Client, editor: User, paper: Paper) -> None:
    address = reverse("assessments-paper", args=[paper.slug])
    assert "is changed there" in client.get(address).content.decode()
    client.post(address, VALUES)
    assert Paper.objects.get().version == 1


def test_a_row_is_added_without_keeping(client: Client, editor: User, bank: Bank) -> None:
    page = keep(client, do="row:draws").content.decode()
    assert 'name="draws.1.bank"' in page
    assert not Paper.objects.exists()


def test_extra_time_is_granted_with_the_name_of_who_did(client: Client, editor: User, teacher: User) -> None:
    address = reverse("wagtailsnippets_assessments_extratime:add")
    assert client.post(address, {"person": teacher.pk, "percent": "1000"}).status_code == 200
    assert not ExtraTime.objects.exists()
    client.post(address, {"person": teacher.pk, "percent": "25"})
    granted = ExtraTime.objects.get()
    assert (granted.person, granted.percent, granted.granted_by) == (teacher, 25, editor)


def test_a_bank_and_its_outcomes_are_made_in_the_editors_site(client: Client, editor: User) -> None:
    names = {"slug": "new", "name_en": "New", "name_cy": "Newydd"}
    client.post(reverse("wagtailsnippets_assessments_bank:add"), names)
    bank = Bank.objects.get()
    assert not bank.from_file
    client.post(reverse("wagtailsnippets_assessments_outcome:add"), {**names, "bank": bank.pk})
    assert bank.outcomes.get().name == "New"


def test_every_address_beside_the_papers_own_is_taken() -> None:
    beside = {str(pattern.pattern).partition("/")[0] for pattern in urlpatterns}
    assert {name for name in beside if name and "<" not in name} == TAKEN


def test_a_follow_up_names_the_paper_it_follows_and_keeps_it_through_versions(
    client: Client, editor: User, bank: Bank, teacher: User
) -> None:
    keep(client)
    first = Paper.objects.get(slug="ours")
    later = {"slug": "later", "purpose": "later", "follows": "ours", "follows_weeks": "6"}
    keep(client, **later)
    page = client.get(reverse("assessments-paper", args=["later"])).content.decode()
    assert 'name="follows" value="ours"' in page
    first_question = str(BankQuestion.objects.earliest("pk").pk)
    again = {**VALUES, "asks.0.question": first_question, **later, "follows_weeks": "10"}
    client.post(reverse("assessments-paper", args=["later"]), again)
    kept = Paper.objects.get(slug="later", current=True)
    assert (kept.version, kept.follows, kept.follows_weeks) == (2, first.key, 10)
    with pytest.raises(NotPossible):
        begin(teacher, kept)  # the other one is not passed


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"purpose": "later"}, "Write the short name of the paper after which"),
        ({"purpose": "later", "follows": "nowhere"}, "No paper has this short name."),
        ({"purpose": "later", "follows": "ours"}, "A paper does not follow itself."),
        ({"follows": "another"}, "Only a paper for some weeks afterwards follows another."),
        ({"purpose": "later", "follows": "ours", "follows_weeks": "60"}, "follows_weeks-faults"),
    ],
)
def test_what_is_wrong_with_a_follow_up_is_told(
    client: Client, editor: User, bank: Bank, changes: dict[str, str], told: str
) -> None:
    page = keep(client, **changes)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert not Paper.objects.exists()


def test_a_share_of_an_outcome_that_no_question_shows_is_told(client: Client, editor: User, bank: Bank) -> None:
    answer = keep(client, outcome_marks="other: 0.5")
    assert answer.status_code == 422
    assert "No question of this paper shows this outcome: other." in answer.content.decode()
    assert not Paper.objects.exists()
