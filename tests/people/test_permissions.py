"""Who may see whom."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from people.models import Region, Right, User
from people.permissions import may_facilitate, may_see_region, regions_of


def test_a_board_officer_sees_their_region_and_no_other(
    board_officer: User, north_wales: Region, gwent: Region
) -> None:
    assert list(regions_of(board_officer)) == [north_wales]
    assert may_see_region(board_officer, north_wales)
    assert not may_see_region(board_officer, gwent)


def test_being_able_to_mend_the_site_opens_no_figures(north_wales: Region) -> None:
    mender = User.objects.create_superuser("mender@diogel.example", "a-password-of-length")
    assert not may_see_region(mender, north_wales)
    assert not may_facilitate(mender)


def test_a_learner_and_a_stranger_see_no_region(officer: User, north_wales: Region) -> None:
    assert not may_see_region(officer, north_wales)
    assert not may_see_region(AnonymousUser(), north_wales)


def test_a_right_ends_when_a_person_leaves(board_officer: User, facilitator: User, north_wales: Region) -> None:
    User.objects.update(is_active=False)
    for person in (board_officer, facilitator):
        person.refresh_from_db()
    assert not may_see_region(board_officer, north_wales)
    assert not may_facilitate(facilitator)


def test_only_a_trainer_may_run_conferences(facilitator: User, officer: User, board_officer: User) -> None:
    assert may_facilitate(facilitator)
    assert not may_facilitate(officer)
    assert not may_facilitate(board_officer)


def test_a_board_officer_without_a_region_cannot_be(officer: User) -> None:
    with pytest.raises(IntegrityError):
        Right.objects.create(person=officer, kind=Right.Kind.BOARD_OFFICER)
