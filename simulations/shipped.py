"""The scenarios that come with the code: each file of `simulations/scenarios/` becomes a version, once."""

import hashlib
from pathlib import Path

from django.db import transaction

from simulations.engine.scenario import read
from simulations.models import Scenario, ScenarioVersion

FOLDER = Path(__file__).parent / "scenarios"


def load() -> str:
    """Bring in the files that are new or were changed, and say which; one already there, by its hash, is left as it is."""
    files = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".testplan.yaml"))
    new = [path.stem for path in files if _bring_in(path.read_text(encoding="utf-8"))]
    return f"{len(new)} new ({', '.join(new)})" if new else ""


def _bring_in(text: str) -> bool:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if ScenarioVersion.objects.filter(sha256=sha256).exists():
        return False
    reading = read(text)
    if reading.scenario is None:
        raise ValueError(f"a shipped scenario does not read: {reading.problems[0]}")
    with transaction.atomic():
        scenario, _new = Scenario.objects.get_or_create(slug=reading.scenario.id)
        ScenarioVersion.objects.create(
            scenario=scenario,
            text=text,
            sha256=sha256,
            title_en=reading.scenario.title.in_language("en"),
            title_cy=reading.scenario.title.in_language("cy"),
            status=reading.status.value if reading.may_be_held else ScenarioVersion.Status.DRAFT,
        )
    return True
