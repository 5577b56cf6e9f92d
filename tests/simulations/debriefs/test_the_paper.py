"""The debrief as a paper: tagged, in either language, for those it belongs to, with nobody's name and nothing read as markup."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone, translation

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
NOTE = '#eval("1") *KQWALL* <b> $x$ \\ "quoted"'


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    """Tŷ Coed with an officer on the police's seat, its debrief open to the end, and a note on the wall."""
    from simulations import actions
    from simulations.appending import Append, Outcome, append
    from simulations.engine.actors import Facilitator, Seated
    from simulations.engine.commands import End, NextPhase, OpenStep, PostNote, Start
    from simulations.engine.reconciling import STEPS
    from simulations.engine.words import Words
    from simulations.log import Typed
    from simulations.selectors import proceedings_of

    held = actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )
    actions.take_seat(held.participants.get(), "police")
    for command in (Start(by=Facilitator()), End(by=Facilitator())):
        actions.carry_out(held, actions.FACILITATOR, command)
    while (now := proceedings_of(held).state.phase.id) != "debrief":
        actions.carry_out(held, actions.FACILITATOR, NextPhase(by=Facilitator(), leaving=now))
    for step in STEPS:
        actions.carry_out(held, actions.FACILITATOR, OpenStep(by=Facilitator(), step=step))
    proceedings = proceedings_of(held)
    posted = PostNote(by=Seated("police"), words=Words(utterance="KQN1", language="en"))  # type: ignore[arg-type]
    outcome = proceedings.decide(posted, timezone.now())
    assert isinstance(outcome, tuple)
    typed = Typed(id="KQN1", text=NOTE, language="en")
    assert append([Append(held.pk, proceedings.number, "somebody", "c1", "post-note", outcome, (typed,))]) == [
        Outcome.ADDED
    ]
    return held


def get(person: User, conference: Conference, language: str = "en") -> Any:
    client = Client()
    client.force_login(person)
    return client.get(f"/{language}/conferences/{conference.pk}/debrief.pdf")


def told(conference: Conference, language: str) -> str:
    """All that stands on the paper, as text."""
    from simulations.debriefs.papers import paper
    from simulations.selectors import proceedings_of

    with translation.override(language):
        return json.dumps(paper(conference, proceedings_of(conference), language), ensure_ascii=False)


@pytest.mark.parametrize(("language", "marked"), [("en", b"(en)"), ("cy", b"(cy)")])
def test_it_is_a_tagged_paper_that_says_its_language_and_title(
    conference: Conference, officer: User, language: str, marked: bytes
) -> None:
    answer = get(officer, conference, language)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    whole = answer.content + b"".join(streams(answer.content))
    assert whole.startswith(b"%PDF-1.")
    for wanted in (b"/StructTreeRoot", b"/Marked true", b"/DisplayDocTitle true", b"/Lang" + marked, b"pdfuaid"):
        assert wanted.replace(b" ", b"") in whole.replace(b" ", b""), wanted


def streams(pdf: bytes) -> Iterator[bytes]:
    """The parts of a PDF that are packed."""
    for part in pdf.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(part)
        except zlib.error:
            continue


def test_it_holds_what_the_steps_have_shown_and_nobodys_name(
    conference: Conference, officer: User, facilitator: User
) -> None:
    for language, heading in (("en", "Where tables go wrong"), ("cy", "Lle mae byrddau’n mynd o chwith")):
        text = told(conference, language)
        assert heading in text
        assert officer.last_name not in text
        assert facilitator.last_name not in text
        assert conference.participants.get().reference not in text


def test_rows_by_seat_stand_on_it_only_while_everybody_agrees(conference: Conference) -> None:
    from simulations import actions
    from simulations.engine.actors import Seated
    from simulations.engine.commands import AgreeToNames

    listed = conference.participants.get()
    assert "Rows by seat" not in told(conference, "en")
    for agrees in (True, False):
        actions.carry_out(conference, listed.reference, AgreeToNames(by=Seated("police"), agrees=agrees))  # type: ignore[arg-type]
        assert ("Rows by seat" in told(conference, "en")) is agrees


def test_what_was_typed_is_set_as_it_was_typed_and_goes_with_its_words(conference: Conference, officer: User) -> None:
    from simulations.models import Utterance

    assert json.dumps(NOTE, ensure_ascii=False)[1:-1] in told(conference, "cy")
    assert get(officer, conference).status_code == 200
    Utterance.objects.filter(pk="KQN1").update(text="", redacted_at=timezone.now())
    assert "KQWALL" not in told(conference, "en")


def test_nobody_else_gets_it_and_nobody_too_early(conference: Conference, officer: User, facilitator: User) -> None:
    from conftest import give, person

    from simulations.models import Event

    assert get(facilitator, conference).status_code == 200
    assert get(give(person("Huw Parry"), "trainer"), conference).status_code == 403
    listed = conference.participants.get()
    listed.role = "observer"
    listed.save()
    assert get(officer, conference).status_code == 403
    opened = Event.objects.filter(conference=conference, type="debrief-step-opened").order_by("number")
    Event.objects.filter(conference=conference, number__gte=opened[3].number).delete()
    assert get(facilitator, conference).status_code == 403
