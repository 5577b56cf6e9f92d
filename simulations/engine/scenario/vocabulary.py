"""The closed lists of the scenario format: every word a file may use where it is not free to choose.

Each list is an enumeration whose values are the words as written in a file. The members compare equal
to those words, so `seat.part == "chair"` holds, and a reader can offer the nearest word to a misspelt one.
"""

from enum import StrEnum
from functools import cache


@cache
def words_of(closed_list: type[StrEnum]) -> frozenset[str]:
    """The words of a closed list."""
    return frozenset(word.value for word in closed_list)


class Language(StrEnum):
    """A language a text may be written in."""

    CY = "cy"
    EN = "en"


class Meeting(StrEnum):
    """Which meeting the scenario plays."""

    INITIAL = "initial"
    REVIEW = "review"
    TRANSFER_IN = "transfer-in"
    CORE_GROUP = "core-group"
    STRATEGY = "strategy"


class TrainingGroup(StrEnum):
    """A group of the national safeguarding training standards."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Sector(StrEnum):
    """The kind of agency a seat speaks for; the agencies themselves are an organisation's data."""

    POLICE = "police"
    HEALTH = "health"
    EDUCATION = "education"
    CHILDRENS_SERVICES = "childrens-services"
    HOUSING = "housing"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth-justice"
    ADULT_SERVICES = "adult-services"
    THIRD_SECTOR = "third-sector"
    FAMILY = "family"


class Sex(StrEnum):
    """What a genogram draws as a circle or a square; where a file does not say it, a diamond."""

    FEMALE = "female"
    MALE = "male"


class Part(StrEnum):
    """What a seat is there for; it carries the rules of the meeting, so no scenario repeats them."""

    CHAIR = "chair"
    SOCIAL_WORKER = "social-worker"
    PRACTITIONER = "practitioner"
    RECORD_TAKER = "record-taker"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"
    FAMILY = "family"
    CHILD = "child"
    SUPPORTER = "supporter"

    @property
    def gives_view(self) -> bool:
        """Whether this part gives a view on registration: practitioners and the social worker do."""
        return self in (Part.PRACTITIONER, Part.SOCIAL_WORKER)

    @property
    def is_family(self) -> bool:
        """Whether this seat is on the family's side of the table, and so never measured."""
        return self in (Part.FAMILY, Part.CHILD, Part.SUPPORTER)


PRACTITIONERS = frozenset({Part.CHAIR, Part.SOCIAL_WORKER, Part.PRACTITIONER, Part.ADVOCATE})
"""The parts that ask, call, present and plan."""


class Attendance(StrEnum):
    """How a seat is there: `report-only` is absent, with its papers, and may be called."""

    ROOM = "room"
    REMOTE = "remote"
    REPORT_ONLY = "report-only"


class Player(StrEnum):
    """Who may play a seat."""

    LEARNER = "learner"
    TRAINER = "trainer"
    ACTOR = "actor"
    SCRIPT = "script"
    STATEMENT = "statement"


class FactKind(StrEnum):
    """What a fact says of a child's life; `voice` is the child's own words."""

    RISK = "risk"
    STRENGTH = "strength"
    VOICE = "voice"
    CONTEXT = "context"


class Ground(StrEnum):
    """Why something may be kept from somebody in the room, or a part of the meeting closed to them."""

    LIVE_INVESTIGATION = "live-investigation"
    THIRD_PARTY = "third-party"
    RISK_OF_HARM = "risk-of-harm"
    CONFIDENCE = "confidence"


class Agenda(StrEnum):
    """What a phase is for; it decides what may be done in it."""

    PREBRIEF = "prebrief"
    CHAIR_PREPARES = "chair-prepares"
    READING = "reading"
    OPENING = "opening"
    REPORTS = "reports"
    PLAN_PROGRESS = "plan-progress"
    CHANGES_SINCE = "changes-since"
    FAMILY_VIEWS = "family-views"
    CHILDS_DAY = "childs-day"
    ANALYSIS = "analysis"
    CHAIR_SUMS_UP = "chair-sums-up"
    DECISION = "decision"
    PLAN = "plan"
    CLOSE = "close"
    AFTER = "after"
    BREAK = "break"
    LEAVING_ROLE = "leaving-role"
    DEBRIEF = "debrief"


AT_THE_TABLE = frozenset({
    Agenda.OPENING, Agenda.REPORTS, Agenda.PLAN_PROGRESS, Agenda.CHANGES_SINCE, Agenda.FAMILY_VIEWS, Agenda.CHILDS_DAY,
    Agenda.ANALYSIS, Agenda.CHAIR_SUMS_UP, Agenda.DECISION, Agenda.PLAN, Agenda.CLOSE, Agenda.AFTER,
})  # fmt: skip
"""The agenda's points at which the conference itself is held: sharing, asking and the floor belong to them."""

PLANNING = frozenset({Agenda.PLAN, Agenda.CLOSE})
"""The points of the agenda at which the plan is made."""

ADJOURNABLE = AT_THE_TABLE - {Agenda.AFTER}
"""The points of the agenda at which the meeting can still be adjourned: while its tasks are done it is over."""

FINISHING = frozenset({Agenda.CLOSE, Agenda.AFTER})
"""The points of the agenda at which the decision is explained and the record goes out."""

OUT_OF_ROLE = frozenset({Agenda.LEAVING_ROLE, Agenda.DEBRIEF})
"""The points of the agenda at which the meeting is over and people are themselves again."""


class FloorRule(StrEnum):
    """Who may speak in a phase: whom the chair asks, each in turn, or anybody."""

    CHAIR = "chair"
    ROUND = "round"
    OPEN = "open"


class DecisionScope(StrEnum):
    """What a decision is taken for."""

    EACH_CHILD = "each-child"


class Category(StrEnum):
    """A category of abuse under which a child's name may be placed on the register."""

    PHYSICAL = "physical"
    EMOTIONAL_PSYCHOLOGICAL = "emotional-psychological"
    SEXUAL = "sexual"
    FINANCIAL = "financial"
    NEGLECT = "neglect"


class FirstAnswer(StrEnum):
    """A question put to the table before views are taken."""

    CHILDS_DAY = "childs-day"
    ADULTS_ELSEWHERE = "adults-elsewhere"
    CHILD_SEEN = "child-seen"


class InterimSafety(StrEnum):
    """Whether safety until the plan begins must be agreed."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class PlanQuestion(StrEnum):
    """What a plan's form asks of each action."""

    RISK = "risk"
    ACTION = "action"
    OWNER = "owner"
    BY = "by"
    IF_NOT = "if_not"


class PlanKind(StrEnum):
    """Whether an action keeps a child safe or supports the family."""

    SAFETY = "safety"
    SUPPORT = "support"


class AfterTaskKind(StrEnum):
    """A short task between the conference and the debrief."""

    EXPLAIN = "explain"
    CIRCULATE = "circulate"
    DISSENT = "dissent"


ON_THE_REGISTER = frozenset({"registered", "remain"})
"""The options of a decision after which a child's name is on the register, so that categories are asked for."""
