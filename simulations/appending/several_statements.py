"""An append as several statements, for SQLite. They need a transaction round them."""

from simulations.appending.what import Append, Outcome, event_rows, utterance_rows
from simulations.grounds import grounds
from simulations.models import Commit, ConferenceHead, Utterance
from simulations.models import Event as StoredEvent


def in_turn(each: Append) -> Outcome:
    """Add it; what became of it."""
    if each.claim is not None and grounds([each.claim]).get(each.claim) != each.grounds:
        return Outcome.ON_OTHER_GROUNDS
    if not ConferenceHead.objects.filter(pk=each.conference, number=each.expected).update(number=each.head):
        return Outcome.OVERTAKEN
    Commit.objects.create(
        conference_id=each.conference,
        by=each.by,
        command_id=each.command_id,
        answer=each.do,
        first=each.expected + 1,
        last=each.head,
    )
    StoredEvent.objects.bulk_create(StoredEvent(**row) for row in event_rows(each))
    Utterance.objects.bulk_create(Utterance(**row) for row in utterance_rows(each))
    return Outcome.ADDED
