"""What every test stands on: Wagtail's ground without its migrations, the services where they answer, and the cast."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from people.models import Region, User

pytest_plugins = ("sharing_out",)
ROOT = Path(__file__).parent.parent
PASSWORD = "pedwar-dafad-ddu"  # of everybody in the cast
UNDER_CI = os.environ.get("CI") == "true"
if not UNDER_CI:  # as Hypothesis itself has it there: how long an example takes says how busy the machine is
    settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("any-machine")


def pytest_configure() -> None:
    """A folder for each process of a run."""
    from django.conf import settings as site

    site.DATA.mkdir(exist_ok=True)


def pytest_unconfigure() -> None:
    from django.conf import settings as site

    shutil.rmtree(site.DATA, ignore_errors=True)


def pytest_sessionstart() -> None:
    """Pages and messages are tested in both languages; a fresh clone has the Welsh only as source."""
    from diogel import catalogues

    catalogues.compile_all()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    import ground

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        ground.lay()
        ground.keep()


@pytest.fixture(autouse=True)
def language_of_nobody() -> Iterator[None]:
    """A page leaves its language behind in the process; the next test begins in the site's own."""
    from django.utils import translation

    yield
    translation.deactivate()


# --- The cast: named people with fixed rights. Tests say `officer`, never `user1`. -------------------------------------


def person(
    name: str, language: str = "en", *, agency: str = "", sector: str = "", group: str = "", role: str = ""
) -> User:
    """One of the cast: asked for their languages already, and at their post in North Wales where an agency is named."""
    import datetime

    from people.models import Agency, Membership, Region, User

    email = f"{name.lower().replace(' ', '.')}@diogel.example"
    first, last = name.split()
    asked = {"reading_language": language, "writing_language": language, "speaking_language": language}
    someone = User.objects.create_user(email, PASSWORD, first_name=first, last_name=last, **asked)
    if agency:
        region, _new = Region.objects.get_or_create(
            code="NWA", defaults={"name_en": "North Wales", "name_cy": "Gogledd Cymru"}
        )
        names = {"name_en": agency, "name_cy": agency, "sector": sector}
        place, _new = Agency.objects.get_or_create(code=f"cast-{sector}", defaults=names)
        place.regions.add(region)
        since = datetime.date(2024, 1, 8)
        Membership.objects.create(person=someone, agency=place, region=region, role=role, group=group, starts=since)
    return someone


def give(someone: User, kind: str, region: str = "") -> User:
    """Gives one of the cast a right."""
    from people.models import Region, Right

    Right.objects.create(person=someone, kind=kind, region=Region.objects.get(code=region) if region else None)
    return someone


@pytest.fixture
def north_wales(db: None) -> Region:
    from people.models import Region

    names = {"name_en": "North Wales", "name_cy": "Gogledd Cymru"}
    return Region.objects.get_or_create(code="NWA", defaults=names)[0]


@pytest.fixture
def gwent(db: None) -> Region:
    from people.models import Region

    return Region.objects.get_or_create(code="GWE", defaults={"name_en": "Gwent", "name_cy": "Gwent"})[0]


@pytest.fixture
def officer(db: None) -> User:
    """A response officer who reads English."""
    return person("Tom Rees", agency="Invented police", sector="police", group="B", role="Response officer")


@pytest.fixture
def health_visitor(db: None) -> User:
    """A health visitor who reads Welsh."""
    return person(
        "Sioned Parry", "cy", agency="Invented health board", sector="health", group="C", role="Health visitor"
    )


@pytest.fixture
def teacher(db: None) -> User:
    """A designated safeguarding person in a school, who reads Welsh."""
    return person(
        "Elin Wyn", "cy", agency="Invented school", sector="school", group="C", role="Designated safeguarding person"
    )


@pytest.fixture
def facilitator(db: None) -> User:
    """A trainer, who may plan and run live conferences."""
    return give(person("Meg Howells"), "trainer")


@pytest.fixture
def board_officer(north_wales: Region) -> User:
    """Sees the figures of North Wales, and of no other region."""
    return give(person("Rhian Bevan"), "board-officer", "NWA")


@pytest.fixture
def other_board_officer(gwent: Region) -> User:
    """Sees the figures of Gwent, and of no other region."""
    return give(person("Carl Morgan"), "board-officer", "GWE")


@pytest.fixture
def newcomer(db: None) -> User:
    """Somebody never asked for their languages."""
    from people.models import User

    return User.objects.create_user("newcomer@diogel.example", PASSWORD, first_name="Ann", last_name="Lloyd")
