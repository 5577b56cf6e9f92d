"""What a batch asks of PostgreSQL is looked up, never looked for through all that is stored; however little it has counted."""

import json
import re
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from django.db import connection
from django.test.utils import CaptureQueriesContext
from sound import SOUND

pytestmark = pytest.mark.django_db
STORED = 4_000
"""So many that reading them all would seem cheaper to it than five hundred look-ups."""
BATCH = 500


def said(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), **more}


@pytest.fixture
def full() -> System:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite looks up by an index wherever there is one")
    hr = System()
    for _batch in range(STORED // BATCH):
        assert hr.post([said() for _ in range(BATCH)]).status_code == 200
    return hr


def test_what_speaks_of_a_batch_is_not_looked_for_through_all_that_is_stored(full: System) -> None:
    late = str(uuid4())
    full.post(said(object={"objectType": "StatementRef", "id": late}, verb={"id": "urn:x:saw"}))
    with CaptureQueriesContext(connection) as queries:
        assert full.post([*(said() for _ in range(BATCH)), {**said(), "id": late}]).status_code == 200

    asked = [each["sql"] for each in queries if re.search(r"WHERE\b.*\btarget\b", each["sql"], re.DOTALL)]
    assert len(asked) >= 2
    for query in asked:
        assert "records_statement" not in read_through(query), query[:300]


def read_through(query: str) -> set[str]:
    """The tables that this query would read from their beginning to their end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {query}")
        (told,) = cursor.fetchone()
    steps = [(told if isinstance(told, list) else json.loads(told))[0]["Plan"]]
    found = set()
    while steps:
        step = steps.pop()
        if step["Node Type"] == "Seq Scan":
            found.add(step["Relation Name"])
        steps += step.get("Plans", ())
    return found
