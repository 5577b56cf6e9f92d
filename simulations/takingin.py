"""Taking a scenario in: a file, or a .zip with the files that its papers name, becomes a version, once.

What papers do not name is not kept. A version is known by its bytes: the text, and for a .zip the files with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction

from simulations.commandline.action import open_file
from simulations.engine.scenario import Reading
from simulations.engine.scenario.bundle import SCENARIO_NAME, with_files_missing
from simulations.engine.scenario.decoding import decode
from simulations.models import PaperFile, Scenario, ScenarioVersion


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: its version, or None and in the reading why not. `new`: it was not here before."""

    version: ScenarioVersion | None
    reading: Reading
    new: bool = False


def take_in(path: Path) -> TakenIn:
    """Keep what a file holds. Raises OSError where it cannot be opened."""
    bundle = open_file(path)
    reading = with_files_missing(bundle.reading, bundle.files)
    if reading.scenario is None:
        return TakenIn(None, reading)
    named = {paper.file: bundle.files[paper.file] for paper in reading.scenario.papers.values() if paper.file}
    digest = _digest(bundle.text, named)
    here = ScenarioVersion.objects.filter(sha256=digest).first()
    return TakenIn(here or _keep(decode(bundle.text), digest, reading, named), reading, new=here is None)


def _digest(text: bytes, files: Mapping[str, bytes]) -> str:
    """Of a file alone its own; of one with others, of all their digests by name."""
    if not files:
        return sha256(text).hexdigest()
    each = [(name, sha256(content).hexdigest()) for name, content in sorted({**files, SCENARIO_NAME: text}.items())]
    return sha256(repr(each).encode()).hexdigest()


@transaction.atomic
def _keep(text: str, digest: str, reading: Reading, files: Mapping[str, bytes]) -> ScenarioVersion:
    assert reading.scenario is not None  # noqa: S101 - only what reads is kept
    scenario, _new = Scenario.objects.get_or_create(slug=reading.scenario.id)
    version = ScenarioVersion.objects.create(
        scenario=scenario,
        text=text,
        sha256=digest,
        title_en=reading.scenario.title.in_language("en"),
        title_cy=reading.scenario.title.in_language("cy"),
        status=reading.status.value if reading.may_be_held else ScenarioVersion.Status.DRAFT,
    )
    for name, content in files.items():
        PaperFile.objects.create(version=version, name=name, content=ContentFile(content, name="file"))
    return version
