"""The tables of the record store.

`learned`: accounts, authorities, statements and the credits that follow. `finding`: the keys that statements are found by,
and what is known of activities. `kept`: documents and files of other systems. `clients`: who may speak with the store. `forwarding`: other stores that
statements are sent on to. `among`: how
many of them are looked for at once.
"""

from records.models import among as among
from records.models.clients import Credential
from records.models.finding import KnownActivity, Mention
from records.models.forwarding import Forwarding, RefusedStatement
from records.models.kept import Document, File
from records.models.learned import Account, Authority, Credit, Statement, Verified

__all__ = [
    "Account",
    "Authority",
    "Credential",
    "Credit",
    "Document",
    "File",
    "Forwarding",
    "KnownActivity",
    "Mention",
    "RefusedStatement",
    "Statement",
    "Verified",
]
