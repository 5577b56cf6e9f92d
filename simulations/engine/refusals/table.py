"""Speaking, sharing, asking and reading out."""

MESSAGES: dict[str, tuple[str, str]] = {
    "not-at-the-table": (
        "This belongs to the conference itself. Wait until the table is open on the agenda.",
        "Mae hyn yn perthyn i’r gynhadledd ei hun. Arhoswch nes bydd y bwrdd yn agor ar yr agenda.",
    ),
    "silent-now": (
        "Nobody speaks to the room in this part. Keep it until the next one.",
        "Does neb yn siarad â’r ystafell yn y rhan hon. Cadwch ef tan y nesaf.",
    ),
    "floor-elsewhere": (
        "You do not have the floor. Raise your hand; what you typed is kept.",
        "Nid chi sydd â’r llawr. Codwch eich llaw; mae’r hyn a deipioch chi wedi’i gadw.",
    ),
    "no-hands-here": (
        "Hands are not needed in this part. Speak when you are ready.",
        "Does dim angen codi llaw yn y rhan hon. Siaradwch pan fyddwch yn barod.",
    ),
    "you-have-the-floor": (
        "You have the floor. Speak, or hand it back.",
        "Chi sydd â’r llawr. Siaradwch, neu rhowch ef yn ôl.",
    ),
    "not-your-passage": (
        "This passage is not in your papers. Choose one of your own.",
        "Nid yw’r darn hwn yn eich papurau chi. Dewiswch un o’ch rhai eich hun.",
    ),
    "words-needed": (
        "Write it in your own words first, then share it.",
        "Ysgrifennwch ef yn eich geiriau eich hun yn gyntaf, ac yna ei rannu.",
    ),
    "already-shared": (
        "You have shared this passage like this already. It is on the table.",
        "Rydych chi eisoes wedi rhannu’r darn hwn fel hyn. Mae ar y bwrdd.",
    ),
    "withheld-needs-confirming": (
        "This is to be kept from somebody who is in the room. Ask the chair for a closed part, or confirm that you will say it now.",
        "Mae hyn i’w gadw rhag rhywun sydd yn yr ystafell. Gofynnwch i’r cadeirydd am ran gaeedig, neu cadarnhewch y byddwch yn ei ddweud nawr.",
    ),
    "nothing-to-undo": (
        "There is nothing of yours here to take back.",
        "Does dim byd o’ch eiddo chi yma i’w dynnu’n ôl.",
    ),
    "too-late-to-undo": (
        "Ten seconds have passed, so this stays. Say to the table what you want to put right.",
        "Mae deg eiliad wedi mynd heibio, felly mae hyn yn aros. Dywedwch wrth y bwrdd beth rydych chi am ei gywiro.",
    ),
    "typed-here": (
        "In this conference people type, so there is nothing to mark. Share the passage itself.",
        "Mae pobl yn teipio yn y gynhadledd hon, felly does dim i’w farcio. Rhannwch y darn ei hun.",
    ),
    "debrief-open": (
        "The debrief is open, so marks no longer count.",
        "Mae’r ôl-drafodaeth ar agor, felly nid yw marciau’n cyfrif mwyach.",
    ),
    "moment-outside": (
        "That moment lies outside this conference. Choose a time between its start and now.",
        "Mae’r adeg honno y tu allan i’r gynhadledd hon. Dewiswch amser rhwng ei dechrau a nawr.",
    ),
    "topic-or-words": (
        "Choose a topic or write a question, one of the two.",
        "Dewiswch bwnc neu ysgrifennwch gwestiwn, un o’r ddau.",
    ),
    "no-such-topic": (
        "There is no such topic. Choose one from the list, or ask in your own words.",
        "Does dim pwnc o’r fath. Dewiswch un o’r rhestr, neu gofynnwch yn eich geiriau eich hun.",
    ),
    "not-yourself": (
        "You cannot ask your own seat. Choose another one.",
        "Allwch chi ddim gofyn i’ch sedd eich hun. Dewiswch un arall.",
    ),
    "ask-to-read-instead": (
        "A statement stands for this seat. Ask the chair to have it read out.",
        "Mae datganiad yn sefyll dros y sedd hon. Gofynnwch i’r cadeirydd drefnu iddo gael ei ddarllen.",
    ),
    "in-the-room-already": (
        "That seat is already in the room. Ask it directly.",
        "Mae’r sedd honno eisoes yn yr ystafell. Gofynnwch iddi’n uniongyrchol.",
    ),
    "no-such-question": (
        "That question is no longer open. Nothing needs to be done.",
        "Nid yw’r cwestiwn hwnnw ar agor mwyach. Does dim angen gwneud dim.",
    ),
    "no-statement": (
        "There is no statement to read for this seat.",
        "Does dim datganiad i’w ddarllen ar gyfer y sedd hon.",
    ),
    "not-in-reports": (
        "Reports are presented and replied to when they are on the agenda. Wait for that item.",
        "Caiff adroddiadau eu cyflwyno, a’u hateb, pan fyddan nhw ar yr agenda. Arhoswch am yr eitem honno.",
    ),
    "not-your-report": (
        "You can only present a report of your own that is in your hands. Choose one of your papers.",
        "Dim ond eich adroddiad eich hun sydd yn eich dwylo y gallwch chi ei gyflwyno. Dewiswch un o’ch papurau.",
    ),
    "already-presented": (
        "You have presented this report already. Say what you want to add.",
        "Rydych chi eisoes wedi cyflwyno’r adroddiad hwn. Dywedwch beth rydych chi am ei ychwanegu.",
    ),
    "summary-needed": (
        "A report is summed up, not read out. Write in a few sentences what matters in it, then present it.",
        "Caiff adroddiad ei grynhoi, nid ei ddarllen. Ysgrifennwch mewn ychydig frawddegau beth sy’n bwysig ynddo, ac yna ei gyflwyno.",
    ),
    "no-such-report": (
        "There is no report here that waits for your reply. Raise your hand if you want to say something.",
        "Does dim adroddiad yma sy’n aros am eich ateb. Codwch eich llaw os ydych chi am ddweud rhywbeth.",
    ),
    "nothing-to-correct": (
        "There is nothing here for you to put right. Choose something that was said while you were there.",
        "Does dim byd yma i chi ei gywiro. Dewiswch rywbeth a ddywedwyd tra oeddech chi yno.",
    ),
    "nothing-to-render": (
        "There is nothing here to interpret. Choose something that somebody typed while you were there.",
        "Does dim byd yma i’w gyfieithu. Dewiswch rywbeth a deipiodd rhywun tra oeddech chi yno.",
    ),
    "same-language": (
        "It was said in this language. Choose the other one, then send it again.",
        "Yn yr iaith hon y cafodd ei ddweud. Dewiswch y llall, ac yna’i anfon eto.",
    ),
    "answer-first": (
        "There are questions to answer before views are taken. Answer them for each child, or ask the chair to say why not.",
        "Mae cwestiynau i’w hateb cyn gofyn barn. Atebwch nhw ar gyfer pob plentyn, neu gofynnwch i’r cadeirydd ddweud pam ddim.",
    ),
    "not-asked-first": (
        "This question does not wait for an answer now. Nothing needs to be done.",
        "Nid yw’r cwestiwn hwn yn aros am ateb nawr. Does dim angen gwneud dim.",
    ),
    "already-read": (
        "This statement has been read out already.",
        "Mae’r datganiad hwn eisoes wedi’i ddarllen.",
    ),
}
