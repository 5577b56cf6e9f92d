"""Who gets into a conference's room, and who is put out of it."""

from collections.abc import Callable

from guests import Guest

from people.models import User


def test_somebody_on_the_list_sees_the_lobby_and_takes_a_seat(enter: Callable[..., Guest], officer: User) -> None:
    guest = enter(officer).hello()
    assert guest.viewer == "public"
    assert set(guest.sections) == {"phase", "roster", "me"}
    guest.does("take-seat", seat="police")
    assert guest.viewer == "seat:police"
    assert [paper["id"] for paper in guest.sections["papers"]["papers"]] == ["log"]
