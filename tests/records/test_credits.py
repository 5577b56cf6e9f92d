"""Credits come from trusted authorities alone, and can be derived again."""

import datetime
import json
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from people.models import User
from records import posting
from records.actions import account_of, recompute, record, record_many, take_back
from records.authorities import Ours, known_authority
from records.models import Account, Authority, Credit, Statement
from records.signals import recorded
from records.xapi.events import Activity, Event
from records.xapi.problems import Forbidden, StatementProblem
from records.xapi.vocabulary import ActivityKind, Mode, Verb


def store(text: str, by: Authority) -> Statement:
    """One statement, through the door that all come in by."""
    return next(iter(posting.store(posting.posted(text), by).values()))


LESSON = Activity("urn:x-diogel:lesson", ActivityKind.LESSON, {"en": "A lesson", "cy": "Gwers"}, "2")


def finished(verb: Verb = Verb.COMPLETED, minutes: int = 25, sample: bool = False, **more: object) -> Event:
    return Event(verb, LESSON, timezone.now(), minutes=minutes, sample=sample, language="cy", **more)  # type: ignore[arg-type]


def test_a_finished_lesson_is_credited_with_all_that_a_board_asks_for(officer: User) -> None:
    record(officer, finished(multi_agency=True, mode=Mode.LIVE), authority=Ours.COURSES)
    credit = Credit.objects.get(person=officer)
    assert (credit.minutes, credit.mode, credit.multi_agency, credit.language) == (25, "live", True, "cy")
    assert (credit.activity, credit.activity_version, credit.verified) == (LESSON.id, "2", "us")
    assert credit.day == timezone.localdate()
    with override("cy"):
        assert credit.name == "Gwers"
    with override("en"):
        assert credit.name == "A lesson"


def test_a_completed_from_an_untrusted_authority_gives_nothing(officer: User) -> None:
    statement = record(officer, finished(minutes=600), authority=Ours.BROWSER)
    assert statement.verb == Verb.COMPLETED
    assert not Credit.objects.exists()


def test_sample_content_credits_nobody(officer: User) -> None:
    record(officer, finished(sample=True), authority=Ours.ROOM)
    assert Statement.objects.count() == 1
    assert not Credit.objects.exists()


@pytest.mark.parametrize("verb", [Verb.INITIALIZED, Verb.PROGRESSED, Verb.ANSWERED, Verb.FAILED])
def test_what_is_not_over_and_done_credits_nobody(officer: User, verb: Verb) -> None:
    record(officer, finished(verb), authority=Ours.COURSES)
    assert not Credit.objects.exists()


@pytest.mark.parametrize("minutes", [0, 24 * 60 + 1])
def test_no_minutes_and_more_than_a_day_of_them_credit_nobody(officer: User, minutes: int) -> None:
    record(officer, finished(minutes=minutes), authority=Ours.COURSES)
    assert not Credit.objects.exists()


def test_told_twice_it_counts_once(officer: User) -> None:
    once = uuid4()
    first = record(officer, finished(id=once), authority=Ours.COURSES)
    again = record(officer, finished(id=once, minutes=90), authority=Ours.COURSES)
    assert first.pk == again.pk
    assert Credit.objects.get().minutes == 25


def test_the_statement_names_no_person(officer: User) -> None:
    text = record(officer, finished(), authority=Ours.COURSES).text
    assert officer.email not in text
    assert officer.last_name not in text
    assert str(account_of(officer).name) in text


def test_a_statement_is_kept_exactly_as_it_was_posted(officer: User) -> None:
    posted = '{ "actor":{"mbox":"mailto:x@y.example"},\n "verb":{"id":"urn:x:did"},"object":{"id":"urn:x:ŵ"} }'
    statement = store(posted, known_authority(Ours.BROWSER))
    statement.refresh_from_db()
    assert statement.text == posted
    assert statement.account is None


def test_a_foreign_statement_about_one_of_our_accounts_credits_only_on_a_trusted_word(officer: User) -> None:
    told = {
        "actor": {"account": {"homePage": settings.BASE_URL, "name": str(account_of(officer).name)}},
        "verb": {"id": Verb.COMPLETED.value},
        "object": {"id": "urn:x:course"},
        "result": {"duration": "PT2H"},
    }
    other = Authority.objects.create(code="other", name="Another store", verified="outside")
    store(json.dumps(told), other)
    assert not Credit.objects.exists()
    Authority.objects.update(trusted=True)
    assert recompute() == 1
    assert (Credit.objects.get().minutes, Credit.objects.get().verified) == (120, "outside")


def test_an_actor_we_do_not_know_is_credited_to_nobody(officer: User) -> None:
    for name in ("not-a-uuid", str(uuid4())):
        told = {
            "actor": {"account": {"homePage": settings.BASE_URL, "name": name}},
            "verb": {"id": Verb.COMPLETED.value},
            "object": {"id": "urn:x:course"},
            "result": {"duration": "PT2H"},
        }
        assert store(json.dumps(told), known_authority(Ours.COURSES)).account is None
    assert not Credit.objects.exists()


def test_withdrawing_trust_takes_the_credits_back_and_giving_it_again_restores_them(officer: User) -> None:
    record(officer, finished(), authority=Ours.COURSES)
    record(officer, finished(minutes=60), authority=Ours.PAPERS)
    before = list(Credit.objects.order_by("pk").values())
    Authority.objects.filter(code="courses").update(trusted=False)
    assert recompute() == 1
    Authority.objects.filter(code="courses").update(trusted=True)
    assert recompute() == 2
    assert list(Credit.objects.order_by("pk").values()) == before


def test_cutting_the_account_from_the_person_leaves_statements_that_name_nobody(officer: User) -> None:
    record(officer, finished(), authority=Ours.COURSES)
    officer.delete()
    assert Account.objects.get().person is None
    assert Statement.objects.count() == 1
    assert recompute() == 0


def test_the_same_id_with_other_words_is_refused(officer: User) -> None:
    told = {
        "id": str(uuid4()),
        "actor": {"mbox": "mailto:x@y.example"},
        "verb": {"id": "urn:x:did"},
        "object": {"id": "urn:x:a"},
    }
    browser = known_authority(Ours.BROWSER)
    assert store(json.dumps(told), browser).pk == store(json.dumps(told, indent=1), browser).pk == UUID(str(told["id"]))
    with pytest.raises(StatementProblem, match="belongs to another statement"):
        store(json.dumps({**told, "object": {"id": "urn:x:b"}}), browser)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '"' + "x" * 1_000_001 + '"', "[1]"])
@pytest.mark.django_db
def test_what_is_no_statement_is_refused_and_nothing_is_stored(text: str) -> None:
    with pytest.raises(StatementProblem):
        store(text, known_authority(Ours.BROWSER))
    assert not Statement.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_news_is_sent_when_it_is_stored(officer: User) -> None:
    heard: list[tuple[Statement, Credit | None]] = []

    def listen(statement: Statement, credit: Credit | None, **_: object) -> None:
        heard.append((statement, credit))

    recorded.connect(listen)
    try:
        statement = record(officer, finished(), authority=Ours.COURSES)
    finally:
        recorded.disconnect(listen)
    assert heard == [(statement, Credit.objects.get())]


def test_many_at_once_come_out_as_one_by_one(officer: User, teacher: User) -> None:
    long_ago = timezone.now() - datetime.timedelta(days=400)
    told = [
        (officer, finished()),
        (teacher, Event(Verb.ATTENDED, LESSON, long_ago, minutes=60)),
        (officer, finished(sample=True)),
    ]
    assert record_many(told, authority=Ours.ROOM) == 3
    assert {credit.person: credit.minutes for credit in Credit.objects.all()} == {officer: 25, teacher: 60}
    assert recompute() == 2


def test_what_was_taken_back_earns_nothing_and_stays_to_be_read(officer: User) -> None:
    said = record(officer, finished(), authority=Ours.PAPERS)
    for _twice in range(2):
        take_back(said.pk, authority=Ours.PAPERS)
    said.refresh_from_db()
    assert said.voided
    assert not Credit.objects.exists()
    assert Statement.objects.count() == 2


def test_nobody_takes_back_what_another_said(officer: User) -> None:
    said = record(officer, finished(), authority=Ours.ROOM)
    with pytest.raises(Forbidden):
        take_back(said.pk, authority=Ours.PAPERS)
    assert Credit.objects.count() == 1
