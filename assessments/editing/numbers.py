"""What belongs to what, as editors write it: by the number of a row. As it is stored: by the row's id."""

from __future__ import annotations

from typing import Any

Stored = dict[str, Any]


def by_number(stored: Stored) -> Stored:
    """For the form: a stem names its target, and a panel its options, by their number from 1."""
    places = {each["id"]: str(number) for number, each in enumerate(rows_to_name(stored), start=1) if "id" in each}
    return renamed(stored, places)


def by_id(stored: Stored) -> Stored:
    """For the store. A number that no row has stays as it was written, and is told as wrong."""
    ids = {str(number): each["id"] for number, each in enumerate(rows_to_name(stored), start=1)}
    return renamed(stored, ids)


def rows_to_name(stored: Stored) -> list[Stored]:
    return list(stored.get("targets") or (stored.get("options") if stored.get("panel") else None) or [])


def renamed(stored: Stored, names: dict[str, str]) -> Stored:
    found = dict(stored)
    if "stems" in stored:
        found["stems"] = [
            {**stem, "target": names.get(stem.get("target", ""), stem.get("target", ""))} for stem in stored["stems"]
        ]
    panel = stored.get("panel")
    if panel and stored.get("options"):
        found["panel"] = {
            **panel,
            "counts": {names.get(key, key): count for key, count in panel.get("counts", {}).items()},
        }
    return found
