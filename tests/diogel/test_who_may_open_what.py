"""Every address, opened and posted to by a stranger and by somebody with no right: only what is named here answers them.

A new address is closed to both until it is put on one of the two lists, on purpose. Regions, courses, papers, attempts,
conferences and cohorts in addresses are real and somebody else's, so that a refusal is one of the person.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone, translation

import assessments.content_files
import courses.content_files
import simulations.shipped
from assessments.actions import begin
from assessments.models import Paper
from people.models import Region, User
from simulations.actions import plan_conference
from simulations.models import Cohort, ScenarioVersion
from tests.assessments.conftest import FILES as PAPERS
from tests.courses.conftest import COURSE, FILES, FIRST, QUESTION

STRANGERS = {
    "home", "who-is-here", "courses:home", "courses:support", "courses:privacy", "courses:accessibility", "design:parts", "design:licences",
    "design:theme", "account_login", "account_logout", "account_inactive", "account_signup", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
    "simulations:no-more", "assessments:reminding:no-more", "wagtail_serve", "wagtailcore_login",
}  # fmt: skip
"""What somebody who is not signed in may open, or press."""
LEARNERS = STRANGERS | {
    "account_change_password", "account_set_password", "account_reauthenticate", "people:languages", "people:account",
    "people:letters", "simulations:index", "simulations:measures", "simulations:alone", "assessments:practising:today",
    "assessments:reminding:choose", "assessments:papers", "assessments:paper", "assessments:begin", "boards:here",
    "boards:local-practice", "courses:sureness-waiting", "courses:lesson", "courses:begin", "courses:how-sure", "courses:seen",
    "courses:answer", "courses:finish", "courses:skip",
}  # fmt: skip
"""What anybody who is signed in may open, or press: their own, and what is for all."""
MACHINES = ("admin/", "documents/", "media/", "xapi/", "_util/")
"""Doors with rules and tests of their own."""
REFUSED = {401, 403, 404, 405}


@pytest.fixture
def numbers(north_wales: Region, facilitator: User, health_visitor: User, teacher: User) -> dict[str, object]:
    """What stands in addresses, by its name there: all of it somebody else's, or everybody's."""
    for load in (lambda: courses.content_files.load(FILES), lambda: assessments.content_files.load(PAPERS)):
        load()
    simulations.shipped.load()
    version = ScenarioVersion.objects.filter(scenario__slug="ty-coed").latest("pk")
    conference = plan_conference(
        facilitator=facilitator, version=version, planned_for=timezone.now(), people=[health_visitor, teacher]
    )
    paper = Paper.objects.get(current=True)
    return {
        "pk": conference.pk,
        "cohort": Cohort.objects.create(name="An invented cohort", trainer=facilitator).pk,
        "listed": conference.participants.latest("pk").pk,
        "slug": paper.slug,
        "attempt": begin(health_visitor, paper).pk,
        "code": north_wales.code,
        "course": COURSE,
        "lesson": FIRST,
        "block": QUESTION,
        "position": 1,
    }


def addresses(numbers: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Every address that people open, with its name."""
    with translation.override("en"):
        for route, name in routes(get_resolver().url_patterns):
            if not route.removeprefix("en/").startswith(MACHINES):
                yield name, "/" + filled(route, name, numbers)


def routes(patterns: list[Any], before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from routes(each.url_patterns, before + str(each.pattern), inner)
        elif isinstance(each, URLPattern):
            yield before + str(each.pattern), f"{space}{each.name or each.callback.__name__}"


def filled(route: str, name: str, numbers: dict[str, object]) -> str:
    """The address with real numbers where we have them, and with 1 where we have none."""
    kind = "course" if "/courses/" in route else "lesson"
    own = {**numbers, "key": numbers[kind], "course": "the-course", "lesson": "the-lesson"}
    if name == "simulations:cohort":
        own["pk"] = numbers["cohort"]
    route = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(own.get(part[1], 1)), route)
    return re.sub(r"\^|\$|\(\?P<\w+>[^)]*\)|\(\(.*", "", route)


def answered(client: Client, numbers: dict[str, object], allowed: set[str], person: User | None = None) -> list[str]:
    """The addresses that did something for somebody who is not to have it, or broke."""
    wrong = []
    for name, address in addresses(numbers):
        for method in (client.get, client.post):
            if person:
                client.force_login(person)  # some addresses sign out
            answer = method(address)
            refused = answer.status_code in REFUSED or is_sent_to_sign_in(answer)
            if answer.status_code >= 500 or not (refused or name in allowed):
                wrong.append(f"{method.__name__} {name} {address}: {answer.status_code}")
    return wrong


def is_sent_to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/en/account/login/")


def test_a_stranger_opens_only_what_is_for_everybody(client: Client, numbers: dict[str, object]) -> None:
    assert answered(client, numbers, STRANGERS) == []


def test_somebody_with_no_right_opens_only_their_own_and_what_is_for_all(
    client: Client, officer: User, numbers: dict[str, object]
) -> None:
    assert answered(client, numbers, LEARNERS, officer) == []
