"""What a statement must hold: each rule with one statement that breaks it."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import SOUND, changed

from records.xapi.events import Activity, Event, statement_of
from records.xapi.problems import StatementProblem
from records.xapi.statements import check
from records.xapi.times import minutes_of, timestamp_of
from records.xapi.vocabulary import ActivityKind, Mode, Verb


def test_a_sound_statement_is_taken_apart() -> None:
    said = check(SOUND)
    assert said.id == UUID("1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b")
    assert (said.home_page, said.account, said.activity) == (
        "https://lrs.example",
        "somebody",
        "https://lrs.example/course",
    )
    assert said.timestamp == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("id", "{1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b}", "id"),
        ("id", 7, "id"),
        ("actor", ..., "actor"),
        ("actor", {"name": "nobody in particular"}, "actor"),
        ("actor", {"mbox": "mailto:a@b.example", "openid": "https://a.example"}, "actor"),
        ("actor", {"mbox": 3}, "actor.mbox"),
        ("actor.account.homePage", "no scheme", "actor.account.homePage"),
        ("actor.account.name", 5, "actor.account.name"),
        ("verb", ..., "verb"),
        ("verb.id", "completed", "verb.id"),
        ("verb.id", "x:" + "y" * 2000, "verb.id"),
        ("verb.display", "completed", "verb.display"),
        ("verb.display", {"not a tag!": "completed"}, "verb.display"),
        ("verb.display", {"en": 1}, "verb.display.en"),
        ("object", ..., "object"),
        ("object.id", "course one", "object.id"),
        ("object.definition.type", "course", "object.definition.type"),
        ("timestamp", "2026-11-22T09:30:00", "timestamp"),
        ("timestamp", "2026-11-22T09:30:00-00:00", "timestamp"),
        ("timestamp", "2026-13-22T09:30:00Z", "timestamp"),
        ("version", "3.0.0", "version"),
        ("result.duration", "an hour", "result.duration"),
        ("context.registration", "7", "context.registration"),
        ("context.language", "Welsh, please", "context.language"),
        ("context.revision", 2, "context.revision"),
        ("context.extensions", [], "context.extensions"),
        ("score", 1, "score"),
        ("result", None, "result"),
    ],
)
def test_a_broken_property_is_named(path: str, value: object, where: str) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed(path, value))
    assert problem.value.where == where


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("PT25M", 25),
        ("PT1H30M", 90),
        ("P1DT1M", 1441),
        ("P2W", 20160),
        ("PT90.5S", 1),
        ("P1Y", 0),
        ("P1M2DT3H", 0),
        ("PT0S", 0),
    ],
)
def test_durations_become_whole_minutes(duration: str, minutes: int) -> None:
    assert minutes_of(duration, "result.duration") == minutes


@pytest.mark.parametrize("duration", ["P", "PT", "25", "PT25", "P1DT", "-PT5M", 25, "PT" + "9" * 60 + "M", "PT٣M"])
def test_what_is_no_duration_is_refused(duration: object) -> None:
    with pytest.raises(StatementProblem):
        minutes_of(duration, "result.duration")


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_a_problem(text: str) -> None:
    with suppress(StatementProblem):
        assert timestamp_of(text, "timestamp").tzinfo


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
)


@given(
    st.sampled_from(["actor", "verb", "object", "context", "result", "context.extensions", "object.definition"]), JSON
)
def test_any_json_is_checked_or_refused_and_never_breaks_anything(path: str, value: object) -> None:
    with suppress(StatementProblem):
        assert check(changed(path, value)).verb


@given(
    verb=st.sampled_from(Verb),
    minutes=st.integers(0, 900),
    mode=st.sampled_from(Mode),
    sample=st.booleans(),
    multi_agency=st.booleans(),
    language=st.sampled_from(["cy", "en", ""]),
    score=st.none() | st.floats(0, 1),
    registration=st.none() | st.uuids(),
)
def test_what_we_say_of_an_event_is_what_is_read_from_it(
    verb: Verb,
    minutes: int,
    mode: Mode,
    sample: bool,
    multi_agency: bool,
    language: str,
    score: float | None,
    registration: UUID | None,
) -> None:
    activity = Activity("urn:x-diogel:thing", ActivityKind.COURSE, {"en": "Thing", "cy": "Peth"}, "3")
    event = Event(
        *(verb, activity, datetime(2026, 11, 22, tzinfo=UTC)),
        language=language,
        minutes=minutes,
        mode=mode,
        multi_agency=multi_agency,
        sample=sample,
        score=score,
        registration=registration,
    )
    said = check(json.loads(json.dumps(statement_of(event, home_page="https://here.example", account="abc"))))
    assert (said.verb, said.minutes, said.mode, said.sample) == (verb, minutes, mode, sample)
    assert (said.multi_agency, said.language, said.registration) == (multi_agency, language, registration)
    assert (said.id, said.timestamp, said.revision, said.name) == (
        event.id,
        event.at,
        "3",
        {"en": "Thing", "cy": "Peth"},
    )
