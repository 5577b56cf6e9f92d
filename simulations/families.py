"""The family as pages show it: a genogram, and the same in words. All of it stands on the common sheet."""

from typing import Any

from simulations.engine.genogram import draw
from simulations.engine.scenario.family import Family

Shown = dict[str, Any]


def shown(family: Family, language: str) -> Shown:
    """What `simulations/family.html` draws. That somebody is said to have caused harm is not in it."""
    return {
        "picture": draw(family, language),
        "children": list(family.children.values()),
        "adults": [
            {
                "name": adult.name,
                "relation": adult.relation.in_language(language),
                "lives_here": adult.lives_here,
                "parental_responsibility": adult.parental_responsibility,
            }
            for adult in family.adults.values()
        ],
    }
