"""What every figure of the debrief counts, in the reader's language: the page that each of them leads to.

The same as docs/measures.md, shorter and for those at the table; a test holds the two together by their names. The choice
of these figures is Diogel's own and has not been validated, which the page says.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure: what it is called, what it counts, and what it is not. `names` are the measures it stands for."""

    title: str | Promise
    counts: str | Promise
    is_not: str | Promise
    names: tuple[str, ...] = ()


DEFINITIONS: dict[str, Definition] = {
    "pool_rate": Definition(
        _("Pool rate"),
        _(
            "Of the things that the scenario’s author marked as critical, how many were said before anybody gave a view on a child they are about. Where nobody can know whether something was said, the figure is a range."
        ),
        _("It does not tell how well something was said, by whom, or whether it was understood."),
        ("pool_rate", "pool_rate_at_most"),
    ),
    "shared": Definition(
        _("Said, said late, not said, not known"),
        _(
            "Said: at the table, before the first view on a child it is about. Late: after it. Not said is told only where it can be known: in writing, or where everybody who held it says so. Anything else is not known."
        ),
        _(
            "Late is no fault: a thing may only have come in then. What a script said is on the table and counts as nobody’s."
        ),
        ("shared", "late", "never_shared", "not_known", "said_by_scripts", "late_rate", "late_rate_at_most"),
    ),
    "use_rate": Definition(
        _("Use rate"),
        _("Of the critical things that were said, in time or late, on how many the reason of at least one view rests."),
        _("It does not tell whether the reason was sound. A view may weigh something without naming its passage."),
        ("use_rate", "use_rate_at_most"),
    ),
    "breaches": Definition(
        _("Said before those it was withheld from"),
        _(
            "Things that the scenario keeps from somebody and that were said while one of those was there to hear, or somebody unseen was beside a listener."
        ),
        _("It is no breach of law. Whether it might be said there is for the debrief."),
        ("breaches", "breaches_not_known"),
    ),
    "voices": Definition(
        _("The children’s own words"),
        _(
            "For each thing that a child said: whether it was said at the table, in time or late, and in which languages."
        ),
        _("It is no judgement of the interpreter."),
        ("voices",),
    ),
    "concerns": Definition(
        _("How worried people were"),
        _(
            "The levels of worry, 0 to 10, that people on practitioners’ seats gave before anybody spoke, and how many of them rose, fell or stayed. Levels of fewer than three people are not shown."
        ),
        _("The scale has not been tested, and a change is not an improvement."),
        ("concerns",),
    ),
    "pitfalls": Definition(
        _("Where tables go wrong"),
        _(
            "Pitfalls that the scenario’s author names with a condition, and that were found when the meeting was over. Where one happened is the moment from which its condition shows; what was left out has no moment."
        ),
        _("Those without a condition are for the group to say."),
        ("pitfalls", "pitfalls_not_known"),
    ),
    "decisions": Definition(
        _("Decisions and dissent"),
        _(
            "What was decided for each child, for whom nothing was, how many dissents were recorded, and how many of them were answered."
        ),
        _("Dissent is nobody’s fault: to record it is good practice."),
        ("decisions", "undecided", "dissents", "dissents_settled"),
    ),
    "risks_without_safety": Definition(
        _("Risks that no safety action answers"),
        _(
            "Things of the kind “risk” that are on the table, about a child for whom no action of the kind “safety” stands in the plan; and how many actions of each kind there are."
        ),
        _(
            "What an action says in words is not read, so it does not tell whether an action fits the risk, or will work."
        ),
        ("plan", "risks_without_safety", "risks_without_safety_not_known"),
    ),
    "reviewed": Definition(
        _("Looking back on a plan"),
        _(
            "Of the earlier plan’s actions, of how many it was said what became of them, and of how many with evidence that had been said at the table."
        ),
        _("It does not tell whether the actions did any good."),
        ("reviewed",),
    ),
    "times": Definition(
        _("How long each part took"),
        _("The conference’s own clock: pauses and lost connections do not count. Also whether the chair adjourned."),
        _("Adjourning is no failing."),
        ("times", "adjourned"),
    ),
    "turns": Definition(
        _("Speaking turns"),
        _(
            "How many turns people on practitioners’ seats had, how long they lasted in all, the longest, and the largest share of one seat. Only where people talk in the room’s own audio, and a turn lasts as long as somebody has the floor."
        ),
        _("Whose share it was is told to nobody. It is no measure of what was worth hearing."),
        ("turns",),
    ),
    "speaking": Definition(
        _("Contributions typed at the table"),
        _(
            "How many messages people on practitioners’ seats typed, how many of them typed none, and the largest share of one seat. Only where people type."
        ),
        _("Whose share it was is told to nobody but that person. It is no measure of what was worth hearing."),
        ("speaking",),
    ),
    "confidence": Definition(
        _("How sure people are"),
        _(
            "The same few statements before the conference, after it, and two weeks later, each on a scale of five. Everybody may leave out any of them. Shown only from five people on, and only as how many chose what."
        ),
        _("People say how sure they feel, not how able they are. The statements have not been validated."),
    ),
    "reactions": Definition(
        _("What people made of it"),
        _(
            "The short form at the end: how useful it was, what helped, what to change, and whether the language was as wanted. Shown from five answers on, in no order."
        ),
        _("No name is kept with an answer."),
    ),
}
