"""What people say of a conference: their own stays theirs, the rest is nobody's, and the group sees counts from five on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]
LEFT_OUT = dict.fromkeys(("say", "ask", "child", "reason", "disagree", "useful", "served"), "left-out")
HELPED = "KQHELPED somebody asked me twice"


def page(conference: Conference, name: str, language: str = "en") -> str:
    return f"/{language}/conferences/{conference.pk}/{name}/"


def answer(**chosen: str) -> dict[str, str]:
    return {**LEFT_OUT, **chosen}


def test_a_form_may_be_left_out_altogether_and_then_nothing_is_kept(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Confidence, Intention, Reaction

    assert send(people[0], page(conference, "afterwards"), answer()).status_code == 302
    assert [kept.objects.count() for kept in (Confidence, Reaction, Intention)] == [0, 0, 0]


def test_how_sure_somebody_is_is_shown_to_themselves_and_said_again_takes_its_place(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Confidence

    for level in ("2", "5"):
        send(people[0], page(conference, "afterwards"), answer(say=level))
    assert [row.level for row in Confidence.objects.all()] == [5]
    own = send(people[0], page(conference, "made-of-it")).content.decode()
    others = send(people[1], page(conference, "made-of-it")).content.decode()
    assert "Completely sure" in own
    assert "Completely sure" not in others


def test_before_the_conference_it_is_asked_from_the_lobby_and_not_once_it_has_begun(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Conference, Confidence

    Conference.objects.filter(pk=conference.pk).update(state="planned", planned_for=timezone.now() + timedelta(days=1))
    lobby = page(conference, "")[:-1]
    assert "how-sure" in send(people[0], lobby).content.decode()
    send(people[0], page(conference, "how-sure"), answer(child="4"))
    assert [(row.when, row.statement, row.level) for row in Confidence.objects.all()] == [("before", "child", 4)]
    Conference.objects.filter(pk=conference.pk).update(state="running")
    assert send(people[0], page(conference, "how-sure"), answer(child="1")).status_code == 302
    assert Confidence.objects.get().level == 4


def test_a_reaction_leads_to_nobody_and_counts_once(conference: Conference, people: list[User], send: Send) -> None:
    from simulations.models import FollowUp, Reaction

    for _again in range(2):
        send(people[0], page(conference, "afterwards"), answer(useful="4", helped=HELPED, served="partly"))
    reaction = Reaction.objects.get()
    assert (reaction.useful, reaction.served, reaction.helped) == (4, "partly", HELPED)
    links = {field.related_model for field in Reaction._meta.get_fields() if field.related_model}
    assert links == {type(conference)}
    assert not [field for field in Reaction._meta.get_fields() if "Date" in type(field).__name__]
    assert FollowUp.objects.get().reacted


def test_the_group_is_told_nothing_of_four_and_counts_of_five(
    conference: Conference, people: list[User], facilitator: User, send: Send
) -> None:
    for person in people[:4]:
        send(person, page(conference, "afterwards"), answer(useful="4", say="3", helped=HELPED))
    for reader in (facilitator, people[6]):
        told = send(reader, page(conference, "made-of-it")).content.decode()
        assert "Nothing is shown of the group yet" in told
    send(people[4], page(conference, "afterwards"), answer(useful="2", say="5", helped=HELPED))
    told = send(facilitator, page(conference, "made-of-it")).content.decode()
    assert "How useful it was" in told
    assert told.count(HELPED) == 5
    assert HELPED not in send(people[6], page(conference, "made-of-it")).content.decode()
    assert not [person for person in people if person.get_full_name() in told.split("<main")[1]]


def test_who_has_not_said_what_they_made_of_it_is_led_there_while_nothing_can_be_told(
    conference: Conference, people: list[User], send: Callable[..., Any]
) -> None:
    lead = f'href="{page(conference, "afterwards")}"'
    assert lead in send(people[0], page(conference, "made-of-it")).content.decode()
    send(people[0], page(conference, "afterwards"), answer(useful="4"))
    assert lead not in send(people[0], page(conference, "made-of-it")).content.decode()


def test_while_the_room_is_open_no_count_is_told(conference: Conference, people: list[User], send: Send) -> None:
    from simulations.models import Conference

    for person in people:
        send(person, page(conference, "afterwards"), answer(useful="4", say="3"))
    Conference.objects.filter(pk=conference.pk).update(state="running")
    assert "Nothing is shown" in send(people[0], page(conference, "made-of-it")).content.decode()


def test_nobody_else_has_any_of_it(conference: Conference, send: Send, db: None) -> None:
    from conftest import give, person

    stranger = give(person("Huw Parry"), "trainer")
    for name in ("afterwards", "two-weeks-later", "made-of-it", "how-sure"):
        assert send(stranger, page(conference, name)).status_code == 403
        assert send(None, page(conference, name)).status_code == 302


def test_words_are_bounded_and_what_was_typed_is_not_lost(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Reaction

    sent = send(people[0], page(conference, "afterwards"), answer(helped="x" * 1001, text="Ring the school"))
    assert sent.status_code == 422
    assert "Ring the school" in sent.content.decode()
    assert not Reaction.objects.exists()
    for chosen in ({"say": "6"}, {"say": "-1"}, {"useful": "x"}):
        assert send(people[0], page(conference, "afterwards"), answer(**chosen)).status_code == 422


def test_what_one_will_do_stands_on_my_learning_and_nowhere_else_until_it_is_forgotten(
    conference: Conference, people: list[User], facilitator: User, send: Send
) -> None:
    from simulations.models import Intention

    send(people[0], page(conference, "afterwards"), answer(text="KQINTENT ring the school"))
    assert "KQINTENT" in send(people[0], "/en/").content.decode()
    for reader in (people[1], facilitator):
        for path in ("/en/", page(conference, "made-of-it")):
            assert "KQINTENT" not in send(reader, path).content.decode()
    intention = Intention.objects.get()
    path = f"/en/conferences/intentions/{intention.pk}/forget/"
    assert send(people[1], path, {}).status_code == 404
    assert send(people[0], path, {}).status_code == 302
    assert not Intention.objects.exists()


def test_what_was_written_in_the_room_reaches_my_learning_and_goes_from_the_room_with_it(
    ty_coed: ScenarioVersion, facilitator: User, officer: User, send: Send
) -> None:
    from simulations import actions
    from simulations.appending import Append, Outcome, append
    from simulations.engine.actors import Facilitator, Seated
    from simulations.engine.commands import End, Intend, NextPhase, OpenStep, Start
    from simulations.engine.reconciling import STEPS
    from simulations.engine.words import Words
    from simulations.log import Typed
    from simulations.models import Intention, Utterance
    from simulations.selectors import proceedings_of

    held = actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )
    listed = held.participants.get()
    actions.take_seat(listed, "police")
    for command in (Start(by=Facilitator()), End(by=Facilitator())):
        actions.carry_out(held, actions.FACILITATOR, command)
    while (now := proceedings_of(held).state.phase.id) != "debrief":
        actions.carry_out(held, actions.FACILITATOR, NextPhase(by=Facilitator(), leaving=now))
    for step in STEPS:
        actions.carry_out(held, actions.FACILITATOR, OpenStep(by=Facilitator(), step=step))
    asked = Intend(by=Seated("police"), words=Words(utterance="KQU1", language="en"))  # type: ignore[arg-type]
    proceedings = proceedings_of(held)
    outcome = proceedings.decide(asked, timezone.now())
    typed = Typed(id="KQU1", text="KQROOM ask the surgery", language="en", seat="police", participant=listed.pk)
    assert isinstance(outcome, tuple)
    what = Append(held.pk, proceedings.number, listed.reference, "c1", "intend", outcome, (typed,))
    assert append([what]) == [Outcome.ADDED]
    assert Intention.objects.get().text == "KQROOM ask the surgery"
    path = f"/en/conferences/intentions/{Intention.objects.get().pk}/forget/"
    assert send(officer, path, {}).status_code == 302
    assert not Intention.objects.exists()
    assert Utterance.objects.get(pk="KQU1").text == ""
    assert proceedings_of(held).state.removed == {"KQU1": "asked-for"}


def test_nothing_that_people_say_afterwards_goes_to_records(
    conference: Conference, people: list[User], send: Send
) -> None:
    from records.models import Statement
    from simulations.attendance import record_what_is_due
    from simulations.models import Conference

    Conference.objects.filter(pk=conference.pk).update(attendance_recorded=False)
    send(people[0], page(conference, "afterwards"), answer(say="2", useful="4", helped=HELPED, text="KQINTENT"))
    send(people[0], page(conference, "two-weeks-later"), {**answer(say="3"), "used": ["asked"]})
    record_what_is_due()
    kept = " ".join(str(row) for row in Statement.objects.values_list())
    assert not [each for each in (HELPED, "KQINTENT", "not-useful", "asked another") if each in kept]


def test_after_a_month_words_and_who_was_who_are_gone_and_ones_own_stays_ones_own(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Confidence, FollowUp, Intention, Reaction
    from simulations.retention import tidy

    send(people[0], page(conference, "afterwards"), answer(say="2", useful="4", helped=HELPED, text="KQINTENT"))
    assert tidy(timezone.now() + timedelta(days=29)).words == 0
    assert tidy(timezone.now() + timedelta(days=31)).words == 1
    assert (Reaction.objects.get().helped, Reaction.objects.get().useful) == ("", 4)
    assert not FollowUp.objects.exists()
    assert Confidence.objects.get().participant.person is None
    assert Intention.objects.get().text == "KQINTENT"
    tidy(timezone.now() + timedelta(days=400))
    assert [kept.objects.count() for kept in (Confidence, Reaction)] == [0, 0]
    assert Intention.objects.get().conference is None
    assert "KQINTENT" in send(people[0], "/cy/").content.decode()


def test_the_pages_speak_welsh(conference: Conference, people: list[User], send: Send) -> None:
    assert "Pum munud i edrych yn ôl" in send(people[0], page(conference, "afterwards", "cy")).content.decode()
    assert "Bythefnos wedyn" in send(people[0], page(conference, "two-weeks-later", "cy")).content.decode()
