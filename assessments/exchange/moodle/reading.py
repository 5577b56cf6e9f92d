"""From Moodle XML to drafts, an element `question` at a time."""

from collections.abc import Callable, Iterator

from assessments.exchange.drafts import Answered, Draft, DraftOption, Kind
from assessments.exchange.moodle.wildcards import without_wildcards
from assessments.exchange.problems import Place, Problem, Refused, Unit, loss, mistake
from assessments.exchange.texts import from_html, parted, parted_html, plain
from assessments.exchange.xmlnodes import Node


def read(quiz: Node) -> Iterator[tuple[Draft, list[Problem]] | Refused]:
    """Each question as a draft with what was lost, or why it cannot be taken. Raises Refused for a file that is no quiz."""
    if quiz.name != "quiz":
        raise Refused(mistake("not-moodle", Place(Unit.LINE, 1), name=quiz.name))
    outcome = ""
    for node in quiz.nodes:
        kind = node.attributes.get("type", "")
        if node.name == "question" and kind == "category":
            outcome = next((each.words for each in node.all("category")), "").strip().rpartition("/")[2].strip()
        elif node.name == "question":
            try:
                yield Question(node, kind, outcome).draft()
            except Refused as refused:
                yield refused


class Question:
    """One question while it is read: what is lost is gathered on the way."""

    def __init__(self, node: Node, kind: str, outcome: str) -> None:
        self.node, self.kind, self.outcome = node, kind, outcome
        self.lost: list[Problem] = []

    def draft(self) -> tuple[Draft, list[Problem]]:
        reading = KINDS.get(self.kind)
        if not reading:
            raise Refused(mistake("kind-not-ours", self.place, kind=self.kind or ("without a name", "heb enw")))
        case, prompt = self.asked()
        answered = reading(self)
        draft = Draft(prompt=prompt, case=case, key=self.key, outcome=self.outcome, place=self.place, **answered)
        return draft, self.lost

    @property
    def place(self) -> Place:
        return Place(Unit.LINE, self.node.line, self.name)

    @property
    def name(self) -> str:
        named = self.node.child("name")
        return named.words.strip() if named else ""

    @property
    def key(self) -> str:
        numbered = self.node.child("idnumber")
        return (numbered.words.strip() if numbered else "") or self.name

    def flag(self, name: str, otherwise: bool) -> bool:
        found = self.node.child(name)
        return found.words.strip().lower() in {"1", "true"} if found else otherwise

    def asked(self) -> tuple[str, str]:
        """The case and the prompt."""
        node = self.node.child("questiontext")
        if node is None or _is_ours(node):
            return parted(self.text(node))
        case, prompt, lost = parted_html(self.own(node))
        self.lose_elements(lost)
        return case, prompt

    def text(self, node: Node | None, *, marks: bool = True) -> str:
        """The text of an element, as we have texts; what cannot be shown here is told as lost."""
        if node is None:
            return ""
        own = self.own(node)
        if _is_ours(node):
            return own.strip()
        text, lost = from_html(own, marks=marks)
        self.lose_elements(lost)
        return text

    def words(self, node: Node) -> str:
        """What is shown as it is: a choice, or an answer."""
        return plain(self.text(node, marks=False))

    def own(self, node: Node) -> str:
        if node.child("file"):
            self.lose("element-lost", name="file")
        return (node.child("text") or node).words

    def lose_elements(self, names: set[str]) -> None:
        for each in sorted(names):
            self.lose("element-lost", name=each)

    def lose(self, code: str, **details: str) -> None:
        told = loss(code, self.place, **details)
        if told not in self.lost:
            self.lost.append(told)

    @property
    def general(self) -> str:
        return self.text(self.node.child("generalfeedback"))

    def answers(self) -> list[tuple[Node, float]]:
        return [(each, self.fraction(each)) for each in self.node.nodes if each.name == "answer"]

    def fraction(self, node: Node) -> float:
        try:
            return float(node.attributes.get("fraction", "0") or 0)
        except ValueError as fault:
            raise Refused(
                mistake("not-a-number", self.place, at="fraction", value=node.attributes["fraction"])
            ) from fault


def _is_ours(node: Node) -> bool:
    """Markdown or plain, rather than HTML, which is what a text is that says nothing of it."""
    return node.attributes.get("format", "") in {"markdown", "plain_text"}


def choosing(question: Question) -> Answered:
    single, general = question.flag("single", otherwise=True), question.general
    answers = question.answers()
    if len({fraction for _, fraction in answers if fraction > 0}) > 1:
        question.lose("weights-lost")
    best = max((fraction for _, fraction in answers), default=0)
    options = tuple(
        _option(question, node, (fraction == best if single else True) and fraction > 0, general)
        for node, fraction in answers
    )
    return {"kind": Kind.SINGLE if single else Kind.MULTIPLE, "options": options}


def _option(question: Question, node: Node, right: bool, general: str) -> DraftOption:
    why = question.text(node.child("feedback")) or (general if right else "")
    return DraftOption(question.words(node), right, why)


def true_false(question: Question) -> Answered:
    said: dict[bool, tuple[float, str]] = {}
    for node, fraction in question.answers():
        own = node.child("text") or node
        said[own.words.strip().lower() == "true"] = fraction, question.text(node.child("feedback"))
    if set(said) != {True, False}:
        raise Refused(mistake("not-true-and-false", question.place))
    true = said[True][0] > said[False][0]
    reasons = {side: why or (question.general if side is true else "") for side, (_, why) in said.items()}
    return {"kind": Kind.TRUE_FALSE, "true": true, "when_true": reasons[True], "when_false": reasons[False]}


def short_text(question: Question) -> Answered:
    answers = question.answers()
    if any(0 < fraction < 100 for _, fraction in answers):
        question.lose("half-right-lost")
    accepted = without_wildcards([question.words(node) for node, worth in answers if worth >= 100], question.place)
    why = question.general or next((text for node, _ in answers if (text := question.text(node.child("feedback")))), "")
    return {
        "kind": Kind.SHORT_TEXT,
        "accepted": accepted,
        "capitals_matter": question.flag("usecase", otherwise=False),
        "why": why,
    }


def matching(question: Question) -> Answered:
    pairs = [
        (question.words(node), plain(answer.words if (answer := node.child("answer")) else ""))
        for node in question.node.nodes
        if node.name == "subquestion"
    ]
    targets = list(dict.fromkeys(target for _, target in pairs))
    stems = tuple(DraftOption(stem, target=targets.index(target)) for stem, target in pairs if stem)
    if question.general:
        question.lose("feedback-lost")
    return {"kind": Kind.MATCH, "options": stems, "targets": tuple(map(DraftOption, targets))}


def ordering(question: Question) -> Answered:
    """Items stand in their right order; the fraction numbers them where it is given."""
    answers = sorted(question.answers(), key=lambda each: each[1])
    if question.general:
        question.lose("feedback-lost")
    return {"kind": Kind.ORDER, "options": tuple(_option(question, node, False, "") for node, _ in answers)}


KINDS: dict[str, Callable[[Question], Answered]] = {
    "multichoice": choosing,
    "truefalse": true_false,
    "shortanswer": short_text,
    "matching": matching,
    "ordering": ordering,
}
