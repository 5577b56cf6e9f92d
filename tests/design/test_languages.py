"""Which language a reader gets, and that the toggle keeps the place."""

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from design.languages import same_place
from design.terminal import own_language
from people.models import User


def test_the_front_door_leads_to_the_language_of_the_browser(db: None, client: Client) -> None:
    assert client.get("/", headers={"accept-language": "cy,en;q=0.5"})["Location"] == "/cy/"
    assert client.get("/", headers={"accept-language": "fr,en;q=0.5"})["Location"] == "/en/"


def test_a_language_read_before_beats_the_browser(db: None, client: Client) -> None:
    client.get("/cy/account/login/")
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/cy/"


def test_a_saved_choice_beats_both(client: Client, health_visitor: User) -> None:
    client.force_login(health_visitor)
    client.get("/en/account/password/change/", headers={"accept-language": "en"})
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/cy/"


@pytest.mark.parametrize(
    ("address", "language", "there"),
    [
        ("/en/account/login/", "cy", "/cy/account/login/"),
        ("/cy/account/login/?next=/cy/", "en", "/en/account/login/?next=/cy/"),
        ("/en/conferences/", "cy", "/cy/conferences/"),
    ],
)
def test_the_toggle_keeps_the_place_and_what_was_asked(address: str, language: str, there: str) -> None:
    with override(address[1:3]):
        assert same_place(RequestFactory().get(address), language) == there


def test_the_toggle_names_the_other_language_in_itself(db: None, client: Client) -> None:
    page = client.get("/en/account/login/").content.decode()
    assert (
        '<a href="/cy/account/login/" lang="cy" hreflang="cy" rel="alternate" class="language-toggle">Cymraeg</a>'
        in page
    )
    page = client.get("/cy/account/login/").content.decode()
    assert (
        '<a href="/en/account/login/" lang="en" hreflang="en" rel="alternate" class="language-toggle">English</a>'
        in page
    )


def test_the_toggle_on_a_page_of_the_tree_leads_to_its_translation(db: None, rf: RequestFactory) -> None:
    from wagtail.models import Locale, Page, Site

    from courses.models import PlainPage

    home = Page.objects.get(depth=1).add_child(instance=Page(title="Home", slug="home-of-test"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    english = home.add_child(
        instance=PlainPage(title="Support", slug="support", locale=Locale.objects.get(language_code="en"))
    )
    welsh = PlainPage(
        title="Cymorth",
        slug="cymorth",
        locale=Locale.objects.get(language_code="cy"),
        translation_key=english.translation_key,
    )
    home.add_child(instance=welsh)
    with override("en"):
        there = same_place(rf.get("/en/support/?from=home"), "cy", english)
    assert there.endswith("/cymorth/?from=home")
    english.get_translations().update(live=False)
    with override("en"):
        assert same_place(rf.get("/en/support/"), "cy", english) == "/cy/"


def test_the_welsh_is_not_passed_off_as_checked(db: None, client: Client) -> None:
    said = "Mae Cymraeg y safle hwn yn aros i gyfieithydd ei gwirio."
    assert said in client.get("/cy/account/login/").content.decode()
    assert said not in client.get("/en/account/login/").content.decode()


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({"LANG": "cy_GB.UTF-8"}, "cy"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({}, "en"),
        ({"LC_ALL": "en_GB", "LANG": "cy_GB"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "cy", "LANG": "en"}, "cy"),
    ],
)
def test_a_terminal_speaks_the_first_language_that_it_names(surroundings: dict[str, str], language: str) -> None:
    assert own_language(surroundings) == language
