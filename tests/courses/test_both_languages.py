"""A page is published in both languages or in neither."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from courses.models import Lesson, PlainPage
from people.models import User
from tests.courses.conftest import TEXT, course_in, lesson_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]


def without_first_block(page: Lesson) -> str:
    return json.dumps(list(page.body.raw_data)[1:])


def test_a_page_that_lacks_a_block_of_the_other_is_not_published() -> None:
    page = lesson_in("en")
    page.body = without_first_block(page)
    revision = page.save_revision()
    with pytest.raises(ValidationError, match="has a block that is missing here: “Pennawd"):
        revision.publish()
    assert str(TEXT) in lesson_in("en").blocks()


def test_a_page_whose_blocks_stand_in_another_order_is_not_published() -> None:
    page = lesson_in("en")
    page.body = json.dumps(list(page.body.raw_data)[::-1])
    with pytest.raises(ValidationError, match="another order"):
        page.save_revision().publish()


def test_a_new_page_in_one_language_is_not_published() -> None:
    page = Lesson(
        title="Alone", lead="x", minutes=3, content_note="x", body=without_first_block(lesson_in("en")), live=False
    )
    course_in("en").add_child(instance=page)
    with pytest.raises(ValidationError, match="no Welsh page yet"):
        page.save_revision().publish()
    assert not Lesson.objects.get(pk=page.pk).live


def test_a_page_that_is_promised_in_one_language_only_is_published_alone() -> None:
    page = Lesson(
        title="Alone", lead="x", minutes=3, content_note="x", body=without_first_block(lesson_in("en")), live=False
    )
    page.both_languages = False
    course_in("en").add_child(instance=page)
    page.save_revision().publish()
    assert Lesson.objects.get(pk=page.pk).live


def test_publishing_one_half_publishes_what_waits_in_the_other() -> None:
    welsh, english = lesson_in("cy"), lesson_in("en")
    for page, title in ((welsh, "Newydd"), (english, "New")):
        page.title = title
        page.save_revision()
    english.get_latest_revision().publish()
    assert (lesson_in("cy").title, lesson_in("en").title) == ("Newydd", "New")


def test_deleting_one_half_takes_down_the_other() -> None:
    lesson_in("cy").delete()
    assert not lesson_in("en").live


def test_taking_down_one_half_takes_down_the_other() -> None:
    lesson_in("en").unpublish()
    assert not lesson_in("cy").live


def test_the_editor_says_what_is_missing_and_keeps_the_draft(client: Client) -> None:
    languages = {"reading_language": "en", "writing_language": "en", "speaking_language": "en"}
    client.force_login(User.objects.create_superuser("editor@diogel.example", "x", **languages))
    page = plain_page_in("en")
    posted = nested_form_data(
        {
            "title": "Changed",
            "slug": "support",
            "lead": "",
            "body": streamfield([]),
            "both_languages": "on",
            "comments": inline_formset([]),
        }
    )
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    posted["body-count"] = "1"
    posted |= new_block_posted()
    said = client.post(address, {**posted, "action-publish": "1"}, follow=True).content.decode()
    assert "it lacks this block" in said
    assert plain_page_in("en").title == "Support"
    assert plain_page_in("en").get_latest_revision_as_object().title == "Changed"


def plain_page_in(language: str) -> PlainPage:
    return PlainPage.objects.get(locale__language_code=language)


def new_block_posted() -> dict[str, str]:
    """A text block that the other language lacks, as the editor's form posts it."""
    value = {"heading": "", "text": rich_text("<p>Ask.</p>"), "sources-count": "0"}
    about = {"id": str(uuid4()), "type": "text", "order": "0", "deleted": ""}
    return {f"body-0-{name}": text for name, text in about.items()} | {
        f"body-0-value-{name}": text for name, text in value.items()
    }


def test_welsh_that_awaits_a_translator_is_marked_for_editors_and_for_readers(client: Client, teacher: User) -> None:
    assert "(awaits a translator)" in lesson_in("cy").get_admin_display_title()
    assert "(awaits" not in lesson_in("en").get_admin_display_title()
    client.force_login(teacher)
    assert 'class="awaiting"' in client.get(lesson_in("cy").url).content.decode()
    assert 'class="awaiting"' not in client.get(lesson_in("en").url).content.decode()
