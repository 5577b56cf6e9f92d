"""An editor sees what a file would bring before it comes in; others do not reach the page."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from assessments.models import Bank, BankQuestion, QuestionVersion
from people.models import User

pytestmark = pytest.mark.django_db
GIFT = b"::days::Which day comes after Monday?{=Tuesday#It does. ~Friday}\n\nAnd this?\n"


@pytest.fixture
def bank(db: None) -> Bank:
    return Bank.objects.create(slug="days", name_en="Days", name_cy="Dyddiau")


@pytest.fixture
def editor(client: Client, teacher: User, bank: Bank) -> Client:
    for codename in ("access_admin", "change_bankquestion"):
        teacher.user_permissions.add(*Permission.objects.filter(codename=codename))
    client.force_login(teacher)
    return client


def post(client: Client, raw: bytes, name: str = "a.gift", **more: str) -> str:
    data = {"bank": "days", "language": "en", "file": SimpleUploadedFile(name, raw), **more}
    return client.post(reverse("assessments-files"), data).content.decode()


def test_only_an_editor_comes_to_it(client: Client, teacher: User, bank: Bank) -> None:
    client.force_login(teacher)
    for address in (
        reverse("assessments-files"),
        reverse("assessments-files-template"),
        reverse("assessments-files-give", args=["days", "yaml", "en"]),
    ):
        assert client.get(address).status_code in {302, 403}
    assert client.post(reverse("assessments-files-take")).status_code in {302, 403}


def test_what_would_come_in_is_shown_and_nothing_is_written(editor: Client) -> None:
    page = post(editor, GIFT)
    assert "Which day comes after Monday?" in page
    assert "line 3" in page
    assert "are missing, or their braces do not close" in page
    assert "Take 1 question in" in page
    assert not BankQuestion.objects.exists()


def test_it_comes_in_on_the_editors_word_and_once(editor: Client, teacher: User) -> None:
    post(editor, GIFT)
    for _twice in range(2):
        editor.post(reverse("assessments-files-take"))
    version = QuestionVersion.objects.get()
    assert version.made_by == teacher
    assert not version.whole


def test_a_file_with_nothing_but_mistakes_can_only_be_chosen_anew(editor: Client) -> None:
    page = post(editor, b"And this?")
    assert "Choose another file" in page
    assert "question in</button>" not in page


@pytest.mark.parametrize("raw", [b"", None])
def test_without_a_file_the_page_asks_for_one(editor: Client, raw: bytes | None) -> None:
    data = {
        "bank": "days",
        "language": "en",
        **({"file": SimpleUploadedFile("a.gift", raw)} if raw is not None else {}),
    }
    response = editor.post(reverse("assessments-files"), data)
    assert response.status_code == 422
    assert "Choose a" in response.content.decode()


def test_a_bank_is_given_out_in_each_form(editor: Client) -> None:
    post(editor, GIFT)
    editor.post(reverse("assessments-files-take"))
    for form, name in (("yaml", "days.yaml"), ("moodle", "days-en.xml"), ("qti-3.0", "days-en-qti-3.0.zip")):
        response = editor.get(reverse("assessments-files-give", args=["days", form, "en"]))
        assert name in response["Content-Disposition"]
        assert len(response.content) > 100
    assert editor.get(reverse("assessments-files-give", args=["days", "docx", "en"]), follow=True).status_code == 404


@pytest.mark.parametrize(("language", "row", "words"), [("en", "row", "Left out."), ("cy", "rhes", "Gadawyd allan.")])
def test_every_mistake_has_a_line_with_its_row(
    editor: Client, teacher: User, language: str, row: str, words: str
) -> None:
    profile = UserProfile.get_for_user(teacher)
    profile.preferred_language = language
    profile.save()
    sheet = (
        "kind,prompt_en,answer,option_1_en,option_2_en\n" + "riddle,Which?,1,a,b\n" * 5 + "single-choice,,3,a,b\n" * 5
    )
    page = post(editor, sheet.encode(), "a.csv")
    assert page.count(words) == 15
    assert [page.count(f"<td>{row} {number}") for number in (2, 6, 7, 11, 12)] == [1, 1, 2, 2, 0]
