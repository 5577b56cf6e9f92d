"""A paper that an editor writes: what it says, which questions it asks always, and which it draws. Kept, it is the next version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal
from uuid import uuid4

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _
from msgspec import Meta, Struct

from assessments.editing.entries import Remarks
from assessments.editing.telling import checked
from assessments.marking import mark
from assessments.models import BankQuestion, Paper, PaperQuestion, QuestionVersion
from assessments.questions import nothing_given
from assessments.questions.completeness import empty_texts
from assessments.questions.texts import Bilingual, Slug
from assessments.texts import Draw, PaperTexts
from people.models import User

TEXTS = ("title", "lead", "content_note", "counts_for", "counts_not")
NUMBERS = (
    *("slug", "purpose", "pass_mark", "tries", "minutes", "shuffled", "wait_hours", "limit_minutes"),
    "follows_weeks",
)
TAKEN = {
    "practice",
    "reminders",
    "marking",
    "studying",
    "more-time",
    "attempts",
}  # what else stands under /assessments/
Share = Annotated[float, Meta(ge=0, le=1)]


class Ask(Struct, forbid_unknown_fields=True, frozen=True):
    question: Annotated[int, Meta(ge=1)]


class PaperDraft(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    slug: Slug
    title: Bilingual
    lead: Bilingual
    content_note: Bilingual
    counts_for: Bilingual
    counts_not: Bilingual
    welsh: Literal["awaiting-translator", "reviewed"]
    purpose: Literal["closing", "practice", "before", "later"]
    asks: Annotated[list[Ask], Meta(max_length=60)] = []
    draws: Annotated[list[Draw], Meta(max_length=30)] = []
    shuffled: bool = False
    pass_mark: Annotated[int, Meta(ge=1, le=60)]
    outcome_marks: Annotated[dict[Slug, Share], Meta(max_length=30)] = {}
    tries: Annotated[int, Meta(ge=1, le=100)]
    wait_hours: Annotated[int, Meta(ge=0, le=720)] = 0
    limit_minutes: Annotated[int, Meta(ge=5, le=600)] | None = None
    minutes: Annotated[int, Meta(ge=1, le=240)]
    follows: Slug | Literal[""] = ""
    follows_weeks: Annotated[int, Meta(ge=1, le=52)] = 8


def read_draft(stored: Any) -> PaperDraft:
    return msgspec.convert(stored, PaperDraft)


def draft_of(paper: Paper) -> dict[str, Any]:
    """A paper as its form shows it."""
    asks = [{"question": place.version.question_id} for place in paper.places.select_related("version")]
    welsh = "awaiting-translator" if paper.words.awaits_translator else "reviewed"
    texts = {name: paper.texts[name] for name in TEXTS}
    numbers = {name: getattr(paper, name) for name in NUMBERS}
    return {
        **texts,
        **numbers,
        "welsh": welsh,
        "asks": asks,
        "draws": paper.draws,
        "outcome_marks": paper.outcome_marks,
        "follows": followed_by(paper),
    }


def followed_by(paper: Paper) -> str:
    """The short name of the paper after which this one falls due."""
    followed = Paper.objects.filter(key=paper.follows, current=True).first() if paper.follows else None
    return followed.slug if followed else ""


def followed(draft: PaperDraft) -> Paper | None:
    return Paper.objects.filter(slug=draft.follows, current=True).first() if draft.follows else None


def draft_from(stored: dict[str, Any], paper: Paper | None) -> tuple[PaperDraft | None, Remarks]:
    """The draft, where it can be kept; and what is to be said of it either way."""
    draft, remarks = checked(read_draft, stored)
    if draft is None:
        return None, remarks
    errors: dict[str, list[str]] = {}
    for at, words in faults(draft, paper):
        errors.setdefault(at, []).append(words)
    return (None if errors else draft), Remarks(errors)


def faults(draft: PaperDraft, paper: Paper | None) -> Iterator[tuple[str, str]]:
    for at in empty_texts(draft, ""):
        yield at.lstrip(".").partition("[")[0], _("Write this in both languages.")
    others = Paper.objects.filter(slug=draft.slug, current=True)
    if (others.exclude(key=paper.key) if paper else others).exists():
        yield "slug", _("Another paper has this short name. Choose another one.")
    if draft.slug in TAKEN:
        yield "slug", _("This short name is the address of something else here. Choose another one.")
    yield from follow_faults(draft)
    yield from question_faults(draft)
    yield from outcome_faults(draft)
    points = sure_points(draft)
    if draft.pass_mark > points:
        yield "pass_mark", _("There are fewer points to be had: %(points)s.") % {"points": points}


def follow_faults(draft: PaperDraft) -> Iterator[tuple[str, str]]:
    later = draft.purpose == "later"
    if later and not draft.follows:
        yield "follows", _("Write the short name of the paper after which this one falls due.")
    elif draft.follows and not later:
        yield "follows", _("Only a paper for some weeks afterwards follows another. Empty this, or choose that above.")
    elif draft.follows == draft.slug:
        yield "follows", _("A paper does not follow itself. Write the short name of another one.")
    elif draft.follows and followed(draft) is None:
        yield "follows", _("No paper has this short name. Look in the list of papers.")


def question_faults(draft: PaperDraft) -> Iterator[tuple[str, str]]:
    known = asked_versions(draft)
    for place, each in enumerate(draft.asks):
        if each.question not in known:
            yield (
                f"asks.{place}.question",
                _("No question that is whole has this number. Look in the list of questions."),
            )
    for place, draw in enumerate(draft.draws):
        there = drawable(draw).count()
        if there < draw.count:
            yield f"draws.{place}.count", _("There are fewer questions like this: %(count)s.") % {"count": there}


def outcome_faults(draft: PaperDraft) -> Iterator[tuple[str, str]]:
    """A share asked for of an outcome that no question shows would be asked of nobody."""
    asked = [*asked_versions(draft).values(), *(version for draw in draft.draws for version in drawable(draw))]
    shown = {version.outcome for version in asked if gives_a_point(version)}
    for outcome in draft.outcome_marks:
        if outcome not in shown:
            yield (
                "outcome_marks",
                _("No question of this paper shows this outcome: %(outcome)s.") % {"outcome": outcome},
            )


def asked_versions(draft: PaperDraft) -> dict[int, QuestionVersion]:
    """By the question's number, the newest version of each that may be asked."""
    wanted = [each.question for each in draft.asks]
    found = BankQuestion.objects.filter(pk__in=wanted, archived=False, current__whole=True).select_related("current")
    return {question.pk: question.current for question in found if question.current}


def drawable(draw: Draw) -> Any:
    found = QuestionVersion.objects.filter(
        current_of__isnull=False, question__bank__slug=draw.bank, question__archived=False, whole=True
    )
    return found.filter(outcome=draw.outcome) if draw.outcome else found


def sure_points(draft: PaperDraft) -> int:
    """How many points there are, however the draws fall."""
    asked = sum(gives_a_point(version) for version in asked_versions(draft).values())
    return asked + sum(max(0, draw.count - without_points(draw)) for draw in draft.draws)


def without_points(draw: Draw) -> int:
    return sum(not gives_a_point(version) for version in drawable(draw))


def gives_a_point(version: QuestionVersion) -> bool:
    return mark(version.asked, nothing_given(version.asked)).counts


@transaction.atomic
def keep(draft: PaperDraft, paper: Paper | None, by: User) -> Paper:
    """The next version; the one before stays for those who took it."""
    key = paper.key if paper else uuid4()
    before = Paper.objects.filter(key=key).order_by("-version").first()
    Paper.objects.filter(key=key, current=True).update(current=False)
    texts = PaperTexts(
        **{name: getattr(draft, name) for name in TEXTS}, awaits_translator=draft.welsh == "awaiting-translator"
    )
    followed_paper = followed(draft)
    kept = Paper.objects.create(
        key=key,
        follows=followed_paper.key if followed_paper else None,
        version=before.version + 1 if before else 1,
        texts=msgspec.to_builtins(texts),
        draws=msgspec.to_builtins(draft.draws),
        outcome_marks=dict(draft.outcome_marks),
        made_by=by,
        **{name: getattr(draft, name) for name in NUMBERS},
    )
    known = asked_versions(draft)
    PaperQuestion.objects.bulk_create(
        PaperQuestion(paper=kept, version=known[each.question], position=position)
        for position, each in enumerate(draft.asks, start=1)
    )
    return kept
