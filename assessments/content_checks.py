"""What the types of a bank's or a paper's file cannot say: its parts have to fit each other. Each fault names its key."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from assessments.content_format import BankFile, Entries, OutcomeFile, PaperFile, WrittenQuestion, written_question
from assessments.marking import mark
from assessments.questions import nothing_given
from assessments.questions.completeness import Fault, faults, gaps
from assessments.questions.texts import Bilingual
from assessments.texts import Draw
from media.content import ContentError, ContentFile, read

ReadBank = tuple[BankFile, list[WrittenQuestion]]
Known = dict[str, list[WrittenQuestion]]  # by the bank's short name


def checked_bank(file: ContentFile) -> ReadBank:
    """The bank in a file with its questions. Raises ContentError."""
    bank = read(file, BankFile)
    return bank, checked_questions(file, bank.questions, bank.outcomes)


def checked_paper(file: ContentFile, banks: Iterable[ReadBank]) -> tuple[PaperFile, list[WrittenQuestion]]:
    """The paper in a file with its own questions; what it draws has to stand in one of the banks. Raises ContentError."""
    paper = read(file, PaperFile)
    questions = checked_questions(file, paper.questions, paper.outcomes)
    check_texts(file, paper)
    known = {bank.slug: in_bank for bank, in_bank in banks}
    check_draws(file, paper, known)
    check_outcome_marks(file, paper, [*questions, *(each for draw in paper.draws for each in offered(draw, known))])
    counting = sum(counts(question) for question in questions) + sum(sure_to_count(draw, known) for draw in paper.draws)
    if not counting:
        raise ContentError(file.path, "questions", "are none. Write some, or draw some from a bank (`draws`).")
    if paper.pass_mark > counting:
        raise ContentError(file.path, "pass_mark", f"is {paper.pass_mark}, but there are {counting} questions.")
    return paper, questions


def counts(question: WrittenQuestion) -> bool:
    return mark(question.asked, nothing_given(question.asked)).counts


def checked_questions(file: ContentFile, entries: Entries, outcomes: list[OutcomeFile]) -> list[WrittenQuestion]:
    known, seen, found = {"", *(outcome.slug for outcome in outcomes)}, set(), []
    for place, entry in enumerate(entries):
        key = f"questions[{place}]"
        question = read_entry(file, key, entry)
        check_question(file, key, question)
        if question.key in seen:
            raise ContentError(file.path, f"{key}.id", "this UUID stands twice. Give one of the two a new one.")
        if question.outcome not in known:
            raise ContentError(file.path, f"{key}.outcome", f"“{question.outcome}” is not among the file's `outcomes`.")
        seen.add(question.key)
        found.append(question)
    return found


def read_entry(file: ContentFile, key: str, entry: dict[str, object]) -> WrittenQuestion:
    try:
        return written_question(entry)
    except msgspec.ValidationError as fault:
        words, _, inside = str(fault).partition(" - at `$")
        raise ContentError(file.path, f"{key}{inside.strip('`')}", words) from fault


def check_question(file: ContentFile, key: str, question: WrittenQuestion) -> None:
    wrong: list[Fault] = faults(question.asked)
    if wrong:
        raise ContentError(file.path, f"{key}.{wrong[0].at}", f"{wrong[0].wrong}.")
    if waiting := gaps(question.asked):
        raise ContentError(file.path, f"{key}.{waiting[0]}", "is empty. Write it; both languages stand side by side.")


def check_texts(file: ContentFile, paper: PaperFile) -> None:
    for name in ("title", "lead", "content_note", "counts_for", "counts_not"):
        text: Bilingual = getattr(paper, name)
        if not (text.en.strip() and text.cy.strip()):
            raise ContentError(file.path, name, "is empty in one language. Both stand side by side.")


def check_draws(file: ContentFile, paper: PaperFile, banks: Known) -> None:
    for place, draw in enumerate(paper.draws):
        key = f"draws[{place}]"
        if draw.bank not in banks:
            raise ContentError(file.path, f"{key}.bank", f"there is no bank “{draw.bank}” in `banks/`.")
        there = len(offered(draw, banks))
        if there < draw.count:
            raise ContentError(file.path, f"{key}.count", f"is {draw.count}, but there are {there} such questions.")


def check_outcome_marks(file: ContentFile, paper: PaperFile, asked: Iterable[WrittenQuestion]) -> None:
    """A share asked for of an outcome that no question shows would be asked of nobody."""
    shown = {question.outcome for question in asked if counts(question)}
    for outcome in paper.outcome_marks:
        if outcome not in shown:
            raise ContentError(file.path, f"outcome_marks.{outcome}", "no question that counts shows this outcome.")


def offered(draw: Draw, banks: Known) -> list[WrittenQuestion]:
    return [question for question in banks[draw.bank] if draw.outcome in (None, question.outcome)]


def sure_to_count(draw: Draw, banks: Known) -> int:
    """How many of those drawn give points, however they fall."""
    without = sum(not counts(question) for question in offered(draw, banks))
    return max(0, draw.count - without)
