"""Editors write every kind of question in both languages; what is wrong is told at its field, and nothing typed is lost."""

from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from msgspec import inspect
from msgspec.structs import replace

from assessments.content_format import WrittenQuestion
from assessments.editing.entries import Entry, Remarks, entries_of
from assessments.editing.numbers import by_number
from assessments.models import Bank, BankQuestion
from assessments.questions import Question, kind_of
from assessments.questions.texts import Bilingual
from assessments.versions import put_questions
from people.models import User
from tests.assessments.every_kind import EVERY_KIND, WRITTEN

pytestmark = pytest.mark.django_db
ALL = [*(question for question, _right in EVERY_KIND), WRITTEN]
BY_KIND = [pytest.param(question, id=kind_of(question)) for question in ALL]


@pytest.fixture
def editor(client: Client) -> User:
    person = User.objects.create_superuser("editor@example.org", "a-long-password")
    client.force_login(person)
    return person


@pytest.fixture
def bank(db: None) -> Bank:
    return Bank.objects.create(slug="ours", name_en="Ours", name_cy="Ein rhai ni")


def posted(question: Question) -> dict[str, str]:
    """What the form posts for a question."""
    shape = inspect.type_info(type(question))
    assert isinstance(shape, inspect.StructType)
    return {**flat(entries_of(shape, by_number(msgspec.to_builtins(question)), "", Remarks())), "do": "keep"}


def flat(entries: list[Entry]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        if entry.sort in ("group", "pair"):
            found |= flat(entry.children)
        elif entry.sort == "rows":
            found[f"{entry.path}.rows"] = str(len(entry.rows))
            for row in entry.rows:
                found |= flat(row)
        elif entry.sort != "yes" or entry.value:
            found[entry.path] = str(entry.value)
    return found


def address(name: str, *parts: object) -> str:
    return reverse(f"assessments-{name}", args=parts)


def add(client: Client, question: Question, **changes: str) -> Any:
    return client.post(address("question-add", "ours", kind_of(question)), {**posted(question), **changes})


@pytest.mark.parametrize("question", BY_KIND)
def test_each_kind_is_written_and_opened_again_with_what_was_written(
    client: Client, editor: User, bank: Bank, question: Question
) -> None:
    assert client.get(address("question-add", "ours", kind_of(question))).status_code == 200
    answer = add(client, question)
    kept = BankQuestion.objects.get()
    assert answer.url == address("question", kept.pk)
    assert kept.current is not None
    assert (kept.current.asked, kept.current.whole, kept.current.made_by) == (question, True, editor)
    page = client.get(answer.url).content.decode()
    assert all(f'name="{name}"' in page for name in posted(question))


@pytest.mark.parametrize("question", BY_KIND)
def test_each_kind_is_previewed_as_a_learner_sees_it(
    client: Client, editor: User, bank: Bank, question: Question
) -> None:
    add(client, question)
    version = BankQuestion.objects.get().current_id
    for language in ("en", "cy"):
        page = client.get(address("question-preview", version, language)).content.decode()
        assert question.prompt.in_language(language) in page


def test_keeping_the_same_again_makes_no_version_and_a_change_makes_the_next(
    client: Client, editor: User, bank: Bank
) -> None:
    question = ALL[0]
    add(client, question)
    kept = BankQuestion.objects.get()
    for prompt in (question.prompt.en, "Which one, then?"):
        client.post(address("question", kept.pk), {**posted(question), "prompt.en": prompt})
    assert list(kept.versions.values_list("number", flat=True)) == [1, 2]
    page = client.get(address("question-history", kept.pk)).content.decode()
    assert "<del>Which?</del>" in page
    assert "<ins>Which one, then?</ins>" in page


def test_a_question_without_its_welsh_is_kept_and_waits(client: Client, editor: User, bank: Bank) -> None:
    add(client, ALL[0], **{"prompt.cy": ""})
    kept = BankQuestion.objects.get()
    assert kept.current is not None
    assert not kept.current.whole
    page = client.get(address("question", kept.pk)).content.decode()
    assert "still to be written" in page
    assert "Texts are missing: no paper asks it" in client.get(address("questions")).content.decode()


@pytest.mark.parametrize(
    ("place", "changes", "said"),
    [
        (0, {"options.0.right": "on"}, "Exactly one has to be right."),
        (0, {"options.0.leaves": "on", "options.1.leaves": "on", "options.2.leaves": "on"}, "There are too few here"),
        (0, {"prompt.en": "x" * 5_050}, "This is too long."),
        (0, {"options.0.sources.0.url.en": "a book"}, "This is not written in the form that is asked for."),
        (5, {"stems.0.target": "9"}, "This is not written in the form"),
        (6, {"accepted.en": "", "accepted.cy": ""}, "Write at least one answer that is accepted."),
        (7, {"steps": "many"}, "Enter a number that is allowed here."),
        (7, {"panel.counts": "9: 1"}, "The panel chose something that the question does not offer."),
        (9, {"due": "8 March"}, "This is not written in the form that is asked for."),
        (10, {"rubric.criteria.0.levels.1.points": "0"}, "Two levels have the same points."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stands_there_again(
    client: Client, editor: User, bank: Bank, place: int, changes: dict[str, str], said: str
) -> None:
    answer = add(client, ALL[place], **{"prompt.cy": "Geiriau a deipiwyd", **changes})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "nothing that you wrote is lost" in page
    assert "Geiriau a deipiwyd" in page
    assert not BankQuestion.objects.exists()


def test_a_row_is_added_without_scripts_and_keeps_what_was_typed(client: Client, editor: User, bank: Bank) -> None:
    page = add(client, ALL[0], **{"do": "row:options", "prompt.en": "Half a qu"}).content.decode()
    assert 'name="options.4.text.en"' in page
    assert "Half a qu" in page
    inside = add(client, ALL[0], do="row:options.1.sources").content.decode()
    assert 'name="options.1.sources.1.says.cy"' in inside
    assert not BankQuestion.objects.exists()


@pytest.mark.parametrize("row", ["row:nothing", "row:options.99.sources", "row:prompt.en", "row:", "row:options.x"])
def test_a_row_asked_for_where_none_can_be_changes_nothing(client: Client, editor: User, bank: Bank, row: str) -> None:
    assert add(client, ALL[0], do=row).status_code == 200
    assert not BankQuestion.objects.exists()


def test_questions_are_found_by_words_kind_outcome_and_bank_and_archived_ones_apart(
    client: Client, editor: User, bank: Bank
) -> None:
    for question in ALL:
        add(client, question)
    count = client.get(address("questions")).content.decode().count('class="title"')
    assert count == len(ALL)
    found = client.get(address("questions"), {"words": "what now", "kind": "vignette", "bank": "ours"}).content.decode()
    assert found.count('class="title"') == 1
    kept = BankQuestion.objects.get(current__kind="vignette")
    client.post(address("question-archive", kept.pk))
    assert client.get(address("questions")).content.decode().count('class="title"') == len(ALL) - 1
    assert client.get(address("questions"), {"archived": "on"}).content.decode().count('class="title"') == 1


def test_a_question_of_a_file_is_read_and_not_changed(client: Client, editor: User, bank: Bank) -> None:
    bank.from_file = True
    bank.save()
    version = put_questions(bank, [WrittenQuestion(uuid4(), "", ALL[0])], "reviewed")[0]
    changed = replace(ALL[0], prompt=Bilingual("Changed", "Newid"))
    client.post(address("question", version.question_id), posted(changed))
    assert version.question.versions.count() == 1
    assert "is changed there" in client.get(address("question", version.question_id)).content.decode()


def test_only_editors_come_here(client: Client, teacher: User, bank: Bank) -> None:
    client.force_login(teacher)
    for name, parts in (("questions", ()), ("question-add", ("ours", "order"))):
        assert client.get(address(name, *parts)).status_code in (302, 403)


def test_signs_that_nobody_sees_are_left_out_of_what_is_typed(client: Client, editor: User, bank: Bank) -> None:
    """PostgreSQL has no place for a NUL, and a file of XML none for a bell."""
    values = {**posted(WRITTEN), "prompt.en": "Write\0 it\x07."}
    client.post(reverse("assessments-question-add", args=[bank.slug, kind_of(WRITTEN)]), values)
    assert BankQuestion.objects.get().current.asked.prompt.en == "Write it."
    assert client.get(reverse("assessments-questions"), {"words": "Wri\0te"}).status_code == 200
