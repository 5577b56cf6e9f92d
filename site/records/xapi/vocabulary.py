"""The verbs, activity types and extensions we use. Verbs and types are ADL's public ones, so other stores know them;
that a lesson was waived is said as cmi5 says it.

Other extensions are ours: URNs, because they name a meaning and no address. They never change once statements hold them.
"""

from enum import StrEnum


class Verb(StrEnum):
    INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized"
    PROGRESSED = "http://adlnet.gov/expapi/verbs/progressed"
    ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
    COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
    PASSED = "http://adlnet.gov/expapi/verbs/passed"
    FAILED = "http://adlnet.gov/expapi/verbs/failed"
    ATTENDED = "http://adlnet.gov/expapi/verbs/attended"
    WAIVED = "https://w3id.org/xapi/adl/verbs/waived"  # cmi5 9.3.7: known already, so it need not be done


VOIDED = "http://adlnet.gov/expapi/verbs/voided"
"""What a statement says that takes another back (2.0: 4.2.5; 1.0.3: Data 2.3.2)."""

# Said of a thing that is over and done: these, and only from an authority we trust, can earn a credit.
EARNING = frozenset({Verb.COMPLETED, Verb.PASSED, Verb.ATTENDED})


class ActivityKind(StrEnum):
    COURSE = "http://adlnet.gov/expapi/activities/course"
    LESSON = "http://adlnet.gov/expapi/activities/lesson"
    ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
    CONFERENCE = "http://adlnet.gov/expapi/activities/meeting"
    INTERACTION = "http://adlnet.gov/expapi/activities/interaction"


class Mode(StrEnum):
    """How something was learned."""

    E_LEARNING = "e-learning"
    LIVE = "live"
    CLASSROOM = "classroom"
    OTHER = "other"


class Extension(StrEnum):
    """Keys of `context.extensions`."""

    MODE = "urn:x-diogel:mode"  # a Mode
    MULTI_AGENCY = "urn:x-diogel:multi-agency"  # true when people of several agencies learned together
    SAMPLE = "urn:x-diogel:sample"  # true for content nobody has reviewed yet: it credits nobody


WAIVED_BECAUSE = "https://w3id.org/xapi/cmi5/result/extensions/reason"
"""The key of `result.extensions` by which cmi5 (9.5.5.2) says why something was waived."""
TESTED_OUT = "Tested Out"  # one of cmi5's reasons: an assessment showed it
