"""Every kind of question after it is answered: why for every option, also for those that nobody chose."""

from __future__ import annotations

from django.utils.translation import gettext as _

from assessments.explaining.arranged import match_block, order_block
from assessments.explaining.lines import Block, Line, options_block
from assessments.explaining.written import clock_block, judgement_block, risk_sentence_block, short_text_block
from assessments.questions import Question, Response, arranging, choosing, judging, writing
from assessments.questions.clock import Clock, ClockGiven
from assessments.reading import said


def blocks_of(question: Question, given: Response) -> list[Block]:
    match question, given:
        case choosing.SingleChoice(), choosing.SingleChoiceGiven():
            return [options_block(question.prompt, question.options, [given.option])]
        case choosing.MultipleChoice(), choosing.MultipleChoiceGiven():
            return [options_block(question.prompt, question.options, given.options)]
        case choosing.TrueFalse(), choosing.TrueFalseGiven():
            return true_false_blocks(question, given)
        case judging.Vignette(), judging.VignetteGiven():
            return [
                options_block(question.prompt, question.options, [given.decision], question.panel),
                options_block(question.reasons.prompt, question.reasons.options, [given.reason]),
            ]
        case judging.Judgement(), judging.JudgementGiven():
            return [judgement_block(question, given)]
        case _:
            return blocks_arranged_or_written(question, given)


def blocks_arranged_or_written(question: Question, given: Response) -> list[Block]:
    match question, given:
        case arranging.Order(), arranging.OrderGiven():
            return [order_block(question, given.order)]
        case arranging.Timeline(), arranging.TimelineGiven():
            missing = question.missing
            asked = [options_block(missing.prompt, missing.options, given.missing)] if missing else []
            return [order_block(question, given.order), *asked]
        case arranging.Match(), arranging.MatchGiven():
            return [match_block(question, given)]
        case writing.ShortText(), writing.ShortTextGiven():
            return [short_text_block(question, given)]
        case writing.RiskSentence(), writing.RiskSentenceGiven():
            return [risk_sentence_block(question, given)]
        case Clock(), ClockGiven():
            return [clock_block(question, given)]
        case _:
            return []


def true_false_blocks(question: choosing.TrueFalse, given: choosing.TrueFalseGiven) -> list[Block]:
    whys = {True: (_("True"), question.when_true), False: (_("False"), question.when_false)}
    lines = [
        Line(text, given.true is value, question.true is value, why=why.why, sources=why.sources)
        for value, (text, why) in whys.items()
    ]
    found = [Block(said(question.prompt), lines, one_best=True)]
    if question.reasons:
        found.append(options_block(question.reasons.prompt, question.reasons.options, [given.reason]))
    return found
