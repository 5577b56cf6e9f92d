"""What a client may do, by the scopes of its credential (1.0.3: Communication 4, whose names they are)."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from records.lrs.refusing import Refused
from records.models import Credential

ALL = "all"


class Scope(StrEnum):
    WRITE = "statements/write"
    READ_MINE = "statements/read/mine"
    READ = "statements/read"
    STATE = "state"
    DEFINE = "define"
    PROFILE = "profile"
    ALL_READ = "all/read"
    ALL = ALL


LABELS = {
    Scope.WRITE: _("send statements"),
    Scope.READ_MINE: _("read the statements that it sent"),
    Scope.READ: _("read all statements"),
    Scope.STATE: _("keep its own place in activities"),
    Scope.DEFINE: _("say what activities are"),
    Scope.PROFILE: _("keep profiles of people and activities"),
    Scope.ALL_READ: _("read everything"),
    Scope.ALL: _("everything"),
}
READ_MINE = (Scope.READ_MINE, Scope.READ, Scope.ALL_READ, Scope.ALL)
READ = (Scope.READ, Scope.ALL_READ, Scope.ALL)
WRITE = (Scope.WRITE, Scope.ALL)
DEFINE = (Scope.DEFINE, Scope.ALL)
LOOK_UP = tuple(scope for scope in Scope if scope is not Scope.WRITE)
STATE = {"read": (Scope.STATE, Scope.ALL_READ, Scope.ALL), "write": (Scope.STATE, Scope.ALL)}
PROFILE = {"read": (Scope.PROFILE, Scope.ALL_READ, Scope.ALL), "write": (Scope.PROFILE, Scope.ALL)}


def may(client: Credential, scopes: tuple[Scope, ...]) -> bool:
    return any(scope in client.scopes for scope in scopes)


def need(client: Credential, scopes: tuple[Scope, ...]) -> None:
    if not may(client, scopes):
        raise Refused(403, f"this credential may not; it would need one of {', '.join(scopes)}")
