"""Who is related to whom, as the file says: parents, brothers and sisters, and the generation of each.

The children whom the conference is about are generation 0, their parents 1, and so on upwards. Of an adult whose tie the
file does not say, only their name and relation are known: they stand with the parents, and no line joins them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulations.engine.scenario.family import Adult, Child, Family
from simulations.engine.scenario.values import Age, Text
from simulations.engine.scenario.vocabulary import Sex

UNKNOWN = 1
"""The generation of an adult whose tie is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One person of the family. `parents` and `siblings` are ids."""

    id: str
    name: str
    sex: Sex | None
    age: Age | None
    relation: Text | None
    generation: int
    at_home: bool
    parents: frozenset[str]
    siblings: frozenset[str]


def relatives(family: Family) -> tuple[Relative, ...]:
    """Everybody in the file's order, the children first."""
    generation, parents = generations(family), _parents(family.adults.values())
    children = (_child(child, parents) for child in family.children.values())
    adults = (_adult(adult, generation, parents) for adult in family.adults.values())
    return (*children, *adults)


def generations(family: Family) -> Mapping[str, int]:
    """How many steps above the children each person stands.

    Each round follows the ties one step further; after as many rounds as there are adults nothing is left to follow,
    and a file in which people are each other's parents ends too.
    """
    known: dict[str, int] = {str(child): 0 for child in family.children}
    for _step in family.adults:
        for adult in family.adults.values():
            known[adult.id] = _generation(adult, known, highest=len(family.adults))
    return known


def _generation(adult: Adult, known: Mapping[str, int], *, highest: int) -> int:
    below = [known[each] for each in adult.parent_of if each in known]
    if below:
        return min(max(below) + 1, highest)
    return next((known[each] for each in adult.sibling_of if each in known), UNKNOWN)


def _parents(adults: Iterable[Adult]) -> Mapping[str, frozenset[str]]:
    """The parents of each person, as far as they are said."""
    found: dict[str, frozenset[str]] = {}
    for adult in adults:
        for each in adult.parent_of:
            found[each] = found.get(each, frozenset()) | {str(adult.id)}
    return found


def _child(child: Child, parents: Mapping[str, frozenset[str]]) -> Relative:
    return Relative(
        id=child.id, name=child.name, sex=child.sex, age=child.age, relation=None, generation=0, at_home=True,
        parents=parents.get(child.id, frozenset()), siblings=frozenset(),
    )  # fmt: skip


def _adult(adult: Adult, generation: Mapping[str, int], parents: Mapping[str, frozenset[str]]) -> Relative:
    return Relative(
        id=adult.id, name=adult.name, sex=adult.sex, age=None, relation=adult.relation,
        generation=generation[adult.id], at_home=adult.lives_here,
        parents=parents.get(adult.id, frozenset()), siblings=frozenset(map(str, adult.sibling_of)),
    )  # fmt: skip
