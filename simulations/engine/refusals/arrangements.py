"""Co-ordinator, core group, dates, the quorum, and adjourning."""

MESSAGES: dict[str, tuple[str, str]] = {
    "no-such-coordinator": (
        "The plan is co-ordinated by a practitioner of this conference. Choose one of the seats shown.",
        "Un o ymarferwyr y gynhadledd hon sy’n cydlynu’r cynllun. Dewiswch un o’r seddi a ddangosir.",
    ),
    "no-such-member": (
        "A core group is made of seats of this conference and adults of the family. Choose among those shown.",
        "Seddi’r gynhadledd hon ac oedolion y teulu sydd mewn grŵp craidd. Dewiswch o blith y rhai a ddangosir.",
    ),
    "date-in-the-past": (
        "That day is not after the conference. Choose a later one.",
        "Nid yw’r diwrnod hwnnw ar ôl y gynhadledd. Dewiswch un diweddarach.",
    ),
    "beyond-limit": (
        "That day is beyond the procedural limit. {what}: {limit}, so by {last} at the latest. Choose an earlier day, or say why it has to be later; it is then shown as late.",
        "Mae’r diwrnod hwnnw y tu hwnt i’r terfyn gweithdrefnol. {what}: {limit}, felly erbyn {last} fan bellaf. Dewiswch ddiwrnod cynt, neu dywedwch pam mae’n rhaid iddo fod yn hwyrach; wedyn caiff ei ddangos fel un hwyr.",
    ),
    "meeting-held": (
        "The meeting has been held, and only its tasks are left. Do those, then ask the facilitator to go on.",
        "Mae’r cyfarfod wedi’i gynnal, a dim ond ei dasgau sydd ar ôl. Gwnewch y rheini, yna gofynnwch i’r hwylusydd fynd ymlaen.",
    ),
    "quorum-first": (
        "There is no quorum by the rule this conference is held on. Say why the conference goes on, or adjourn.",
        "Does dim cworwm yn ôl y rheol y cynhelir y gynhadledd hon arni. Dywedwch pam mae’r gynhadledd yn mynd yn ei blaen, neu gohiriwch hi.",
    ),
    "quorum-needed": (
        "There is no quorum, and your board does not let the chair go on without one. Adjourn, or ask the facilitator.",
        "Does dim cworwm, ac nid yw eich bwrdd yn gadael i’r cadeirydd fynd yn ei flaen heb un. Gohiriwch y gynhadledd, neu gofynnwch i’r hwylusydd.",
    ),
    "quorum-met": (
        "Nothing has to be said about the quorum now. Go on with the agenda.",
        "Does dim angen dweud dim am y cworwm nawr. Ewch ymlaen â’r agenda.",
    ),
}
