"""Answers saved as they are given arrive in the order they were given in, however slow the link."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

pytestmark = pytest.mark.slow
PAPER = "/en/assessments/words-and-limits/"
CHOICES = "[data-answer] [type=radio]:not([name=confidence])"


def test_an_answer_of_a_moment_ago_never_stands_over_a_newer_one(visit: Any) -> None:
    page: Page = visit(PAPER, person="teacher")
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"/\d+/1/"))
    for _place in range(page.locator(".places a").count()):
        names = page.locator(CHOICES).evaluate_all("all => all.map(each => each.name)")
        if len(names) > 2 and len(set(names)) == 1:  # one choice answers it: the paper is drawn anew each time
            break
        page.locator(".places a").nth(_place + 1).click()
        page.wait_for_url(re.compile(rf"/{_place + 2}/"))
    question = page.url
    held: list[Route] = []

    def saves(request: Request) -> bool:
        return request.method == "POST" and "json" in request.headers.get("accept", "")

    def hold_the_first(route: Route) -> None:
        if held or not saves(route.request):
            route.continue_()
        else:
            held.append(route)

    page.route("**/*", hold_the_first)
    choices = page.locator(CHOICES)
    with page.expect_request(saves):
        choices.nth(0).check()
    choices.nth(1).check()
    chosen = choices.nth(1).get_attribute("value")
    page.locator("[data-answer] .question__onward button").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert page.url == question, "it waits for what is on its way"
    held[0].continue_()
    page.wait_for_url(lambda address: address != question)
    page.goto(question)
    expect(page.locator(f"[data-answer] [type=radio][value='{chosen}']").first).to_be_checked()
