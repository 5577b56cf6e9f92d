"""Reads: which papers have answers to study, and everybody's first finished attempt at one as a sheet without a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.utils import timezone

from assessments.models import Answer, Attempt, Paper, QuestionVersion
from assessments.selectors import mark_of
from assessments.statistics import Item, PaperFigures, Sheet, describe
from assessments.studying.offered import chosen, item_of
from people.models import Membership

MOST_PEOPLE = 2_000  # the newest: marking each answer anew takes time, and older ones say less of the paper as it is


@dataclass(frozen=True)
class Study:
    """A paper's figures with the versions of questions that they are of, in the same order."""

    paper: Paper
    versions: list[QuestionVersion]
    figures: PaperFigures


def papers_to_study() -> QuerySet[Paper]:
    """Each current paper, with how many people have finished it in any of its versions."""
    return Paper.objects.filter(current=True).order_by("slug")


def people_by_paper() -> dict[UUID, int]:
    """How many people have finished a paper, by its key. One query."""
    finished = Attempt.objects.filter(finished_at__isnull=False).values("paper__key")
    return {row["paper__key"]: row["people"] for row in finished.annotate(people=Count("person", distinct=True))}


def study_of(paper: Paper) -> Study:
    attempts = first_attempts(paper)
    answers = _answers(attempts)
    versions = _versions({answer.version_id for asked in answers.values() for answer in asked})
    sheets = [
        _sheet(answers.get(attempt.pk, []), versions, _sector(attempt, posts))
        for attempt, posts in _with_posts(attempts)
    ]
    return Study(paper, versions, describe(sheets, _items(versions)))


def first_attempts(paper: Paper) -> list[Attempt]:
    """Everybody's first finished attempt at any version of a paper: later ones are by people who have read the answers."""
    of_paper = Attempt.objects.filter(paper__key=paper.key, finished_at__isnull=False)
    first = of_paper.values("person").annotate(first=Min("number"))
    numbers = dict(first.values_list("person", "first"))
    newest = of_paper.filter(number__in=set(numbers.values())).order_by("-finished_at")
    return [each for each in newest if numbers[each.person_id] == each.number][:MOST_PEOPLE]


def _answers(attempts: Iterable[Attempt]) -> dict[int, list[Answer]]:
    """By attempt."""
    found: dict[int, list[Answer]] = {}
    wanted = Answer.objects.filter(attempt__in=[each.pk for each in attempts])
    for answer in wanted.select_related("version").prefetch_related("rulings"):
        found.setdefault(answer.attempt_id, []).append(answer)
    return found


def _versions(wanted: set[int]) -> list[QuestionVersion]:
    """Each version by itself: other words are another question to whoever is asked."""
    found = QuestionVersion.objects.filter(pk__in=wanted).select_related("question")
    return list(found.order_by("outcome", "question__pk", "number"))


def _items(versions: list[QuestionVersion]) -> list[Item]:
    return [item_of(str(version.pk), version.asked) for version in versions]


def _sheet(answers: list[Answer], versions: list[QuestionVersion], sector: str) -> Sheet:
    by_version = {answer.version_id: answer for answer in answers}
    asked = [by_version.get(version.pk) for version in versions]
    scores = tuple(map(_score, asked))
    languages = {answer.answered_in for answer in answers if answer.answered_in}
    return Sheet(
        scores,
        tuple(chosen(each.given) if each else () for each in asked),
        tuple(
            each.confidence if each and score is not None else None for each, score in zip(asked, scores, strict=True)
        ),
        languages.pop() if len(languages) == 1 else "",
        sector,
    )


def _score(answer: Answer | None) -> float | None:
    """None where it was not asked, has no right answer, or waits for a marker."""
    if answer is None:
        return None
    mark = mark_of(answer)
    return None if mark.awaits_person or not mark.counts else mark.share


def _with_posts(attempts: list[Attempt]) -> Iterable[tuple[Attempt, list[Membership]]]:
    posts: dict[int, list[Membership]] = {}
    people = {attempt.person_id for attempt in attempts}
    for post in Membership.objects.filter(person__in=people).select_related("agency"):
        posts.setdefault(post.person_id, []).append(post)
    return [(attempt, posts.get(attempt.person_id, [])) for attempt in attempts]


def _sector(attempt: Attempt, posts: list[Membership]) -> str:
    """Where the person worked on the day they finished; nothing where that is several sectors."""
    day = timezone.localdate(attempt.finished_at)
    sectors = {post.agency.sector for post in posts if _held_on(post, day)}
    return sectors.pop() if len(sectors) == 1 else ""


def _held_on(post: Membership, day: date) -> bool:
    return post.starts <= day and (post.ends is None or post.ends >= day)
