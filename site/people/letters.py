"""What every e-mail to a person needs: the language they are written to in, and a link by which they get no more of its kind.

The link works without signing in and is tied to one kind of letter (`kind`), so that stopping one stops no other. Looking at
it changes nothing; mail programs press it by a POST (RFC 8058).
"""

from django.core import signing

from people.models import User

LONGEST = 400  # letters of a token that are looked at


def language_of(person: User) -> str:
    """The language somebody is written to in."""
    return person.writing_language or person.reading_language or "en"


def token_for(person: User, kind: str) -> str:
    """What stands in the link by which somebody gets no more letters of a kind."""
    return signing.dumps(person.pk, salt=kind, compress=True)


def whose(token: str, kind: str) -> User | None:
    """The person in such a link; None where it is none of ours, or they are gone."""
    try:
        return User.objects.filter(pk=signing.loads(token[:LONGEST], salt=kind)).first()
    except signing.BadSignature:
        return None


def one_press(stop: str) -> dict[str, str]:
    """The headers by which a mail program offers the link `stop` as a button."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
