"""The editor opens every page type in both languages, previews it, and shows what each may hold."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils import WagtailPageTestCase
from wagtail_localize.operations import translate_object

from courses.models import Course, CourseIndex, Lesson, PlainPage
from courses.models.bilingual import BilingualPage
from people.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]
MODELS = [CourseIndex, Course, Lesson, PlainPage]


@pytest.fixture
def editor(client: Client) -> Client:
    languages = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **languages))
    return client


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_editor_opens_and_names_the_rule_of_both_languages(
    editor: Client, model: type[BilingualPage], language: str
) -> None:
    page = model.objects.filter(locale__language_code=language).first()
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert form.status_code == 200
    assert "are published together" in form.content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_a_page_can_be_previewed(editor: Client, model: type[BilingualPage]) -> None:
    page = model.objects.filter(locale__language_code="cy").first()
    preview = page.make_preview_request(editor.get("/en/").wsgi_request)
    assert preview.status_code == 200
    words = preview.content.decode()
    assert page.title in words
    assert (page.lead or "Gofynnwch.") in words


def test_pages_stand_only_where_they_belong() -> None:
    check = WagtailPageTestCase()
    check.assertAllowedSubpageTypes(CourseIndex, {Course, PlainPage})
    check.assertAllowedSubpageTypes(Course, {Lesson})
    check.assertAllowedSubpageTypes(Lesson, set())
    check.assertAllowedParentPageTypes(Lesson, {Course})


def test_videos_are_listed_and_added_in_the_editor(editor: Client) -> None:
    assert editor.get(reverse("wagtailsnippets_media_video:add")).status_code == 200


def test_an_english_page_made_in_the_editor_is_translated_with_the_same_block_uuids(editor: Client) -> None:
    """wagtail-localize copies the page; both halves then hold the same blocks and may be published."""
    page = Lesson(title="New", slug="new", lead="x", minutes=3, content_note="x", live=False)
    page.body = Lesson.objects.filter(locale__language_code="en").first().body
    Course.objects.get(locale__language_code="en").add_child(instance=page)
    page.save_revision()
    translate_object(page, [Locale.objects.get(language_code="cy")])
    welsh = Lesson.objects.get(translation_key=page.translation_key, locale__language_code="cy")
    assert list(welsh.blocks()) == list(page.blocks())
    assert page.language_problems() == []
