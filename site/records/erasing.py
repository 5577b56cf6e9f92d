"""What erasing a person does to what other systems have said of them (docs/records.md, erasure).

Our own statements name an account, and deleting the person cuts its tie. Another system may have named them by their e-mail
address: there the account takes its place, in the statements' texts and in the keys they are found by. Documents kept under
the address are deleted. It is the one change ever made to a stored text.
"""

import json
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from people.models import User
from records.actions import account_of
from records.models import Document, Mention, Statement
from records.writing import add_mentions
from records.xapi.agents import identity
from records.xapi.erasing import identities_of_address, without
from records.xapi.mentions import Kind, key_of


@receiver(pre_delete, sender=User)
def forget(instance: User, **_: Any) -> None:
    """Before the person goes, while their account is still known."""
    account = {"homePage": settings.BASE_URL, "name": str(account_of(instance).name)}
    named = identities_of_address(instance.email)
    with transaction.atomic():
        for key in _statements(named):
            _rewrite(Statement.objects.select_for_update().get(pk=key), named, account)
        for kind in (Kind.AGENT, Kind.ANY_AGENT):
            _rename({key_of(kind, each) for each in named}, key_of(kind, identity({"account": account})))
        Document.objects.filter(agent__in=[key_of(Kind.AGENT, each) for each in named]).delete()


def _statements(named: set[str]) -> set[UUID]:
    keys = [key_of(kind, each) for each in named for kind in (Kind.AGENT, Kind.ANY_AGENT)]
    return set(Mention.objects.filter(key__in=keys).values_list("statement_id", flat=True))


def _rewrite(statement: Statement, named: set[str], account: dict[str, str]) -> None:
    said = json.loads(statement.text)
    if (kept := without(said, named, account)) != said:
        Statement.objects.filter(pk=statement.pk).update(text=json.dumps(kept, ensure_ascii=False))


def _rename(old: set[UUID], new: UUID) -> None:
    found = Mention.objects.filter(key__in=old)
    add_mentions([(new, stored, statement) for stored, statement in found.values_list("stored", "statement_id")])
    found.delete()
