"""What stands in the header and the footer, and for whom."""

from collections.abc import Iterator

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from design import navigation
from design.navigation import Entry
from people.models import User


@pytest.fixture
def header(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Entry]]:
    entries: dict[str, Entry] = {}
    monkeypatch.setattr(navigation, "_header", entries)
    return entries


def names(person: User, path: str = "/en/") -> list[str]:
    request = RequestFactory().get(path)
    request.user = person
    with override("en"):
        return [link.label for link in navigation.header_links(request)]


def test_entries_stand_in_their_order(header: dict[str, Entry], officer: User) -> None:
    navigation.add_to_header(Entry("Conferences", "simulations:index", order=2))
    navigation.add_to_header(Entry("Learning", "courses:home", order=1))
    assert names(officer) == ["Learning", "Conferences"]


def test_an_entry_that_is_not_for_the_reader_is_left_out(header: dict[str, Entry], officer: User) -> None:
    navigation.add_to_header(Entry("Staff", "courses:home", order=1, shown=lambda request: request.user.is_superuser))
    assert names(officer) == []
    officer.is_superuser = True
    assert names(officer) == ["Staff"]


def test_an_entry_that_leads_nowhere_is_left_out(header: dict[str, Entry], officer: User) -> None:
    navigation.add_to_header(Entry("Nowhere", "nowhere:index", order=1))
    assert names(officer) == []


def test_the_part_of_the_site_a_reader_is_in_is_marked_and_only_that(client: Client, officer: User) -> None:
    client.force_login(officer)
    page = client.get("/en/conferences/").content.decode()
    assert '<a href="/en/conferences/" aria-current="page">Live</a>' in page
    assert page.count("aria-current") == 1


def test_nobody_sees_the_header_s_row_before_signing_in(client: Client, db: None) -> None:
    assert "site-nav" not in client.get("/en/account/login/").content.decode()


def test_a_board_s_entry_is_for_its_officers(client: Client, officer: User, board_officer: User) -> None:
    client.force_login(officer)
    assert '<a href="/en/boards/">' not in client.get("/en/conferences/").content.decode()
    client.force_login(board_officer)
    assert '<a href="/en/boards/">' in client.get("/en/conferences/").content.decode()
