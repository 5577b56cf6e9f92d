"""The defaults for Wales: what was read in the Wales Safeguarding Procedures, and what a board has to settle for itself.

Change a line only with its source before you, and set the day it was read. What is marked `memory` or `proposal` was read
nowhere: it is a default for boards to change, and is shown as one.
"""

from datetime import date

from simulations.engine.practice.kinds import Clock, ConsensusRule, Footing, InBoth, Limit, Practice, Quorum
from simulations.engine.scenario.vocabulary import Meeting, Sector

READ_ON = date(2026, 11, 22)
PROCEDURES = "https://safeguarding.wales/en/chi-i/"
CONFERENCES = (Meeting.INITIAL, Meeting.REVIEW, Meeting.TRANSFER_IN)
"""The meetings that decide whether a name is on the register."""


def _read(source: str) -> Footing:
    return Footing(mark="read", source=source, read=READ_ON)


CLOCKS = (
    Clock(
        id="written-report",
        what=InBoth(
            "Confirm in writing a report made by telephone", "Cadarnhau’n ysgrifenedig adroddiad a wnaed dros y ffôn"
        ),
        limit=Limit(24, "hours"),
        starts=InBoth("the telephone report", "yr adroddiad dros y ffôn"),
        footing=_read("https://safeguarding.wales/chi/c2/c2.p18.html"),
    ),
    Clock(
        id="no-acknowledgement",
        what=InBoth("Ask after a report that nobody has acknowledged", "Holi am adroddiad nad oes neb wedi’i gydnabod"),
        limit=Limit(7, "working-days"),
        starts=InBoth("the written report", "yr adroddiad ysgrifenedig"),
        footing=_read("https://safeguarding.wales/chi/c2/c2.p18.html"),
    ),
    Clock(
        id="next-action",
        what=InBoth(
            "Social services decide what to do next and record it",
            "Y gwasanaethau cymdeithasol yn penderfynu ar y cam nesaf ac yn ei gofnodi",
        ),
        limit=Limit(1, "working-days"),
        starts=InBoth("the report reaching them", "yr adroddiad yn eu cyrraedd"),
        footing=_read(f"{PROCEDURES}chi-i-c3pt1/c3pt1-p4"),
    ),
    Clock(
        id="possible-crime",
        what=InBoth(
            "Talk to the police about a possible crime against a child",
            "Siarad â’r heddlu am drosedd bosibl yn erbyn plentyn",
        ),
        limit=Limit(0, "hours"),
        starts=InBoth("the report reaching social services", "yr adroddiad yn cyrraedd y gwasanaethau cymdeithasol"),
        footing=_read(f"{PROCEDURES}chi-i-c3pt1/c3pt1-p4"),
    ),
    Clock(
        id="strategy-discussion",
        what=InBoth("Hold the strategy discussion", "Cynnal y drafodaeth strategaeth"),
        limit=Limit(1, "working-days"),
        starts=InBoth("reasonable cause to suspect significant harm", "achos rhesymol dros amau niwed sylweddol"),
        footing=Footing(mark="memory"),
    ),
    Clock(
        id="initial-conference",
        what=InBoth("Hold the initial child protection conference", "Cynnal y gynhadledd amddiffyn plant gychwynnol"),
        limit=Limit(15, "working-days"),
        starts=InBoth("the last strategy discussion or meeting", "y drafodaeth neu’r cyfarfod strategaeth olaf"),
        footing=_read("https://diogelu.cymru/en/chi-i/chi-i-c3pt2/c3pt2-p4"),
    ),
    Clock(
        id="outline-plan",
        what=InBoth(
            "Send out the summary of decisions and the outline plan, or by the first core group if that is sooner",
            "Anfon y crynodeb o’r penderfyniadau a’r cynllun amlinellol, neu erbyn y grŵp craidd cyntaf os yw hwnnw’n gynt",
        ),
        limit=Limit(5, "working-days"),
        starts=InBoth("the conference", "y gynhadledd"),
        footing=_read(f"{PROCEDURES}chi-i-c3pt2/c3pt2-p11"),
    ),
    Clock(
        id="full-record",
        what=InBoth("Send out the full record (good practice)", "Anfon y cofnod llawn (arfer da)"),
        limit=Limit(20, "working-days"),
        starts=InBoth("the conference", "y gynhadledd"),
        footing=_read("https://diogelu.cymru/en/chi-i/chi-i-c3pt2/c3pt2-p14"),
    ),
    Clock(
        id="first-core-group",
        what=InBoth("First meeting of the core group", "Cyfarfod cyntaf y grŵp craidd"),
        limit=Limit(10, "working-days"),
        starts=InBoth("the conference that registered the child", "y gynhadledd a gofrestrodd y plentyn"),
        footing=_read(f"{PROCEDURES}chi-i-c4/c4-p4/"),
        binds="core-group",
        meetings=(Meeting.INITIAL, Meeting.TRANSFER_IN),
    ),
    Clock(
        id="next-core-group",
        what=InBoth("Next meeting of the core group", "Cyfarfod nesaf y grŵp craidd"),
        limit=Limit(6, "weeks"),
        starts=InBoth("the core group before it", "y grŵp craidd blaenorol"),
        footing=_read(f"{PROCEDURES}chi-i-c4/c4-p5/"),
        binds="core-group",
        meetings=(Meeting.CORE_GROUP,),
    ),
    Clock(
        id="first-review",
        what=InBoth("First review conference", "Y gynhadledd adolygu gyntaf"),
        limit=Limit(3, "months"),
        starts=InBoth("the initial conference", "y gynhadledd gychwynnol"),
        footing=_read(f"{PROCEDURES}chi-i-c4/c4-p8/"),
        binds="next-conference",
        meetings=(Meeting.INITIAL,),
    ),
    Clock(
        id="next-review",
        what=InBoth("Next review conference", "Y gynhadledd adolygu nesaf"),
        limit=Limit(6, "months"),
        starts=InBoth("the review conference before it", "y gynhadledd adolygu flaenorol"),
        footing=_read(f"{PROCEDURES}chi-i-c4/c4-p8/"),
        binds="next-conference",
        meetings=(Meeting.REVIEW,),
    ),
    Clock(
        id="transfer-in",
        what=InBoth("Hold the transfer-in conference", "Cynnal y gynhadledd trosglwyddo i mewn"),
        limit=Limit(15, "working-days"),
        starts=InBoth(
            "the receiving authority being told of the permanent move",
            "yr awdurdod sy’n derbyn yn cael gwybod am y symud parhaol",
        ),
        footing=_read(f"{PROCEDURES}chi-i-c4/c4-p9"),
    ),
    Clock(
        id="allegation",
        what=InBoth(
            "Report an allegation about a practitioner to the authority’s designated officer; out of hours, on the next working day",
            "Rhoi gwybod i swyddog dynodedig yr awdurdod am honiad yn erbyn ymarferydd; y tu allan i oriau, ar y diwrnod gwaith nesaf",
        ),
        limit=Limit(24, "hours"),
        starts=InBoth("the concern", "y pryder"),
        footing=_read("https://diogelu.cymru/en/s5-i/s5-i-7/"),
    ),
)
"""Procedural limits: nearly all say what should be, and few are statute."""

THE_CHAIR = InBoth("the chair of the conference", "cadeirydd y gynhadledd")

NATIONAL = Practice(
    clocks=CLOCKS,
    quorum=Quorum(
        min_agencies=3,
        required_agencies=(Sector.CHILDRENS_SERVICES,),
        chair_may_override=True,
        words=InBoth(
            "Social services and at least two other agencies in direct contact with the child",
            "Y gwasanaethau cymdeithasol ac o leiaf ddwy asiantaeth arall sydd mewn cysylltiad uniongyrchol â’r plentyn",
        ),
        footing=Footing(mark="memory"),
        meetings=CONFERENCES,
    ),
    without_consensus=(
        ConsensusRule(
            who=THE_CHAIR,
            footing=_read(f"{PROCEDURES}chi-i-c4/c4-p9"),
            meetings=(Meeting.REVIEW, Meeting.TRANSFER_IN),
        ),
        ConsensusRule(who=THE_CHAIR, footing=Footing(mark="proposal"), meetings=(Meeting.INITIAL,)),
    ),
)
"""Without bank holidays, which are a calendar's to know."""
