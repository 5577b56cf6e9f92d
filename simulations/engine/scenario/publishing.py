"""What publishing asks for, after the INACSL criteria for simulation: outcomes, notes, debrief, people's word for it."""

from collections.abc import Iterator

from simulations.engine.scenario.keys import keys_of
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.problems import Problem, problem
from simulations.engine.scenario.vocabulary import Language

BY_PEOPLE = frozenset({"written_by", "reviewed_by", "piloted"})


def needed_to_publish(scenario: Scenario, notebook: Notebook) -> tuple[Problem, ...]:
    """All that a scenario lacks to be published, beyond what is wrong with it."""
    needed = [*_empty(scenario, "", notebook), *_empty(scenario.authorship, "authorship.", notebook)]
    needed.extend(_empty(scenario.debrief, "debrief.", notebook))
    if set(scenario.languages) != set(Language):
        needed.append(_lack("languages", notebook))
    authorship = scenario.authorship
    if authorship.reviewed_by and _same_person(authorship.reviewed_by, authorship.written_by):
        path = "authorship.reviewed_by"
        needed.append(problem("reviewer-is-writer", notebook.place(path), path=path))
    return tuple(needed)


def _empty(section: object, above: str, notebook: Notebook) -> Iterator[Problem]:
    for key in keys_of(type(section)).values():
        if key.key.publish and not getattr(section, key.field):
            yield _lack(f"{above}{key.written}", notebook)


def _lack(path: str, notebook: Notebook) -> Problem:
    hint = "unpublished" if path.rpartition(".")[2] in BY_PEOPLE else ""
    return problem("needed-to-publish", notebook.place(path), path=path, hint=hint, found=path)


def _same_person(one: str, other: str | None) -> bool:
    return other is not None and one.casefold().split() == other.casefold().split()
