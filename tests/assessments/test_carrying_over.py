"""Papers, attempts and answers from before there were banks are carried over: in a database of their own, by the migrations."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow

BEFORE_AND_AFTER = """
import datetime, json, uuid
import django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("assessments", "0002_marking_by_people_and_practice"), ("people", "0003_markers")]
MigrationExecutor(connection).migrate(BEFORE)
old = MigrationExecutor(connection).loader.project_state(BEFORE).apps
now, key, same = datetime.datetime.now(datetime.UTC), uuid.uuid4(), uuid.uuid4()
person = old.get_model("people", "User").objects.create(email="somebody@example.org")
case = {"case": {"en": "a", "cy": "b"}, "options": [], "reasons": {}}
for version in (1, 2):
    paper = old.get_model("assessments", "Paper").objects.create(
        key=key, version=version, slug="paper", texts={"title": {"en": "T", "cy": "Y"}}, pass_mark=1, tries=2, minutes=3,
        current=version == 2, digest=str(version))
    questions = [
        old.get_model("assessments", "Question").objects.create(
            paper=paper, key=same if place == 1 else uuid.uuid4(), position=place,
            content={**case, "prompt": {"en": f"words {version if place == 1 else 0}", "cy": "geiriau"}})
        for place in (1, 2)]
    attempt = old.get_model("assessments", "Attempt").objects.create(
        person=person, paper=paper, number=version, begun_at=now, begun_in="en", right=version, finished_at=now)
    old.get_model("assessments", "Answer").objects.create(
        attempt=attempt, question=questions[0], decision="d", reason="r", answered_at=now, answered_in="cy")

executor = MigrationExecutor(connection)
executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == "assessments"])
from assessments.models import Attempt, BankQuestion
print(json.dumps({
    "attempts": [
        [each.points, [[a.position, a.response, a.version.number, a.version.content["prompt"]["en"]] for a in each.answers.all()]]
        for each in Attempt.objects.order_by("number")],
    "archived": sorted(BankQuestion.objects.values_list("archived", flat=True)),
}))
"""


def test_answers_keep_their_words_their_version_and_their_place(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    surroundings |= {"DIOGEL_DEBUG": "1", "DIOGEL_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    surroundings["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
    command = [sys.executable, "-W", "ignore", "-c", BEFORE_AND_AFTER]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    given = {"kind": "vignette", "decision": "d", "reason": "r"}
    assert told["attempts"] == [
        [1.0, [[1, given, 1, "words 1"], [2, None, 1, "words 0"]]],
        [2.0, [[1, given, 2, "words 2"], [2, None, 1, "words 0"]]],
    ]
    assert told["archived"] == [False, False, True]
