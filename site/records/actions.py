"""What our own parts do with the record store. Everything learned comes in by one door (posting.py), theirs too.

They describe what a person did as an `Event` and call `record`; it is written as xAPI and stored as a statement of anybody
else would be. Credits follow from statements in the same transaction (credits.py).

    record(person, Event(Verb.COMPLETED, Activity(iri, ActivityKind.LESSON, {"en": …, "cy": …}), at=timezone.now(),
                         minutes=25, language="cy"), authority=Ours.COURSES)
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction

from people.models import User
from records.authorities import Ours, agent_of, known_authority
from records.credits import credit_for
from records.models import Account, Credit, Statement
from records.posting import BATCH, posted, store
from records.xapi.events import Event, statement_of
from records.xapi.statements import check
from records.xapi.versions import posted as version_of
from records.xapi.vocabulary import VOIDED


def record(person: User, event: Event, *, authority: Ours) -> Statement:
    """Says that `person` did `event`, on the word of one of our own parts. Told again with the same id, it is kept once."""
    with transaction.atomic():
        earlier = Statement.objects.filter(pk=event.id).first()
        if earlier:
            return earlier
        stored = store(posted(_text_of(account_of(person), event)), known_authority(authority))
        return stored[event.id]


def take_back(statement: UUID, *, authority: Ours) -> None:
    """Says that what one of our own parts said before is not so: the statement earns no credit any more, and stays to be read.

    Taken back again, nothing changes. Raises Forbidden where another authority said it.
    """
    by = known_authority(authority)
    voiding = {
        "id": str(uuid5(statement, "taken back")),
        "actor": agent_of(by),
        "verb": {"id": VOIDED, "display": {"en": "voided"}},
        "object": {"objectType": "StatementRef", "id": str(statement)},
    }
    with transaction.atomic():
        store(posted(json.dumps(voiding)), by)


def record_many(told: Iterable[tuple[User, Event]], *, authority: Ours) -> int:
    """As `record`, for many new events at once: for imports. Returns how many were stored."""
    by = known_authority(authority)
    pairs = list(told)
    with transaction.atomic():
        accounts = _accounts_of({person.pk: person for person, _event in pairs})
        for start in range(0, len(pairs), BATCH):
            texts = [_text_of(accounts[person.pk], event) for person, event in pairs[start : start + BATCH]]
            store(posted(_together(texts)), by)
    return len(pairs)


def recompute() -> int:
    """Derives every credit again from the statements and the trust list as they now stand. Returns how many there are."""
    with transaction.atomic():
        Credit.objects.all().delete()
        statements = Statement.objects.filter(voided=False).select_related("account", "authority")
        derived = [credit for each in statements.iterator(chunk_size=2000) if (credit := _credit_of(each))]
        Credit.objects.bulk_create(derived, batch_size=BATCH)
    return len(derived)


def account_of(person: User) -> Account:
    """The pseudonym of `person`, made when first needed."""
    return Account.objects.get_or_create(person=person)[0]


def _credit_of(statement: Statement) -> Credit | None:
    return credit_for(statement, check(json.loads(statement.text), version_of(statement.version)))


def _accounts_of(people: Mapping[int, User]) -> dict[int, Account]:
    missing = people.keys() - Account.objects.filter(person__in=people).values_list("person_id", flat=True)
    Account.objects.bulk_create([Account(person=people[key]) for key in sorted(missing)], batch_size=BATCH)
    return {account.person_id: account for account in Account.objects.filter(person__in=people) if account.person_id}


def _text_of(account: Account, event: Event) -> str:
    return json.dumps(statement_of(event, home_page=settings.BASE_URL, account=str(account.name)), ensure_ascii=False)


def _together(texts: Sequence[str]) -> str:
    return f"[{','.join(texts)}]"
