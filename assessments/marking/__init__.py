"""How answers are marked: pure rules, so that a mark can be worked out again from the answers, by anybody, at any time.

The order in which options were shown never matters, an answer of another kind earns nothing, and how sure somebody was is
never marked.
"""

from __future__ import annotations

from assessments.marking.arrangements import match as matched
from assessments.marking.arrangements import order, timeline
from assessments.marking.choices import judgement, multiple_choice, single_choice, true_false, vignette
from assessments.marking.marks import NOTHING, Mark, MarkedQuestion, PassRule, Points, Result
from assessments.marking.words import by_rubric, clock, risk_sentence, short_text
from assessments.questions import Question, Response, arranging, choosing, judging, writing
from assessments.questions import clock as clocks

__all__ = ["Mark", "MarkedQuestion", "PassRule", "Points", "Result", "by_rubric", "mark"]


def mark(question: Question, response: Response) -> Mark:
    match question, response:
        case choosing.SingleChoice(), choosing.SingleChoiceGiven():
            return single_choice(question, response)
        case choosing.MultipleChoice(), choosing.MultipleChoiceGiven():
            return multiple_choice(question, response)
        case choosing.TrueFalse(), choosing.TrueFalseGiven():
            return true_false(question, response)
        case judging.Vignette(), judging.VignetteGiven():
            return vignette(question, response)
        case judging.Judgement(), judging.JudgementGiven():
            return judgement(question, response)
        case _:
            return mark_arranged_or_written(question, response)


def mark_arranged_or_written(question: Question, response: Response) -> Mark:
    match question, response:
        case arranging.Order(), arranging.OrderGiven():
            return order(question, response)
        case arranging.Timeline(), arranging.TimelineGiven():
            return timeline(question, response)
        case arranging.Match(), arranging.MatchGiven():
            return matched(question, response)
        case writing.ShortText(), writing.ShortTextGiven():
            return short_text(question, response)
        case writing.RiskSentence(), writing.RiskSentenceGiven():
            return risk_sentence(question, response)
        case clocks.Clock(), clocks.ClockGiven():
            return clock(question, response)
        case _:
            return NOTHING
