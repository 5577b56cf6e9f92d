"""Adding to logs: only by who knows the head, all of a command or nothing, several conferences in one transaction."""

from appended import ALL, ASKED, NOW, adding
from django.utils import timezone

from simulations.actions import plan_conference
from simulations.appending import Append, Outcome, append
from simulations.log import Typed, heads, read
from simulations.models import Conference
from simulations.models import Event as StoredEvent

ADDED, OVERTAKEN = Outcome.ADDED, Outcome.OVERTAKEN


def test_events_are_numbered_from_one_and_read_as_they_were_written(conference: Conference) -> None:
    assert append([adding(conference, 0, "a", 2)]) == [ADDED]
    assert append([adding(conference, 2, "b")]) == [ADDED]
    assert list(StoredEvent.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert read(conference.pk, 1).events == (ASKED, ASKED)
    assert read(conference.pk).commits == {("somebody", "a"): 2, ("somebody", "b"): 3}
    assert StoredEvent.objects.first().audience["seats"] == ["chair", "police"]  # type: ignore[union-attr]


def test_what_was_decided_on_an_older_head_adds_nothing_and_takes_nobody_with_it(conference: Conference) -> None:
    other = plan_conference(
        facilitator=conference.facilitator, version=conference.version, variant="calm", planned_for=timezone.now()
    )
    append([adding(conference, 0, "first")])
    assert append([adding(other, 0, "mine"), adding(conference, 0, "too late")]) == [ADDED, OVERTAKEN]
    assert heads([conference.pk, other.pk]) == {conference.pk: 1, other.pk: 1}
    assert ("somebody", "too late") not in read(conference.pk).commits


def test_two_appends_to_one_conference_in_one_batch_are_one_too_many(conference: Conference) -> None:
    assert append([adding(conference, 0, "a"), adding(conference, 0, "b")]) == [ADDED, OVERTAKEN]


def test_words_are_kept_beside_the_log_and_once_redacted_are_gone_from_it(conference: Conference) -> None:
    from simulations.engine.events import Spoke
    from simulations.engine.words import Words
    from simulations.models import Utterance

    spoke = Spoke(at=NOW, audience=ALL, seat="police", said=Words("u1", "cy"))
    typed = Typed("u1", "Bore da", "cy", seat="police")
    append([Append(conference.pk, 0, "somebody", "a", "speak", (spoke,), (typed,))])
    assert "Bore da" not in StoredEvent.objects.get().payload
    assert read(conference.pk).typed["u1"].text == "Bore da"
    Utterance.objects.update(text="", redacted_at=timezone.now(), redaction_reason="a real name")
    assert (read(conference.pk).typed["u1"].text, read(conference.pk).typed["u1"].reason) == (None, "a real name")
