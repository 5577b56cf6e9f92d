"""Statements of the size and kind that a learning platform sends, the same in every run but for their ids."""

import random
from typing import Any
from uuid import uuid4

PEOPLE, COURSES, PROGRAMMES = 5000, 300, 20
VERBS = ["completed", "answered", "passed", "attended", "initialized", "progressed"]
ADL = "http://adlnet.gov/expapi"
chance = random.Random(7)


def statement() -> dict[str, Any]:
    """Of the size and kind that a learning platform sends."""
    course = chance.randrange(COURSES)
    return {
        "id": str(uuid4()),
        "actor": actor(chance.randrange(PEOPLE)),
        "verb": {"id": f"{ADL}/verbs/{chance.choice(VERBS)}", "display": {"en": "did", "cy": "gwnaeth"}},
        "object": {
            "objectType": "Activity",
            "id": f"https://hr.example/course/{course}",
            "definition": {"type": f"{ADL}/activities/course", "name": {"en": "A course", "cy": "Cwrs"}},
        },
        "result": {"completion": True, "success": True, "score": {"scaled": 0.8}, "duration": "PT25M"},
        "context": {
            "registration": str(uuid4()),
            "language": "cy",
            "contextActivities": {"parent": [{"id": f"https://hr.example/programme/{course % PROGRAMMES}"}]},
        },
        "timestamp": "2026-11-22T09:30:00Z",
    }


def actor(number: int) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": "https://hr.example", "name": f"person-{number}"}}
