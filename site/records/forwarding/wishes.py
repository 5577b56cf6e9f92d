"""What somebody may want done about forwarding, from a page or a command line."""

from typing import Any

from django.utils import timezone

from records.models import Forwarding

WISHES = {
    "pause": "send nothing for now; nothing is lost",
    "resume": "go on, at once",
    "again": "send again what was refused",
    "from-now": "leave out what has been stored so far",
}


def wished(forwarding: Forwarding, wish: str) -> None:
    """Each also ends the wait for the next try. Only what is wished is written: another process may be sending just now."""
    if wish == "again":
        forwarding.refused.update(again=True)
    told: dict[str, Any] = {"pause": {"paused": True}, "resume": {"paused": False}, "from-now": _from_now()}.get(
        wish, {}
    )
    Forwarding.objects.filter(pk=forwarding.pk).update(next_try=None, **told)
    forwarding.refresh_from_db()


def _from_now() -> dict[str, Any]:
    return {"through": timezone.now(), "through_id": None}
