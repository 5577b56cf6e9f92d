"""Every id that is used is defined, and every id is defined once."""

from collections.abc import Iterator, Mapping

from simulations.engine.scenario.debrief import ANY_VARIANT
from simulations.engine.scenario.nodes import Listed, Mapped, Node, Scalar
from simulations.engine.scenario.notebook import Notebook, Use, listed, nearest
from simulations.engine.scenario.small_types import ID
from simulations.engine.scenario.values import (
    AdultId,
    ChildId,
    ChoiceId,
    DecisionId,
    FactId,
    InjectId,
    OptionId,
    PaperId,
    PersonId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
    TopicId,
    VariantId,
)

KIND_NAMES: Mapping[object, tuple[str, str]] = {
    SeatId: ("seat", "sedd"),
    ChildId: ("child", "plentyn"),
    AdultId: ("adult", "oedolyn"),
    PersonId: ("person of the family", "person o'r teulu"),
    SeatOrAdultId: ("seat or adult", "sedd neu oedolyn"),
    PaperId: ("paper", "papur"),
    FactId: ("fact", "ffaith"),
    TopicId: ("topic", "pwnc"),
    PhaseId: ("phase", "cam"),
    InjectId: ("inject", "mewnosodiad"),
    ChoiceId: ("choice", "dewis"),
    DecisionId: ("decision", "penderfyniad"),
    OptionId: ("option of a decision", "opsiwn penderfyniad"),
    VariantId: ("variant", "amrywiad"),
}
DEFINED_IN: Mapping[object, tuple[str, ...]] = {
    SeatId: ("seats",),
    ChildId: ("family.children",),
    AdultId: ("family.adults",),
    PersonId: ("family.children", "family.adults"),
    SeatOrAdultId: ("seats", "family.adults"),
    PaperId: ("papers",),
    FactId: ("facts",),
    TopicId: ("topics",),
    PhaseId: ("phases",),
    InjectId: ("injects",),
    DecisionId: ("decisions",),
    OptionId: ("decisions",),
    VariantId: ("variants",),
}
"""The sections that define each kind of id: where one could not be read, what uses its ids is no further mistake."""
MOST_NAMED = 12
"""How many defined ids a hint lists before it would be a wall of words."""
MOST_COMPARED_FOR = 100
"""How many problems get a nearest id; a file with more has not one slip of the keyboard but another fault."""


def check(root: Mapped, notebook: Notebook) -> None:
    """Note ids that are used and not defined, with the nearest, and phases that share an id."""
    defined = _defined(root)
    unread = {kind for kind, sections in DEFINED_IN.items() if any(map(notebook.is_lost, sections))}
    misspelt = {kind: _misspelt(known) for kind, known in defined.items()}
    for use in notebook.uses:
        if use.kind in unread or use.id in misspelt.get(use.kind, ()):
            notebook.lose(use.path)
            continue
        known = _choices(use, notebook) if use.kind is ChoiceId else defined[use.kind]
        if use.id not in known and not (use.kind is VariantId and use.id == ANY_VARIANT and "defensible" in use.path):
            _note(use, known, notebook)
            notebook.lose(use.path)
    _check_phases(notebook)


def _misspelt(defined: dict[str, None]) -> set[str]:
    """The ids that were meant by definitions in capitals, which have been told: what uses them is right."""
    return {name.casefold() for name in defined if not ID.fullmatch(name)}.difference(defined)


def _note(use: Use, known: dict[str, None], notebook: Notebook) -> None:
    near = nearest(use.id, known) if len(notebook.problems) < MOST_COMPARED_FOR else ""
    hint = "did-you-mean" if near else "defined" if 0 < len(known) <= MOST_NAMED else ""
    kind_en, kind_cy = KIND_NAMES[use.kind]
    details = {"found": use.id, "near": near, "known": listed(known), "kind_en": kind_en, "kind_cy": kind_cy}
    notebook.error("undefined-id", use.path, use.place, hint, **details)


def _defined(root: Mapped) -> Mapping[object, dict[str, None]]:
    seats, children, adults = (
        _keys(root, *path) for path in (("seats",), ("family", "children"), ("family", "adults"))
    )
    return {
        SeatId: seats,
        ChildId: children,
        AdultId: adults,
        PersonId: children | adults,
        SeatOrAdultId: seats | adults,
        PaperId: _keys(root, "papers"),
        FactId: _keys(root, "facts"),
        TopicId: _keys(root, "topics"),
        PhaseId: dict.fromkeys(_phase_ids(root)),
        InjectId: _keys(root, "injects"),
        DecisionId: _keys(root, "decisions"),
        OptionId: dict.fromkeys(_options(root)),
        VariantId: _keys(root, "variants"),
    }


def _below(node: Node | None, name: str) -> Node | None:
    entry = node.entries.get(name) if isinstance(node, Mapped) else None
    return entry.value if entry else None


def _keys(root: Mapped, *path: str) -> dict[str, None]:
    node: Node | None = root
    for name in path:
        node = _below(node, name)
    return dict.fromkeys(node.entries) if isinstance(node, Mapped) else {}


def _phase_ids(root: Mapped) -> Iterator[str]:
    phases = _below(root, "phases")
    for phase in phases.items if isinstance(phases, Listed) else ():
        name = _below(phase, "id")
        if isinstance(name, Scalar):
            yield name.value


def _options(root: Mapped) -> Iterator[str]:
    for decision in _keys(root, "decisions"):
        options = _below(_below(_below(root, "decisions"), decision), "options")
        for option in options.items if isinstance(options, Listed) else ():
            if isinstance(option, Scalar):
                yield option.value


def _choices(use: Use, notebook: Notebook) -> dict[str, None]:
    """The choices of the inject that a `chose` or `choose` is about."""
    above, _, last = use.path.rpartition(".")
    inject = notebook.words.get(f"{above}.inject", "") if last == "choice" else last
    start = f"injects.{inject}.ask.choices."
    found = (path.removeprefix(start) for path in notebook.places if path.startswith(start))
    return dict.fromkeys(name for name in found if "." not in name)


def _check_phases(notebook: Notebook) -> None:
    first: dict[str, int] = {}
    for path, name in notebook.words.items():
        if path.startswith("phases.") and path.count(".") == 2 and path.endswith(".id"):
            place = notebook.place(path)
            if name in first:
                notebook.error("defined-twice", path, found=name, first=str(first[name]))
                notebook.lose(path)
            first.setdefault(name, place.line)
