"""A board's pages: open to the region's officers, kind to everybody else."""

import datetime
from dataclasses import replace

import pytest
from django.test import Client

from boards.disclosure import Count, protect
from boards.models import LocalPractice
from boards.reports import region_report
from boards.sentences import where
from people.models import Agency, Partnership, Region, User

TEXTS = {
    "standards_en": "Use our form.",
    "standards_cy": "Defnyddiwch ein ffurflen.",
    "escalation_en": "See https://board.example/escalation",
    "escalation_cy": "Gweler https://bwrdd.example/uwchgyfeirio",
    "seen": "",
}
EDIT = "/en/boards/NWA/local-practice/edit/"
READ = "/en/boards/NWA/local-practice/"


@pytest.fixture
def officers(client: Client, board_officer: User, gwent: Region) -> Client:
    """The browser of a board officer of North Wales."""
    client.force_login(board_officer)
    return client


def test_an_officer_of_one_region_goes_straight_to_it(officers: Client) -> None:
    assert officers.get("/en/boards/")["Location"] == "/en/boards/NWA/"


def test_the_page_answers_in_its_heading_and_names_whom_it_cannot_see(officers: Client, north_wales: Region) -> None:
    practices = Agency.objects.create(code="gps", name_en="GP practices", name_cy="Meddygon", sector="general-practice")
    Partnership.objects.create(agency=practices, region=north_wales)
    page = officers.get("/en/boards/NWA/").content.decode()
    assert "No agency here has supplied its people yet." in page
    assert "GP practices" in page
    assert "Unknown: no people supplied." in page
    assert officers.get("/cy/boards/NWA/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/en/boards/GWE/", "/en/boards/GWE/figures.csv", "/en/boards/GWE/local-practice/edit/"]
)
def test_another_regions_figures_are_closed_with_a_kind_word_and_a_way_on(officers: Client, address: str) -> None:
    answer = officers.get(address)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "These figures are for another board" in page
    assert 'href="/en/boards/NWA/"' in page


def test_a_learner_is_told_whom_to_ask(client: Client, officer: User) -> None:
    client.force_login(officer)
    for address in ("/en/boards/", "/en/boards/NWA/"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "ask your board’s business unit" in answer.content.decode()


def test_a_region_that_does_not_exist_is_not_found(officers: Client) -> None:
    assert officers.get("/en/boards/XYZ/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client: Client, north_wales: Region) -> None:
    assert client.get("/en/boards/NWA/")["Location"].startswith("/en/account/login/")


def test_the_csv_is_not_kept_by_any_cache_and_opens_in_a_spreadsheet(officers: Client) -> None:
    answer = officers.get("/en/boards/NWA/figures.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert answer.content.startswith("\ufeff".encode())


def test_the_header_leads_officers_and_nobody_else_to_the_board(officers: Client, officer: User) -> None:
    assert 'href="/en/boards/"' in officers.get("/en/people/account/").content.decode()
    officers.force_login(officer)
    assert 'href="/en/boards/"' not in officers.get("/en/people/account/").content.decode()


def test_what_the_board_has_not_written_is_said_plainly(client: Client, officer: User) -> None:
    client.force_login(officer)
    page = client.get(READ).content.decode()
    assert page.count("The board has not written this yet.") == 3
    assert EDIT not in page


def test_a_learner_is_led_to_their_own_region(client: Client, officer: User) -> None:
    client.force_login(officer)
    assert client.get("/en/boards/here/")["Location"] == READ


def test_who_has_no_region_may_choose_one(
    client: Client, facilitator: User, north_wales: Region, gwent: Region
) -> None:
    client.force_login(facilitator)
    page = client.get("/en/boards/here/").content.decode()
    assert READ in page
    assert "/en/boards/GWE/local-practice/" in page


def test_the_board_writes_in_both_languages_and_each_reader_sees_theirs(officers: Client, officer: User) -> None:
    assert officers.post(EDIT, TEXTS)["Location"] == READ
    officers.force_login(officer)
    english, welsh = (
        officers.get(READ).content.decode(),
        officers.get("/cy/boards/NWA/local-practice/").content.decode(),
    )
    assert "Use our form." in english
    assert 'href="https://board.example/escalation"' in english
    assert "Defnyddiwch ein ffurflen." in welsh


def test_one_language_alone_is_not_taken_and_nothing_is_lost(officers: Client) -> None:
    answer = officers.post(EDIT, {**TEXTS, "standards_cy": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write this in Welsh too" in page
    assert "Use our form." in page
    assert not LocalPractice.objects.exists()


def test_two_officers_do_not_overwrite_each_other(officers: Client) -> None:
    officers.post(EDIT, TEXTS)
    answer = officers.post(EDIT, {**TEXTS, "standards_en": "Written at the same time."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else saved this page while you were writing" in page
    assert "Written at the same time." in page
    assert LocalPractice.objects.get().standards_en == "Use our form."


def test_an_officer_who_read_what_is_there_may_change_it(officers: Client) -> None:
    officers.post(EDIT, TEXTS)
    seen = LocalPractice.objects.get().edited.isoformat()
    assert f'value="{seen}"' in officers.get(EDIT).content.decode()
    assert officers.post(EDIT, {**TEXTS, "seen": seen, "standards_en": "Better."}).status_code == 302
    assert LocalPractice.objects.get().standards_en == "Better."


def test_markup_in_the_boards_words_stays_words(officers: Client) -> None:
    officers.post(EDIT, {**TEXTS, "standards_en": "<script>alert(1)</script>"})
    assert "<script>alert" not in officers.get(READ).content.decode()


def test_a_text_that_is_too_long_is_refused_with_its_limit(officers: Client) -> None:
    answer = officers.post(EDIT, {**TEXTS, "standards_en": "x" * 20_001})
    assert answer.status_code == 422
    assert "20000" in answer.content.decode()


def test_a_region_is_found_however_its_code_is_written(officers: Client) -> None:
    assert officers.get("/en/boards/nwa/").status_code == 200


@pytest.mark.parametrize(("b", "c", "said"), [(6, 6, "Groups B, C"), (5, 6, "Group B")])
def test_every_group_with_the_lowest_share_is_named(north_wales: Region, b: int, c: int, said: str) -> None:
    cells = {("police", group): Count(20, number) for group, number in (("A", 15), ("B", 2 * b), ("C", 2 * c))}
    report = replace(region_report(north_wales, datetime.date(2026, 9, 1)), published=protect(cells))
    assert where(report) == f"Lowest share in date: {said}"
