"""When a statement earns a credit, and which. The one place where that is decided.

All of these must hold: its authority is trusted; nobody took it back; its verb says that something is over and done; it is not about sample
content, which nobody has reviewed; it is worth minutes; its actor is somebody we know. Anything else earns nothing,
however loudly it claims `completed`.
"""

from django.utils import timezone

from records.models import Credit, Statement
from records.xapi.statements import Checked
from records.xapi.vocabulary import EARNING

MOST_MINUTES = 24 * 60  # in one statement: nobody learns longer at one sitting, so more than this is a mistake


def credit_for(statement: Statement, said: Checked) -> Credit | None:
    """The credit that `statement` earns, not yet saved, or None."""
    account, authority = statement.account, statement.authority
    earns = (
        authority.trusted
        and not statement.voided
        and said.verb in EARNING
        and not said.sample
        and 0 < said.minutes <= MOST_MINUTES
    )
    if not earns or account is None or account.person_id is None:
        return None
    return Credit(
        statement=statement,
        person_id=account.person_id,
        minutes=said.minutes,
        mode=said.mode.value,
        multi_agency=said.multi_agency,
        language=said.language,
        activity=said.activity,
        activity_version=_column(said.revision, 100),
        name_en=_column(said.name.get("en", ""), 300),
        name_cy=_column(said.name.get("cy", ""), 300),
        day=timezone.localtime(statement.timestamp).date(),
        verified=authority.verified,
    )


def _column(text: str, longest: int) -> str:
    """Without the one character that PostgreSQL keeps in no text."""
    return text.replace("\0", "")[:longest]
