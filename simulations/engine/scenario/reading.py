"""Reading a scenario file: text in, a Scenario or a list of Problems out.

    reading = read(text)
    reading.scenario      the scenario, where the file has no mistakes
    reading.problems      everything that is wrong with it, all at once, each with its line and column
    reading.status        draft, sample or published
    reading.missing_for("published")

No file makes `read` raise. A file without mistakes that uses what the engine does not carry out yet has a scenario, so that it can
be looked at, and an error for each such thing, so that it cannot be held.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from simulations.engine.scenario.checks import answers, casting, deciding, firing, holding, ids, personal_data, wording
from simulations.engine.scenario.decoding import decode
from simulations.engine.scenario.defaults import filled
from simulations.engine.scenario.keys import nothing, written_in
from simulations.engine.scenario.model import FORMAT, Scenario
from simulations.engine.scenario.nodes import Listed, Mapped, Node, Refused, Scalar, parse
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.problems import Place, Problem, Severity, problem
from simulations.engine.scenario.publishing import needed_to_publish
from simulations.engine.scenario.typed import TypedReader
from simulations.engine.scenario.vocabulary import Language


class Status(StrEnum):
    """How far a scenario is; `retired` is set by people, and never follows from a file."""

    DRAFT = "draft"
    SAMPLE = "sample"
    PUBLISHED = "published"
    RETIRED = "retired"


NOT_A_LACK_OF_CONTENT = frozenset({"authorship.written_by", "authorship.reviewed_by", "authorship.piloted"})
"""What a sample may lack: people's word for it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file; `places` has where each dotted path of keys stands."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    needed: tuple[Problem, ...] = ()
    places: Mapping[str, Place] = field(default_factory=nothing)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop everything but a draft."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def may_be_held(self) -> bool:
        """Whether a conference can be held on it, in a demonstration or a rehearsal at least."""
        return self.scenario is not None and not self.errors

    @property
    def status(self) -> Status:
        """The furthest status for which nothing is missing."""
        if not self.missing_for(Status.PUBLISHED):
            return Status.PUBLISHED
        return Status.DRAFT if self.missing_for(Status.SAMPLE) else Status.SAMPLE

    def missing_for(self, status: str) -> tuple[Problem, ...]:
        """All that stands between the file and a status, in the file's order.

        For `sample`: every error, a text without one of its languages, and content that publishing asks for.
        For `published`: every error and warning, and all that publishing asks for. For the others nothing.
        """
        if status == Status.SAMPLE:
            lacking = [each for each in self.needed if each.path not in NOT_A_LACK_OF_CONTENT]
            languages = [each for each in self.problems if each.code == "language-missing"]
            return _in_order([*self.errors, *languages, *lacking])
        return _in_order([*self.problems, *self.needed]) if status == Status.PUBLISHED else ()


def read(content: str | bytes) -> Reading:
    """Read a scenario file. Whatever it is, this gives a Reading and does not raise."""
    try:
        text = decode(content)
        root, problems = parse(text)
    except Refused as refused:
        return Reading(None, (refused.problem,))
    if not isinstance(root, Mapped):
        wanted = "format: conference/1"
        return Reading(None, (problem("wrong-type", root.place, expected_en=wanted, expected_cy=wanted),))
    return _read_mapping(root, problems, _content_hash(content))


class NotOfTheFormat(Exception):
    """The text is no scenario file: its shape is another, whatever it says."""


def read_accepted(content: str | bytes) -> Scenario:
    """The scenario of a file that was accepted once, for whoever keeps its text: it stays readable for ever.

    It was judged when it was taken in; what later checks would say of it is not asked. Raises NotOfTheFormat
    for what is none, which no file that `read` gave a scenario for can become.
    """
    try:
        root, _ = parse(decode(content))
    except Refused as refused:
        raise NotOfTheFormat(refused.problem) from refused
    if not isinstance(root, Mapped):
        raise NotOfTheFormat("not a scenario file")
    scenario, notebook = _typed(root, _content_hash(content))
    if wrong := [each for each in notebook.problems if each.severity is Severity.ERROR]:
        raise NotOfTheFormat(wrong[0])
    return scenario


def _content_hash(content: str | bytes) -> str:
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(encoded).hexdigest()


def _read_mapping(root: Mapped, problems: tuple[Problem, ...], content_hash: str) -> Reading:
    scenario, notebook = _typed(root, content_hash)
    notebook.problems.extend(problems)
    ids.check(root, notebook)
    _check_across(scenario, notebook)
    personal_data.check(root, notebook)
    whole = all(each.severity is not Severity.ERROR for each in notebook.problems)
    needed = needed_to_publish(scenario, notebook)
    return Reading(scenario if whole else None, _in_order(notebook.problems), needed, MappingProxyType(notebook.places))


def _typed(root: Mapped, content_hash: str) -> tuple[Scenario, Notebook]:
    notebook = Notebook(languages=_languages(root), variants=_variants(root))
    return replace(_scenario(root, notebook), content_hash=content_hash), notebook


def _check_across(scenario: Scenario, notebook: Notebook) -> None:
    """The checks that look across sections, each leaving itself out where its sections could not be read."""
    in_variants = {name: scenario.for_variant(name) for name in scenario.variants}
    scenarios = {str(name): one for name, one in in_variants.items()} or {"": scenario}
    holding.check(scenarios, scenario, notebook)
    casting.check(scenario, notebook)
    deciding.check(scenario, notebook)
    answers.check(scenario, notebook)
    firing.check(scenarios, scenario, notebook)
    wording.check(notebook)


def _scenario(root: Mapped, notebook: Notebook) -> Scenario:
    """The scenario as far as it could be read."""
    reader = TypedReader(notebook)
    written = written_in(Scenario)
    meant = reader.refuse_unknown(root, list(written), "")
    fields = reader.fields(written, root, "", meant)
    if fields["format"] not in (FORMAT, ""):
        notebook.error("wrong-format", "format")
    return filled(Scenario(**fields), notebook.places)  # type: ignore[arg-type]


def _languages(root: Mapped) -> tuple[Language, ...]:
    """The file's languages, looked up before anything else is read, since a plain text is in the first one."""
    entry = root.entries.get("languages")
    node: Node | None = entry.value if entry else None
    nodes = node.items if isinstance(node, Listed) else (node,)
    found = [Language(each.value) for each in nodes if isinstance(each, Scalar) and each.value in set(Language)]
    return tuple(found) or (Language.EN,)


def _variants(root: Mapped) -> tuple[str, ...]:
    entry = root.entries.get("variants")
    return tuple(entry.value.entries) if entry and isinstance(entry.value, Mapped) else ()


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: (each.place, each.code)))
