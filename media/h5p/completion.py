"""When a content counts as done, by a rule that can be told and defended: `judge` says whether, and why or why not.

Four rules, one for each content: the score reaches a share; every part is answered; it is seen to the end; it is open for
some time. Types that report nothing can be done by the last two. What says `failed` never completes, and what a part says
of itself never completes the whole; a part can only stand for itself where all parts must be answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from media.h5p.parts import Parts
from media.h5p.statements import Said

ANSWERS = frozenset({"answered", "completed", "passed"})
ENDS = frozenset({"completed", "passed"})


class Need(StrEnum):
    """What a rule asks for."""

    SCORE = "score"
    ANSWERED = "answered"
    END = "end"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Rule:
    """`least` is a share of the score from 0 to 1, or seconds; the other two need none."""

    need: Need
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one attempt: every statement in order, how long it was open, whether its end was seen or heard.

    `graded` is the share of the score by our own marking, where the type lets us mark.
    """

    said: Sequence[Said] = ()
    seconds: int = 0
    seen_end: bool = False
    graded: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether it is complete, the code of the reason, and how far it is: `have` of `want`."""

    complete: bool
    reason: str
    have: float = 0.0
    want: float = 0.0


def judge(rule: Rule, parts: Parts, evidence: Evidence) -> Judgement:
    """Whether an attempt is complete by its content's rule. More evidence never takes back what was complete."""
    match rule.need:
        case Need.SCORE:
            return _by_score(rule.least, evidence)
        case Need.ANSWERED:
            return _by_answers(parts, evidence)
        case Need.END:
            return _by_end(parts, evidence)
        case Need.TIME:
            done = evidence.seconds >= rule.least
            return Judgement(done, "time-reached" if done else "time-short", evidence.seconds, rule.least)


def missing(parts: Parts, told: Sequence[Said]) -> frozenset[str]:
    """The questions that no statement of their own answers; of a pool none once as many as are asked are answered."""
    unanswered = parts.questions - {each.part for each in told if each.verb in ANSWERS}
    for pool in parts.pools:
        if len(pool.questions - unanswered) >= pool.asked:
            unanswered -= pool.questions
    return unanswered


def _by_score(least: float, evidence: Evidence) -> Judgement:
    """The best score that the content itself reported; where we marked the answers, ours and no other."""
    told = [
        each.share for each in evidence.said if not each.is_child and each.verb in ANSWERS and each.share is not None
    ]
    if not told:
        return Judgement(False, "no-score", 0.0, least)
    best = evidence.graded if evidence.graded is not None else max(told)
    return Judgement(best >= least, "score-reached" if best >= least else "score-short", best, least)


def _by_answers(parts: Parts, evidence: Evidence) -> Judgement:
    """Each question by a statement of its own; content that is one question, by what it says itself."""
    whole = any(not each.is_child and each.verb in ANSWERS for each in evidence.said)
    if not parts.questions:
        if not parts.is_question and not any(not each.is_child and each.verb == "answered" for each in evidence.said):
            return Judgement(False, "nothing-to-answer")
        return Judgement(whole, "all-answered" if whole else "not-answered", float(whole), 1.0)
    answered = parts.questions - missing(parts, evidence.said)
    all_asked = parts.questions.difference(*(each.questions for each in parts.pools))
    have = len(all_asked & answered) + sum(min(each.asked, len(each.questions & answered)) for each in parts.pools)
    want = len(all_asked) + sum(each.asked for each in parts.pools)
    return Judgement(have == want, "all-answered" if have == want else "parts-missing", have, want)


def _by_end(parts: Parts, evidence: Evidence) -> Judgement:
    """Content of several pages or ways says itself when its end is reached, or each chapter says so; of any other its end must have been seen or heard."""
    told = any(not each.is_child and each.verb in ENDS for each in evidence.said)
    if parts.pages:
        own = (each for each in evidence.said if not each.is_child and each.verb != "failed")
        furthest = max((each.point or 0.0 for each in own), default=0.0)
        chapters = parts.chapters & {each.part for each in evidence.said if each.verb in ENDS}
        have = max(furthest, len(chapters))
        done = told or have >= parts.pages
        return Judgement(done, "end-reached" if done else "end-not-reached", have, parts.pages)
    done = told or (evidence.seen_end and not parts.branches)
    return Judgement(done, "end-reached" if done else "end-not-reached", float(done), 1.0)
