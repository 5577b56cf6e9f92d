"""From one item of QTI to a draft. An item with more than one interaction, or with one of another kind, is not taken."""

from collections.abc import Callable, Iterator

from assessments.exchange.drafts import Answered, Draft, DraftOption, Kind
from assessments.exchange.identifying import uuid_in
from assessments.exchange.problems import Place, Problem, Refused, Unit, loss, mistake
from assessments.exchange.texts import from_html, parted_html, plain
from assessments.exchange.xmlnodes import Node

ITEM = "assessmentItem"
FEEDBACK = frozenset({"feedbackInline", "feedbackBlock"})
CHOICE, ORDER, MATCH, TEXT = "choiceInteraction", "orderInteraction", "matchInteraction", "textEntryInteraction"
OURS = (CHOICE, ORDER, MATCH, TEXT)
BLANK = "_____"
TRUTH = {"true": True, "false": False}


def read_item(root: Node, file: str = "") -> tuple[Draft, list[Problem], str]:
    """The draft, what was lost, and the language that the item names (or none). Raises Refused."""
    place = Place(Unit.LINE, root.line, root.attributes.get("identifier", ""), file)
    body = root.child("itemBody")
    if root.name != ITEM or body is None:
        raise Refused(mistake("not-qti", place, name=root.name))
    if root.child("templateDeclaration"):
        raise Refused(mistake("qti-template", place))
    asking = Asking(root, _for_candidates(body), place)
    if root.attributes.get("adaptive") == "true":
        asking.lost.append(loss("qti-adaptive-lost", place))
    body = asking.body
    found = [node for node in body.all(*_names(body)) if node.name.endswith("Interaction")]
    if not found:
        raise Refused(mistake("qti-asks-nothing", place))
    if len(found) != 1:
        raise Refused(mistake("not-one-interaction", place, count=len(found)))
    if found[0].name not in OURS:
        raise Refused(mistake("kind-not-ours", place, kind=found[0].name.removesuffix("Interaction")))
    return asking.draft(found[0]), asking.lost, root.attributes.get("lang", "")[:2].lower()


def _names(body: Node) -> set[str]:
    waiting, names = [body], set()
    while waiting:
        node = waiting.pop()
        names.add(node.name)
        waiting.extend(node.nodes)
    return names


def _for_candidates(node: Node) -> Node:
    """Without what is written for those who mark or teach."""
    kept = [each for each in node.children if isinstance(each, str) or _is_for_candidates(each)]
    children = [each if isinstance(each, str) else _for_candidates(each) for each in kept]
    return Node(node.name, node.attributes, node.line, children)


def _is_for_candidates(node: Node) -> bool:
    return node.name != "rubricBlock" or "candidate" in node.attributes.get("view", "candidate").split()


class Asking:
    """One item while it is read: what is lost is gathered on the way."""

    def __init__(self, root: Node, body: Node, place: Place) -> None:
        self.root, self.body, self.place = root, body, place
        self.lost: list[Problem] = []

    def draft(self, interaction: Node) -> Draft:
        case, prompt = self.asked(interaction)
        answered = READING[interaction.name](self, interaction)
        key = uuid_in(self.root.attributes.get("identifier", "")) or self.root.attributes.get("identifier", "")
        return Draft(prompt=prompt, case=case, key=key, place=self.place, **answered)

    def asked(self, interaction: Node) -> tuple[str, str]:
        """Everything round the interaction; its own prompt, where it has one, is what is asked."""
        if interaction.name == TEXT:
            return self.parted(_with_blank(self.body, interaction), FEEDBACK)
        without = FEEDBACK | {interaction.name}
        prompt = interaction.child("prompt")
        return (self.text(self.body, without), self.words(prompt)) if prompt else self.parted(self.body, without)

    def text(self, node: Node, without: frozenset[str] = FEEDBACK) -> str:
        text, lost = from_html(node.html(without))
        self.lose_elements(lost)
        return text

    def words(self, node: Node) -> str:
        """What is shown as it is: what is asked, or a choice."""
        text, lost = from_html(node.html(FEEDBACK), marks=False)
        self.lose_elements(lost)
        return plain(text)

    def parted(self, node: Node, without: frozenset[str]) -> tuple[str, str]:
        """The case and the prompt."""
        case, prompt, lost = parted_html(node.html(without))
        self.lose_elements(lost)
        return case, prompt

    def lose_elements(self, names: set[str]) -> None:
        for name in sorted(names):
            told = loss("element-lost", self.place, name=name)
            if told not in self.lost:
                self.lost.append(told)

    def declared(self, interaction: Node) -> Node | None:
        wanted = interaction.attributes.get("responseIdentifier", "")
        return next(
            (each for each in self.root.all("responseDeclaration") if each.attributes.get("identifier") == wanted), None
        )

    def correct(self, interaction: Node) -> list[str]:
        """The values that are right, in their order; by the mapping where none are named."""
        declared = self.declared(interaction)
        named = declared and declared.child("correctResponse")
        values = [each.words.strip() for each in named.nodes if each.name == "value"] if named else []
        if not values:
            values = [entry.attributes.get("mapKey", "") for entry, worth in self.mapped(interaction) if worth > 0]
        if not values:
            raise Refused(mistake("qti-nothing-right", self.place))
        return values

    def mapped(self, interaction: Node) -> Iterator[tuple[Node, float]]:
        declared = self.declared(interaction)
        for entry in declared.all("mapEntry") if declared else ():
            value = entry.attributes.get("mappedValue", "0")
            try:
                yield entry, float(value)
            except ValueError as fault:
                raise Refused(mistake("not-a-number", self.place, at="mappedValue", value=value)) from fault

    @property
    def general(self) -> str:
        return "\n\n".join(self.text(each) for each in self.root.nodes if each.name == "modalFeedback")

    def option(self, node: Node, right: bool = False) -> DraftOption:
        why = "\n\n".join(self.text(each) for each in node.all(*FEEDBACK))
        return DraftOption(self.words(node), right, why, node.attributes.get("identifier", ""))


def choice(asking: Asking, interaction: Node) -> Answered:
    right = set(asking.correct(interaction))
    nodes = list(interaction.all("simpleChoice"))
    names = [node.attributes.get("identifier", "") for node in nodes]
    if not right <= set(names):
        raise Refused(mistake("qti-right-not-offered", asking.place, name=min(right - set(names))))
    options = tuple(asking.option(node, name in right) for node, name in zip(nodes, names, strict=True))
    if set(names) == set(TRUTH):
        said = dict(zip(names, options, strict=True))
        true = said["true"]
        return {"kind": Kind.TRUE_FALSE, "true": true.right, "when_true": true.why, "when_false": said["false"].why}
    declared = asking.declared(interaction)
    several = declared is not None and declared.attributes.get("cardinality") == "multiple"
    options = _with_general(options, asking.general)
    return {"kind": Kind.MULTIPLE if several and not _only_one(interaction) else Kind.SINGLE, "options": options}


def _only_one(interaction: Node) -> bool:
    return interaction.attributes.get("maxChoices") == "1"


def _with_general(options: tuple[DraftOption, ...], general: str) -> tuple[DraftOption, ...]:
    """What is said to everybody becomes the reason of what is right, where that has none."""
    return tuple(
        DraftOption(each.text, each.right, each.why or (general if each.right else ""), each.id) for each in options
    )


def order(asking: Asking, interaction: Node) -> Answered:
    options = {node.attributes.get("identifier", ""): asking.option(node) for node in interaction.all("simpleChoice")}
    right = asking.correct(interaction)
    if sorted(right) != sorted(options):
        raise Refused(mistake("qti-order-not-whole", asking.place))
    return {"kind": Kind.ORDER, "options": tuple(options[name] for name in right)}


def match(asking: Asking, interaction: Node) -> Answered:
    sets = [[*each.all("simpleAssociableChoice")] for each in interaction.all("simpleMatchSet")]
    if len(sets) != 2:
        raise Refused(mistake("qti-match-sets", asking.place))
    places = {node.attributes.get("identifier", ""): place for place, node in enumerate(sets[1])}
    pairs = [pair.split() for pair in asking.correct(interaction)]
    goes_to = {pair[0]: places.get(pair[1]) for pair in pairs if len(pair) == 2}
    if len(goes_to) < len(pairs):
        raise Refused(mistake("qti-several-targets", asking.place))
    stems = (asking.option(node) for node in sets[0])
    options = tuple(DraftOption(each.text, why=each.why, id=each.id, target=goes_to.get(each.id)) for each in stems)
    return {"kind": Kind.MATCH, "options": options, "targets": tuple(asking.option(node) for node in sets[1])}


def text_entry(asking: Asking, interaction: Node) -> Answered:
    declared = asking.declared(interaction)
    if declared is not None and declared.attributes.get("baseType", "string") != "string":
        raise Refused(mistake("kind-not-ours", asking.place, kind=("a number", "rhif")))
    entries = [*asking.mapped(interaction)]
    best = max((worth for _, worth in entries), default=0)
    if any(0 < worth < best for _, worth in entries):
        asking.lost.append(loss("half-right-lost", asking.place))
    mapped = [entry for entry, worth in entries if worth == best and best > 0]
    accepted = dict.fromkeys([entry.attributes.get("mapKey", "") for entry in mapped] or asking.correct(interaction))
    capitals = any(entry.attributes.get("caseSensitive") == "true" for entry in mapped)
    return {
        "kind": Kind.SHORT_TEXT,
        "accepted": tuple(plain(each) for each in accepted),
        "capitals_matter": capitals,
        "why": asking.general,
    }


def _with_blank(node: Node, interaction: Node) -> Node:
    """The body with a line where the answer goes, but for where that is a paragraph of its own at the end."""
    children: list[Node | str] = []
    for each in node.children:
        if each is interaction:
            alone = not node.words.strip()
            children.append("" if alone else BLANK)
        else:
            children.append(_with_blank(each, interaction) if isinstance(each, Node) else each)
    return Node(node.name, node.attributes, node.line, children)


READING: dict[str, Callable[[Asking, Node], Answered]] = {
    CHOICE: choice,
    ORDER: order,
    MATCH: match,
    TEXT: text_entry,
}
