"""The doors into the record store. Everything learned comes in by one of them.

Our own parts describe what a person did as an `Event` and call `record`; it is written as xAPI and goes through `store`,
as a statement of anybody else would. Credits follow from statements in the same transaction (credits.py).

    record(person, Event(Verb.COMPLETED, Activity(iri, ActivityKind.LESSON, {"en": …, "cy": …}), at=timezone.now(),
                         minutes=25, language="cy"), authority=Ours.COURSES)
"""

import json
from collections.abc import Iterable, Mapping
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from people.models import User
from records.authorities import Ours, known_authority
from records.credits import credit_for
from records.models import Account, Authority, Credit, Statement
from records.signals import recorded
from records.xapi.events import Event, statement_of
from records.xapi.identifiers import STANDARD_UUID
from records.xapi.problems import StatementProblem
from records.xapi.statements import Checked, check

LONGEST = 1_000_000  # characters of one statement: far above anything an activity sends, far below what hurts
BATCH = 500  # rows in one INSERT


def record(person: User, event: Event, *, authority: Ours) -> Statement:
    """Says that `person` did `event`, on the word of one of our own parts. Told again with the same id, it is kept once."""
    with transaction.atomic():
        earlier = Statement.objects.filter(pk=event.id).first()
        return earlier or store(_text_of(account_of(person), event), known_authority(authority))


def record_many(told: Iterable[tuple[User, Event]], *, authority: Ours) -> int:
    """As `record`, for many new events at once and without news of each: for imports. Returns how many were stored."""
    by = known_authority(authority)
    pairs = list(told)
    with transaction.atomic():
        accounts = _accounts_of({person.pk: person for person, _event in pairs})
        rows = [_row(accounts[person.pk], event, by) for person, event in pairs]
        Statement.objects.bulk_create([statement for statement, _credit in rows], batch_size=BATCH)
        Credit.objects.bulk_create([credit for _statement, credit in rows if credit], batch_size=BATCH)
    return len(rows)


def store(text: str, by: Authority) -> Statement:
    """Keeps one statement exactly as `text`. StatementProblem says what is wrong with it.

    A statement whose id is stored already is not stored again; if it says something else, that is a StatementProblem.
    """
    said = checked(text)
    with transaction.atomic():
        earlier = Statement.objects.filter(pk=said.id).first() if said.id else None
        if earlier:
            return _same(earlier, text)
        statement = _statement(text, said, by, _account_named(said))
        statement.save(force_insert=True)
        credit = credit_for(statement, said)
        if credit:
            credit.save(force_insert=True)
        transaction.on_commit(lambda: recorded.send(Statement, statement=statement, credit=credit))
    return statement


def checked(text: str) -> Checked:
    """The parts of the statement written in `text`, which is bounded before it is read."""
    if len(text) > LONGEST:
        raise StatementProblem("", f"must be at most {LONGEST} characters long")
    try:
        return check(json.loads(text))
    except (json.JSONDecodeError, RecursionError):
        raise StatementProblem("", "must be valid JSON") from None


def recompute() -> int:
    """Derives every credit again from the statements and the trust list as they now stand. Returns how many there are."""
    with transaction.atomic():
        Credit.objects.all().delete()
        statements = Statement.objects.select_related("account", "authority").iterator(chunk_size=2000)
        derived = [credit for statement in statements if (credit := credit_for(statement, checked(statement.text)))]
        Credit.objects.bulk_create(derived, batch_size=BATCH)
    return len(derived)


def account_of(person: User) -> Account:
    """The pseudonym of `person`, made when first needed."""
    return Account.objects.get_or_create(person=person)[0]


def _accounts_of(people: Mapping[int, User]) -> dict[int, Account]:
    missing = people.keys() - Account.objects.filter(person__in=people).values_list("person_id", flat=True)
    Account.objects.bulk_create([Account(person=people[key]) for key in sorted(missing)], batch_size=BATCH)
    return {account.person_id: account for account in Account.objects.filter(person__in=people) if account.person_id}


def _account_named(said: Checked) -> Account | None:
    """The account a statement speaks of, where it is one of ours."""
    if said.home_page != settings.BASE_URL or not STANDARD_UUID.fullmatch(said.account):
        return None
    return Account.objects.filter(name=said.account).first()


def _text_of(account: Account, event: Event) -> str:
    return json.dumps(statement_of(event, home_page=settings.BASE_URL, account=str(account.name)), ensure_ascii=False)


def _row(account: Account, event: Event, by: Authority) -> tuple[Statement, Credit | None]:
    text = _text_of(account, event)
    said = checked(text)
    statement = _statement(text, said, by, account)
    return statement, credit_for(statement, said)


def _statement(text: str, said: Checked, by: Authority, account: Account | None) -> Statement:
    now = timezone.now()
    return Statement(
        id=said.id or uuid4(),
        text=text,
        account=account,
        verb=said.verb,
        activity=said.activity,
        registration=said.registration,
        timestamp=said.timestamp or now,
        stored=now,
        version=said.version,
        authority=by,
    )


def _same(earlier: Statement, text: str) -> Statement:
    if json.loads(earlier.text) != json.loads(text):
        raise StatementProblem(
            "id", "belongs to another statement that is stored already; give this one an id of its own"
        )
    return earlier
