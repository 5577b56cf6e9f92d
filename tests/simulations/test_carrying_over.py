"""Rooms that belonged together by their cohort still do when no conference names one any more: in a database of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow

BEFORE_AND_AFTER = """
import datetime, json
import django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("simulations", "0009_scores_agreed_on")]
MigrationExecutor(connection).migrate(BEFORE)
old = MigrationExecutor(connection).loader.project_state(BEFORE).apps
now = datetime.datetime(2026, 10, 5, 9, tzinfo=datetime.UTC)
trainer = old.get_model("people", "User").objects.create(email="trainer@example.org")
cohort = old.get_model("simulations", "Cohort").objects.create(name="Autumn", trainer=trainer)
version = old.get_model("simulations", "ScenarioVersion").objects.create(
    scenario=old.get_model("simulations", "Scenario").objects.create(slug="s"), text="", sha256="0" * 64)
later = now + datetime.timedelta(days=1)
for place, (whose, hour) in enumerate([(cohort, now), (cohort, now), (cohort, later), (None, now), (None, now)], start=1):
    old.get_model("simulations", "Conference").objects.create(
        version=version, facilitator=trainer, cohort=whose, planned_for=hour, place=place)

executor = MigrationExecutor(connection)
executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == "simulations"])
from simulations.models import Conference
from simulations.selectors import held_beside
rooms = Conference.objects.order_by("place")
print(json.dumps([[each.place for each in held_beside(room)] for room in rooms]))
"""


def test_rooms_of_one_cohort_at_one_hour_stay_together_and_all_others_apart(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    surroundings |= {"DIOGEL_DEBUG": "1", "DIOGEL_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    surroundings["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
    command = [sys.executable, "-W", "ignore", "-c", BEFORE_AND_AFTER]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == [[1, 2], [1, 2], [3], [4], [5]]
