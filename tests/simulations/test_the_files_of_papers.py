"""The file that a paper names comes with the .zip, and reaches whoever holds the paper and nobody else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference

pytestmark = pytest.mark.django_db
SHIPPED = Path(__file__).parents[2] / "simulations" / "scenarios" / "ty-coed.yaml"
PICTURE, SHEET = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400, b"%PDF-1.7 a letter"
NAMED = {"  incident-log:\n": "pictures/log.png", "  growth-record:\n": "record.pdf"}
FILES = {"pictures/log.png": PICTURE, "record.pdf": SHEET, "not-named.png": b"x"}


@pytest.fixture(autouse=True)
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for what is kept, in the very storage that the model writes to."""
    from simulations.models import PaperFile

    storage = PaperFile._meta.get_field("content").storage
    monkeypatch.setattr(storage, "_location", str(tmp_path / "kept"))
    for name in ("base_location", "location"):
        storage.__dict__.pop(name, None)
    return tmp_path / "kept"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The first shipped scenario, with a picture of one paper and a letter for another."""
    text = SHIPPED.read_text(encoding="utf-8")
    for paper, name in NAMED.items():
        assert text.count(paper) == 1
        text = text.replace(paper, f"{paper}    file: {name}\n")
    path = tmp_path / "ty-coed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {"scenario.yaml": text.encode(), **FILES}.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def conference(bundle: Path, facilitator: User, officer: User) -> Conference:
    """A conference on it, with the officer on the seat of the police."""
    from simulations import actions
    from simulations.takingin import take_in

    plan = {"facilitator": facilitator, "planned_for": timezone.now(), "people": [officer]}
    conference = actions.plan_conference(version=take_in(bundle).version, **plan)  # type: ignore[arg-type]
    actions.take_seat(conference.participants.get(), "police")
    return conference


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(conference: Conference, paper: str = "incident-log") -> str:
    return f"/en/conferences/{conference.pk}/papers/{paper}/"


def body(answer: object) -> bytes:
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_whoever_holds_the_paper_gets_its_file_in_a_sandbox(conference: Conference, officer: User) -> None:
    answer = client_of(officer).get(address(conference))
    assert (answer.status_code, answer["Content-Type"], body(answer)) == (200, "image/png", PICTURE)
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'inline; filename="log.png"'


def test_what_a_browser_could_run_is_downloaded(conference: Conference, facilitator: User) -> None:
    answer = client_of(facilitator).get(address(conference, "growth-record"))
    assert (answer["Content-Type"], body(answer)) == ("application/octet-stream", SHEET)
    assert answer["Content-Disposition"] == 'attachment; filename="record.pdf"'


def test_for_everybody_else_there_is_no_file(conference: Conference, officer: User, teacher: User) -> None:
    assert client_of(officer).get(address(conference, "growth-record")).status_code == 404
    assert client_of(officer).get(address(conference, "no-such-paper")).status_code == 404
    assert client_of(teacher).get(address(conference)).status_code == 404
    assert Client().get(address(conference)).status_code == 302


def test_a_paper_put_away_since_others_could_look_on_takes_its_file_with_it(
    conference: Conference, officer: User
) -> None:
    from simulations import actions
    from simulations.engine.actors import Seated
    from simulations.engine.commands import SayWhere
    from simulations.engine.scenario.values import SeatId

    by = conference.participants.get().reference
    actions.carry_out(conference, by, SayWhere(by=Seated(SeatId("police")), where="with-others"))
    assert client_of(officer).get(address(conference)).status_code == 404


def test_a_part_of_it_can_be_asked_for(conference: Conference, officer: User) -> None:
    client = client_of(officer)
    answer = client.get(address(conference), headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes 10-19/{len(PICTURE)}")
    assert body(answer) == PICTURE[10:20]
    assert client.get(address(conference), headers={"Range": f"bytes={len(PICTURE)}-"}).status_code == 416


def test_what_no_paper_names_is_not_kept_and_no_name_from_outside_becomes_a_path(
    conference: Conference, kept_in: Path
) -> None:
    kept = [path for path in kept_in.rglob("*") if path.is_file()]
    assert sorted(path.read_bytes() for path in kept) == sorted([PICTURE, SHEET])
    assert not any(path.name in ("log.png", "record.pdf") or "pictures" in path.parts for path in kept)


def test_the_room_and_the_pack_lead_to_it(conference: Conference, facilitator: User) -> None:
    from simulations.engine.actors import Seated
    from simulations.engine.scenario.values import SeatId
    from simulations.live.drawing import Drawing
    from simulations.live.render import Words
    from simulations.selectors import proceedings_of

    sections = proceedings_of(conference).whole(Seated(SeatId("police")))
    assert "../papers/incident-log/" in Drawing(Words(), "cy").draw(sections, sections)["papers"]
    pack = client_of(facilitator).get(f"/en/conferences/{conference.pk}/pack/").content.decode()
    assert pack.count("/papers/incident-log/") == pack.count("/papers/growth-record/") == 2


def test_the_command_takes_a_scenario_in_once(bundle: Path) -> None:
    from simulations.models import PaperFile

    assert "taken in as" in told(str(bundle))
    assert "here already as" in told(str(bundle))
    assert PaperFile.objects.count() == 2


def test_a_file_that_names_what_does_not_come_with_it_is_refused_with_the_line(bundle: Path, tmp_path: Path) -> None:
    from simulations.models import ScenarioVersion

    alone = tmp_path / "alone.yaml"
    with zipfile.ZipFile(bundle) as archive:
        alone.write_bytes(archive.read("scenario.yaml"))
    assert "log.png" in told(str(alone), ends=1)
    assert not ScenarioVersion.objects.exists()


def told(*files: str, ends: int = 0) -> str:
    said = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", "import", *files, "--language", "en", stdout=said, stderr=said)
    assert (stopped.value.code or 0) == ends
    return said.getvalue()
