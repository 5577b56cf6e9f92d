"""What is kept of scenarios and conferences; each noun has its module.

    scenarios      what trainers wrote: a Scenario and its versions, never edited, with their files
    cohorts        who learns together, and what each person was sent and answered
    conferences    a Conference, who is on its list, and who is on which seat
    log            what happened in it: commits, events, the words people typed
    reflections    how sure people are, what they made of it, what they will do
    running        what only matters while it runs: presence and the clock's lease

docs/data-model.md tells each one's owner, lifetime and what erasure does.
"""

from simulations.models.cohorts import Cohort, Invitation
from simulations.models.conferences import Conference, ConferenceSeat, Participant
from simulations.models.log import Commit, ConferenceHead, Event, Utterance
from simulations.models.reflections import Confidence, FollowUp, Intention, Reaction, Use
from simulations.models.running import ClockLease, Presence
from simulations.models.scenarios import PaperFile, Scenario, ScenarioVersion
from simulations.models.scoring import AgreedScore

__all__ = [
    "AgreedScore",
    "ClockLease",
    "Cohort",
    "Commit",
    "Conference",
    "ConferenceHead",
    "ConferenceSeat",
    "Confidence",
    "Event",
    "FollowUp",
    "Intention",
    "Invitation",
    "PaperFile",
    "Participant",
    "Presence",
    "Reaction",
    "Scenario",
    "ScenarioVersion",
    "Use",
    "Utterance",
]
