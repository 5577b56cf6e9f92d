"""What the console tells: attempts under pseudonyms, what was missing in them, and why each is or is not complete."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.crypto import salted_hmac

from media.attempts import judged_by
from media.h5p import Judgement, LibraryName, Parts, Said, missing, part_titles, parts_of, said
from media.models import AttemptStatement, ContentAttempt, ContentVersion, InteractiveContent
from media.preparing import prepared
from media.reasons import in_words

NEWEST = 200  # attempts that are looked at for one page
LETTERS = 6


@dataclass(frozen=True)
class Going:
    """One going-through. `told` is what was sent, without what was answered."""

    attempt: ContentAttempt
    told: Sequence[Said]
    judgement: Judgement
    titles: Mapping[str, str]
    lacking: frozenset[str]

    @property
    def missing(self) -> list[str]:
        """The parts that are not answered, as they are called."""
        return sorted(self.titles.get(each, each) for each in self.lacking)

    @property
    def learner(self) -> str:
        return pseudonym(self.attempt.person_id, self.attempt.content)

    @property
    def reason(self) -> str:
        return in_words(self.judgement)

    @property
    def points(self) -> str:
        """As they count: by our own marking where there is one."""
        raw, most = self.attempt.raw, self.attempt.most
        return f"{raw:g} / {most:g}" if raw is not None and most is not None else ""


@dataclass(frozen=True)
class Became:
    """What became of a content, by its newest attempts."""

    goings: Sequence[Going]

    @cached_property
    def people(self) -> int:
        return len({each.attempt.person_id for each in self.goings})

    @cached_property
    def complete(self) -> int:
        return sum(each.judgement.complete for each in self.goings)

    @cached_property
    def reasons(self) -> list[tuple[str, int]]:
        """Why those are not complete that are not, the commonest first."""
        return Counter(each.reason for each in self.goings if not each.judgement.complete).most_common()

    @cached_property
    def missed(self) -> list[tuple[str, int]]:
        """In how many of the unfinished goings-through each part was missing."""
        unfinished = (each for each in self.goings if not each.judgement.complete)
        return Counter(title for each in unfinished for title in each.missing).most_common()


def became(content: InteractiveContent) -> Became:
    """The newest attempts at a content, in whichever language and version."""
    rows = ContentAttempt.objects.filter(content=content).select_related("content", "version__main")
    return Became(_goings(list(rows.order_by("-begun_at", "-pk")[:NEWEST])))


def going(attempt: ContentAttempt) -> Going:
    """One attempt."""
    return _goings([attempt])[0]


def pseudonym(person: int, content: InteractiveContent) -> str:
    """Another in each content, so that nobody can be followed from one to the next; the same there whenever it is asked."""
    return salted_hmac("media.console", f"{content.key}:{person}", algorithm="sha256").hexdigest()[:LETTERS]


def _goings(attempts: Sequence[ContentAttempt]) -> list[Going]:
    told: dict[int, list[Said]] = defaultdict(list)
    kept = AttemptStatement.objects.filter(attempt__in=[each.pk for each in attempts]).order_by("pk")
    for attempt, text in kept.values_list("attempt_id", "text"):
        told[attempt].append(said(json.loads(text)))
    named: dict[int, tuple[Parts, dict[str, str]]] = {}
    for each in attempts:
        if each.version_id not in named:
            named[each.version_id] = _parts_of(each.version)
    return [_going(each, told[each.pk], *named[each.version_id]) for each in attempts]


def _going(attempt: ContentAttempt, told: Sequence[Said], parts: Parts, titles: dict[str, str]) -> Going:
    return Going(attempt, told, judged_by(attempt, told), titles, missing(parts, told))


def _parts_of(version: ContentVersion) -> tuple[Parts, dict[str, str]]:
    made = prepared(version)
    parameters = json.loads(made.parameters)
    return parts_of(LibraryName.parse(made.main), parameters), part_titles(parameters)
