"""Over sockets: words that are taken away are gone from the database and from everybody's room; a seat is spoken for."""

import re
from collections.abc import Callable

import pytest
from guests import Guest

from people.models import User
from simulations.models import Event, Utterance

SLIP, KEPT = "KQSLIP the neighbour is called", "KQKEPT that is all"
Seated = tuple[Guest, Guest]


def words(text: str) -> dict[str, str]:
    return {"text": text, "language": "en"}


@pytest.fixture
def running(enter: Callable[..., Guest], seated: Seated, facilitator: User) -> Guest:
    """The facilitator, with the analysis on, where anybody may speak."""
    guest = enter(facilitator).hello()
    guest.does("start")
    while guest.sections["phase"]["phase"] != "analysis":
        guest.does("next-phase")
    return guest


def slipped(police: Guest, health: Guest) -> str:
    """The police say what should not have been said; the key under which it stands in the log."""
    police.does("speak", words=words(SLIP))
    police.does("speak", words=words(KEPT))
    health.sees(lambda sections: any(said(line) == KEPT for line in sections["log"]["items"].values()))
    return next(str(line["key"]) for line in police.sections["log"]["items"].values() if said(line) == SLIP)


def said(line: dict[str, object]) -> object:
    typed = line["words"]
    return typed["text"] if isinstance(typed, dict) else None


def test_words_that_are_taken_away_are_gone_from_the_database_and_from_every_room(
    running: Guest, seated: Seated, enter: Callable[..., Guest], teacher: User
) -> None:
    police, health = seated
    key = slipped(police, health)
    running.does("redact", item=key, reason="real-person")
    for guest in seated:
        guest.sees(lambda sections: removed(sections, key))
    assert not Utterance.objects.filter(text=SLIP).exists()
    emptied = Utterance.objects.exclude(redacted_at=None).get()
    assert (emptied.text, emptied.redaction_reason) == ("", "real-person")
    assert Utterance.objects.filter(text=KEPT).exists()
    assert not Event.objects.filter(payload__contains=SLIP).exists()


def removed(sections: dict[str, object], key: str) -> bool:
    log = sections["log"]
    assert isinstance(log, dict)
    line = next(each for each in log["items"].values() if each["key"] == key)
    return bool(line["words"] == {"text": None, "language": "en", "removed": "real-person"})


def test_whoever_comes_back_or_looks_in_from_elsewhere_is_sent_nothing_of_them(
    running: Guest, seated: Seated, enter: Callable[..., Guest], officer: User, health_visitor: User
) -> None:
    key = slipped(*seated)
    running.does("redact", item=key, reason="real-person")
    for person in (officer, health_visitor):
        for encoding in ("json", "html"):
            again = enter(person, **{"as": encoding}).hello()
            assert SLIP not in again.texts()
            assert KEPT in again.texts()


def test_what_was_put_right_and_what_was_decided_on_can_be_taken_away_too(
    running: Guest, seated: Seated, enter: Callable[..., Guest], facilitator: User
) -> None:
    police, health = seated
    running.does("sit-in")
    police.does("speak", words=words(KEPT))
    health.sees(lambda sections: any(said(line) == KEPT for line in sections["log"]["items"].values()))
    police.does("correct", item=police.log()[-1]["key"], words=words(SLIP))
    while running.sections["phase"]["phase"] != "plan":
        running.does("next-phase")
    child = health.sections["papers"]["common"]["children"][0]["id"]
    action = {"child": child, "kind": "safety", "owner": "police", "due": {"number": 7}}
    whole = {name: words(f"{SLIP}, {name}") for name in ("words", "risk", "if_not")}
    health.does("add-action", **action, **whole)
    page = enter(facilitator, **{"as": "html"}).hello()
    offered = re.findall(r'data-fill="removing" data-utterance="([^"]+)"', page.texts().replace('\\"', '"'))
    for slip in Utterance.objects.filter(text__contains=SLIP):
        assert slip.pk in offered
        page.does("redact", utterance=slip.pk, reason="real-person")
    assert not Utterance.objects.filter(text__contains=SLIP).exists()
    assert SLIP not in enter(facilitator, **{"as": "html"}).hello().texts()


def test_nobody_but_the_facilitator_takes_words_away(running: Guest, seated: Seated) -> None:
    police, health = seated
    key = slipped(police, health)
    assert health.ask("redact", item=key, reason="hurtful")["code"] == "facilitator-only"
    assert running.ask("redact", item=key, reason="because I say so")["code"] == "not-a-command"
    assert Utterance.objects.filter(text=SLIP).exists()


def test_the_facilitator_speaks_for_a_scripted_seat_and_nobody_else_does(running: Guest, seated: Seated) -> None:
    police, _ = seated
    running.does("take-over", seat="social-worker")
    running.does("speak", words=words("KQFOR I saw her"), **{"as": "social-worker"})
    police.sees(lambda sections: any(said(line) == "KQFOR I saw her" for line in sections["log"]["items"].values()))
    (line,) = [line for line in police.sections["log"]["items"].values() if said(line) == "KQFOR I saw her"]
    assert line["seat"] == "social-worker"
    roster = {seat["seat"]: seat for seat in police.sections["roster"]["seats"]}
    assert roster["social-worker"]["stood_in"]
    assert police.ask("speak", words=words("KQFALSE"), **{"as": "social-worker"})["type"] == "done"
    own = next(line for line in reversed(list(police.sections["log"]["items"].values())) if said(line) == "KQFALSE")
    assert own["seat"] == "police"
    assert running.ask("speak", words=words("KQNOT"), **{"as": "police"})["code"] == "not-yours"


def test_somebody_who_sits_down_late_reads_and_then_comes_in(
    running: Guest, seated: Seated, enter: Callable[..., Guest], teacher: User
) -> None:
    late = enter(teacher).hello()
    late.does("take-seat", seat="mother", volunteers=True)
    assert late.ask("speak", words=words("KQEARLY"))["code"] == "still-reading"
    (notice,) = late.sections["notices"]["items"].values()
    assert notice["kind"] == "catch-up"
    assert notice["missed"][0]["agenda"][-1] == "analysis"
    late.does("come-in")
    late.does("speak", words=words("KQHERE"))
