"""A server, and a conference on the small scenario *Bryn Awel*, whose every private text carries a word of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import guests
import pytest
from django.utils import timezone
from guests import Guest
from serving import Server
from taint import sent_to_others

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

FILES = Path(__file__).parents[2] / "files" / "scenarios"


@pytest.fixture(scope="session")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that don't stop it."""
    running = Server(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()
    assert "Traceback" not in running.log(), running.log()


@pytest.fixture(autouse=True)
def _nobody_is_sent_what_is_not_theirs(request: pytest.FixtureRequest) -> Iterator[None]:
    """At the end of every test: what everybody in it was sent is searched for what others alone may have."""
    for stored in ("transactional_db", "db"):
        if stored in request.fixturenames:
            request.getfixturevalue(stored)  # so that this ends before what the test stored is thrown away
    guests.met.clear()
    yield
    if guests.met:
        assert sent_to_others(guests.met) == {}


@pytest.fixture
def keep_version(transactional_db: None) -> Callable[[Path], ScenarioVersion]:
    """Makes a version of the scenario in a file."""

    def keep(path: Path) -> ScenarioVersion:
        from simulations.models import Scenario, ScenarioVersion

        text = path.read_text()
        return ScenarioVersion.objects.create(
            scenario=Scenario.objects.create(slug=path.stem),
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title_en=path.stem,
            title_cy=path.stem,
            status="sample",
        )

    return keep


@pytest.fixture
def bryn_awel(keep_version: Callable[[Path], ScenarioVersion]) -> ScenarioVersion:
    """The version of the small scenario."""
    return keep_version(FILES / "bryn-awel.yaml")


@pytest.fixture
def conference(
    bryn_awel: ScenarioVersion, facilitator: User, officer: User, health_visitor: User, teacher: User
) -> Conference:
    """A conference in writing, with an officer, a health visitor and a teacher on its list."""
    from simulations.actions import plan_conference

    return plan_conference(
        facilitator=facilitator,
        version=bryn_awel,
        variant="calm",
        planned_for=timezone.now(),
        people=[officer, health_visitor, teacher],
    )


@pytest.fixture
def enter(server: Server, conference: Conference) -> Iterator[Callable[..., Guest]]:
    """Lets somebody into the conference; everybody leaves when the test ends."""
    entered: list[Guest] = []

    def let_in(person: User | None, *, on: Server = server, **asked: str) -> Guest:
        entered.append(Guest(on, conference.pk, person, **asked))
        return entered[-1]

    yield let_in
    for guest in entered:
        guest.socket.close()


@pytest.fixture
def seated(enter: Callable[..., Guest], officer: User, health_visitor: User) -> tuple[Guest, Guest]:
    """The officer on the police seat, in English, and the health visitor on theirs, in Welsh."""
    police, health = enter(officer).hello(), enter(health_visitor).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    return police, health
