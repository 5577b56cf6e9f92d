"""Loads assessments/content: a changed file makes a new version of its paper, and attempts keep the one they were taken on."""

from __future__ import annotations

from pathlib import Path

import msgspec
from django.db import transaction

from assessments.content_format import PaperFile, QuestionFile
from assessments.models import Paper, Question
from assessments.texts import Option, PaperTexts, Vignette
from media.content import ContentError, ContentFile, content_files, read

FOLDER = Path(__file__).parent / "content"


def load(folder: Path = FOLDER) -> str:
    """Load what is new or changed. Returns one line for whoever watches, empty when there was nothing to do.

    Raises ContentError, before anything is written, naming the file and the key.
    """
    known = set(Paper.objects.filter(current=True).values_list("digest", flat=True))
    waiting = [file for file in content_files(folder) if file.digest not in known]
    papers = [(file, checked(file)) for file in waiting]
    with transaction.atomic():
        for file, paper in papers:
            put(file, paper)
    return f"{len(papers)} loaded" if papers else ""


def checked(file: ContentFile) -> PaperFile:
    """The paper in a file. Raises ContentError where its parts do not fit each other."""
    paper = read(file, PaperFile)
    if paper.pass_mark > len(paper.questions):
        raise ContentError(
            file.path, "pass_mark", f"is {paper.pass_mark}, but there are {len(paper.questions)} questions."
        )
    seen: set[str] = set()
    for place, question in enumerate(paper.questions):
        check_question(file, f"questions[{place}]", question, seen)
    return paper


def check_question(file: ContentFile, key: str, question: QuestionFile, seen: set[str]) -> None:
    lists = {f"{key}.options": question.options, f"{key}.reasons.options": question.reasons.options}
    for where, options in lists.items():
        if sum(option.right for option in options) != 1:
            raise ContentError(file.path, where, "exactly one has to be `right: true`.")
        check_ids(file, where, options, seen)
    if str(question.id) in seen:
        raise ContentError(file.path, f"{key}.id", "this UUID stands twice. Give one of the two a new one.")
    seen.add(str(question.id))


def check_ids(file: ContentFile, where: str, options: list[Option], seen: set[str]) -> None:
    for option in options:
        if option.id in seen:
            raise ContentError(file.path, where, f"the UUID {option.id} stands twice. Give one of the two a new one.")
        seen.add(option.id)


def put(file: ContentFile, contents: PaperFile) -> Paper:
    """Store the next version of a paper; the one before stays for those who took it."""
    before = Paper.objects.filter(key=contents.uuid).order_by("-version").first()
    Paper.objects.filter(key=contents.uuid, current=True).update(current=False)
    paper = Paper.objects.create(
        key=contents.uuid,
        version=before.version + 1 if before else 1,
        slug=contents.slug,
        texts=msgspec.to_builtins(texts_of(contents)),
        pass_mark=contents.pass_mark,
        tries=contents.tries,
        minutes=contents.minutes,
        digest=file.digest,
    )
    Question.objects.bulk_create(
        Question(paper=paper, key=question.id, position=position, content=msgspec.to_builtins(vignette_of(question)))
        for position, question in enumerate(contents.questions, start=1)
    )
    return paper


def texts_of(contents: PaperFile) -> PaperTexts:
    return PaperTexts(
        title=contents.title,
        lead=contents.lead,
        content_note=contents.content_note,
        counts_for=contents.counts_for,
        counts_not=contents.counts_not,
        awaits_translator=contents.welsh == "awaiting-translator",
    )


def vignette_of(question: QuestionFile) -> Vignette:
    return Vignette(question.case, question.prompt, question.options, question.reasons)
