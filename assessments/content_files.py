"""Loads assessments/content: a changed file makes new versions, and attempts keep those they were taken on.

A file under `banks/` is a bank; every other is a paper. A paper's own questions are kept in a bank of its own.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from django.db import transaction

from assessments.content_checks import checked_bank, checked_paper
from assessments.content_format import BankFile, PaperFile, WrittenQuestion
from assessments.models import Bank, Paper, PaperQuestion
from assessments.texts import PaperTexts
from assessments.versions import put_bank, put_questions
from media.content import ContentFile, content_files

FOLDER = Path(__file__).parent / "content"


def load(folder: Path = FOLDER) -> str:
    """Load what is new or changed. Returns one line for whoever watches, empty when there was nothing to do.

    Raises ContentError, before anything is written, naming the file and the key.
    """
    known = {
        *Paper.objects.filter(current=True).values_list("digest", flat=True),
        *Bank.objects.values_list("digest", flat=True),
    }
    files = list(content_files(folder))
    waiting = [file for file in files if file.digest not in known]
    banks = [(file, *checked_bank(file)) for file in waiting if is_bank(file)]
    offered = [bank for file in files if is_bank(file) for bank in [checked_bank(file)]]
    papers = [(file, *checked_paper(file, offered)) for file in waiting if not is_bank(file)]
    with transaction.atomic():
        for file, bank, questions in banks:
            load_bank(file, bank, questions)
        for file, paper, questions in papers:
            put(file, paper, questions)
    return f"{len(waiting)} loaded" if waiting else ""


def is_bank(file: ContentFile) -> bool:
    return file.name.startswith("banks/")


def load_bank(file: ContentFile, contents: BankFile, questions: list[WrittenQuestion]) -> None:
    bank = put_bank(contents.uuid, contents.slug, contents.title, file.digest, contents.outcomes)
    put_questions(bank, questions, contents.welsh)


def put(file: ContentFile, contents: PaperFile, questions: list[WrittenQuestion]) -> Paper:
    """Store the next version of a paper; the one before stays for those who took it."""
    before = Paper.objects.filter(key=contents.uuid).order_by("-version").first()
    Paper.objects.filter(key=contents.uuid, current=True).update(current=False)
    same = (
        "slug",
        "purpose",
        "pass_mark",
        "tries",
        "minutes",
        "shuffled",
        "wait_hours",
        "limit_minutes",
        "follows",
        "follows_weeks",
    )
    paper = Paper.objects.create(
        key=contents.uuid,
        version=before.version + 1 if before else 1,
        texts=msgspec.to_builtins(texts_of(contents)),
        draws=msgspec.to_builtins(contents.draws),
        outcome_marks=dict(contents.outcome_marks),
        digest=file.digest,
        **{name: getattr(contents, name) for name in same},
    )
    put_own_questions(paper, contents, questions)
    return paper


def put_own_questions(paper: Paper, contents: PaperFile, questions: list[WrittenQuestion]) -> None:
    if not questions:
        return
    bank = put_bank(contents.uuid, contents.slug, contents.title, "", contents.outcomes)
    versions = put_questions(bank, questions, contents.welsh)
    PaperQuestion.objects.bulk_create(
        PaperQuestion(paper=paper, version=version, position=position)
        for position, version in enumerate(versions, start=1)
    )


def texts_of(contents: PaperFile) -> PaperTexts:
    return PaperTexts(
        title=contents.title,
        lead=contents.lead,
        content_note=contents.content_note,
        counts_for=contents.counts_for,
        counts_not=contents.counts_not,
        awaits_translator=contents.welsh == "awaiting-translator",
    )
