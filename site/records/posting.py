"""The one door through which statements come in, ours and everybody's: checked, kept as posted, found again, credited.

`posted` reads and checks; `store` keeps. A batch costs as many queries as a statement alone, however full the store is.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from records.activities import learn
from records.authorities import identity_of
from records.consistency import writing
from records.credits import credit_for
from records.models import Account, Authority, Credit, Statement
from records.references import keys_with_targets, referrers_of, tell_referrers
from records.signals import recorded
from records.voiding import void
from records.writing import insert_mentions, inserting
from records.xapi.equality import same
from records.xapi.familiar import batch_of
from records.xapi.identifiers import STANDARD_UUID
from records.xapi.mentions import keys_of
from records.xapi.problems import Conflict, StatementProblem
from records.xapi.reading import statements_of
from records.xapi.statements import Checked, check
from records.xapi.versions import TWO, Version

BATCH = 500  # rows in one INSERT
APART = timedelta(microseconds=1)


class Posted(NamedTuple):
    """A sound statement: its text as it was sent, its value, its parts, and the id that it has or gets."""

    text: str
    value: dict[str, Any]
    said: Checked
    id: UUID


def posted(text: str, version: Version = TWO) -> list[Posted]:
    """The statements of a request's body; StatementProblem says which breaks which rule, and where."""
    if (familiar := batch_of(text, version)) is not None:
        found = [Posted(*each, each.said.id or uuid4()) for each in familiar]
    else:
        found = [_checked(each, value, version, where) for where, (each, value) in _placed(statements_of(text))]
    counted = Counter(each.id for each in found)
    if twice := next((key for key, count in counted.items() if count > 1), None):
        raise StatementProblem("id", f"{twice} stands in this batch twice")
    return found


def store(
    statements: Sequence[Posted], by: Authority, *, along: Callable[[], None] | None = None, defines: bool = True
) -> dict[UUID, Statement]:
    """Keeps them all, or none. What is stored already is not stored again; if it says something else, that is a Conflict.

    `along` writes what belongs to them in the same transaction. `defines` lets them say what activities are.
    """
    try:
        return _store(statements, by, along, defines)
    except IntegrityError:  # somebody stored one of them at the same moment; now it is there, and is compared
        return _store(statements, by, along, defines)


def _store(
    statements: Sequence[Posted], by: Authority, along: Callable[[], None] | None, defines: bool
) -> dict[UUID, Statement]:
    with transaction.atomic(), writing():
        earlier = _earlier([each.id for each in statements if each.said.id])
        _compare(statements, earlier)
        new = [each for each in statements if each.id not in earlier]
        rows = _rows(new, by)
        if along:
            along()
        _insert(new, rows, by)
        if defines:
            learn(each.value for each in new)
        _credit(new, rows)
    return {**earlier, **rows}


def _earlier(keys: Sequence[UUID]) -> dict[UUID, Statement]:
    return {each.pk: each for each in Statement.objects.filter(pk__among=keys)} if keys else {}


def _insert(new: Sequence[Posted], rows: Mapping[UUID, Statement], by: Authority) -> None:
    referrers, authority = referrers_of(rows), identity_of(by)
    void(rows, referrers, by)
    with inserting(rows.values()):
        own = {each.id: keys_of(each.value, authority) for each in new}
    keys = keys_with_targets(own, {each.id: each.said.target for each in new if each.said.target})
    insert_mentions((found, rows[each].stored, each) for each, found in keys.items())
    tell_referrers(keys, referrers)


def _credit(new: Sequence[Posted], rows: Mapping[UUID, Statement]) -> None:
    credits = {each.id: credit_for(rows[each.id], each.said) for each in new}
    Credit.objects.bulk_create([credit for credit in credits.values() if credit], batch_size=BATCH)
    if recorded.has_listeners(Statement):
        transaction.on_commit(lambda: _tell(rows, credits))


def _tell(rows: Mapping[UUID, Statement], credits: Mapping[UUID, Credit | None]) -> None:
    for key, statement in rows.items():
        recorded.send(Statement, statement=statement, credit=credits[key])


def _rows(new: Sequence[Posted], by: Authority) -> dict[UUID, Statement]:
    """Not yet saved. Each is stored a microsecond after the one before it, so that time tells their order."""
    now, accounts = timezone.now(), _accounts_named(new)
    return {
        each.id: _row(each, accounts.get(_account_name(each.said)), by, now, now + number * APART)
        for number, each in enumerate(new)
    }


def _row(one: Posted, account: Account | None, by: Authority, now: datetime, stored: datetime) -> Statement:
    """Its columns in their order: told them by name, Django spends twice as long on each statement of a batch."""
    said = one.said
    columns: list[Any] = [
        one.id,
        one.text,
        account.pk if account else None,
        said.verb,
        said.activity,
        said.registration,
        said.target,
        said.timestamp or now,
        stored,
        said.version,
        by.pk,
        False,
    ]
    row = Statement(*columns)  # type: ignore[misc]  # a list is taken for the first column
    row.authority = by
    if account:
        row.account = account
    return row


def _accounts_named(statements: Sequence[Posted]) -> dict[str, Account]:
    """The accounts of ours that they speak of, by name."""
    names = {_account_name(each.said) for each in statements} - {""}
    return {str(each.name): each for each in Account.objects.filter(name__in=names)} if names else {}


def _account_name(said: Checked) -> str:
    ours = said.home_page == settings.BASE_URL and STANDARD_UUID.fullmatch(said.account)
    return said.account.lower() if ours else ""


def _compare(statements: Sequence[Posted], earlier: Mapping[UUID, Statement]) -> None:
    for each in statements:
        if each.id in earlier and not same(json.loads(earlier[each.id].text), each.value):
            raise Conflict(
                "id", f"{each.id} belongs to another statement that is stored already; give this one an id of its own"
            )


def _checked(text: str, value: Any, version: Version, where: str) -> Posted:
    try:
        said = check(value, version)
    except StatementProblem as problem:
        raise StatementProblem(f"{where}.{problem.where}".strip("."), problem.wanted) from None
    return Posted(text, value, said, said.id or uuid4())


def _placed(found: Sequence[tuple[str, Any]]) -> list[tuple[str, tuple[str, Any]]]:
    """Each with its place in the batch, for what is said of it; a statement alone has none."""
    return [(f"[{number}]" if len(found) > 1 else "", each) for number, each in enumerate(found)]
