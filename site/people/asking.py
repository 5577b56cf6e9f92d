"""Who asks for a page that opens to nobody but those who are signed in."""

from django.http import HttpRequest

from people.models import User


def person_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - login_required saw to it; this tells the type checker
    return request.user
