"""Whose it is to ask, coming and going, the agenda, and closed parts."""

MESSAGES: dict[str, tuple[str, str]] = {
    "not-a-command": (
        "The room did not understand this. Reload the page and try again.",
        "Doedd yr ystafell ddim yn deall hyn. Ail-lwythwch y dudalen a rhowch gynnig arall arni.",
    ),
    "not-yours": (
        "This is not yours to do from this seat. Ask the chair or the facilitator.",
        "Nid chi sydd i wneud hyn o’r sedd hon. Gofynnwch i’r cadeirydd neu’r hwylusydd.",
    ),
    "facilitator-only": (
        "Only the facilitator can do this. Write to the facilitator if it is needed.",
        "Dim ond yr hwylusydd sy’n gallu gwneud hyn. Ysgrifennwch at yr hwylusydd os oes angen.",
    ),
    "chair-only": (
        "Only the chair can do this. Send the chair a word if you think it is time.",
        "Dim ond y cadeirydd sy’n gallu gwneud hyn. Anfonwch air at y cadeirydd os yw’n bryd, yn eich barn chi.",
    ),
    "not-started": (
        "The conference has not started. Wait until the facilitator starts it.",
        "Nid yw’r gynhadledd wedi dechrau. Arhoswch nes bydd yr hwylusydd yn ei dechrau.",
    ),
    "already-started": (
        "The conference has already started. Nothing more is needed.",
        "Mae’r gynhadledd eisoes wedi dechrau. Does dim angen gwneud dim mwy.",
    ),
    "paused": (
        "The conference is paused. What you typed is kept; send it when the conference goes on.",
        "Mae’r gynhadledd wedi’i hoedi. Mae’r hyn a deipioch chi wedi’i gadw; anfonwch ef pan fydd y gynhadledd yn mynd yn ei blaen.",
    ),
    "not-paused": (
        "The conference is not paused. Nothing needs to be done.",
        "Nid yw’r gynhadledd wedi’i hoedi. Does dim angen gwneud dim.",
    ),
    "closed": (
        "This room is closed. Nothing can be added to it any more.",
        "Mae’r ystafell hon wedi cau. Does dim modd ychwanegu dim ati bellach.",
    ),
    "no-such-seat": (
        "There is no such seat in this conference. Choose one of the seats on the list.",
        "Does dim sedd o’r fath yn y gynhadledd hon. Dewiswch un o’r seddi ar y rhestr.",
    ),
    "seat-taken": (
        "Somebody else has this seat. Choose another seat, or ask the facilitator.",
        "Mae rhywun arall yn y sedd hon. Dewiswch sedd arall, neu gofynnwch i’r hwylusydd.",
    ),
    "you-have-a-seat": (
        "You already have a seat in this conference. Until it begins you can choose another one in the lobby; after that, ask the facilitator.",
        "Mae gennych chi sedd yn y gynhadledd hon yn barod. Cyn iddi ddechrau gallwch ddewis un arall yn y lobi; wedyn, gofynnwch i’r hwylusydd.",
    ),
    "they-have-a-seat": (
        "They have a seat in this conference already. Free that seat first, then seat them on this one.",
        "Mae gan y person hwn sedd yn y gynhadledd hon yn barod. Rhyddhewch y sedd honno’n gyntaf, yna rhowch y person yn y sedd hon.",
    ),
    "not-by-a-learner": (
        "This seat is not played by a learner. Choose another seat, or ask the facilitator.",
        "Nid dysgwr sy’n chwarae’r sedd hon. Dewiswch sedd arall, neu gofynnwch i’r hwylusydd.",
    ),
    "volunteers-only": (
        "A family seat is taken only by somebody who volunteers. Say that you volunteer, or choose another seat.",
        "Dim ond rhywun sy’n gwirfoddoli sy’n cymryd sedd teulu. Dywedwch eich bod yn gwirfoddoli, neu dewiswch sedd arall.",
    ),
    "nobody-may-play": (
        "This seat may not be played like that. Its scenario says who may play it.",
        "Ni chaniateir chwarae’r sedd hon felly. Mae’r senario’n dweud pwy sy’n cael ei chwarae.",
    ),
    "seat-empty": (
        "Nobody sits in this seat. Choose a seat where somebody is.",
        "Does neb yn y sedd hon. Dewiswch sedd lle mae rhywun.",
    ),
    "no-script": (
        "There is no script for this seat. Ask a person to take it, or leave it empty.",
        "Does dim sgript ar gyfer y sedd hon. Gofynnwch i rywun ei chymryd, neu gadewch hi’n wag.",
    ),
    "required-seat-empty": (
        "A seat that the conference needs is empty. Put somebody there, or let its script play it, then start.",
        "Mae sedd y mae’r gynhadledd ei hangen yn wag. Rhowch rywun ynddi, neu gadewch i’r sgript ei chwarae, ac yna dechreuwch.",
    ),
    "stepped-out": (
        "You have stepped out. Come back in first; your seat is kept.",
        "Rydych chi wedi camu allan. Dewch yn ôl i mewn yn gyntaf; mae eich sedd wedi’i chadw.",
    ),
    "not-out": (
        "You are in the room. Nothing needs to be done.",
        "Rydych chi yn yr ystafell. Does dim angen gwneud dim.",
    ),
    "cut-off": (
        "In this scenario your connection is gone for now. What you typed is kept; send it when you are back at the table.",
        "Yn y senario hwn mae eich cysylltiad wedi mynd am y tro. Mae’r hyn a deipioch chi wedi’i gadw; anfonwch ef pan fyddwch yn ôl wrth y bwrdd.",
    ),
    "sent-out": (
        "The chair goes on without you for a while. Wait here; you are asked back in.",
        "Mae’r cadeirydd yn mynd ymlaen hebddoch chi am ychydig. Arhoswch yma; cewch eich galw’n ôl i mewn.",
    ),
    "part-is-closed": (
        "A closed part is on already. Reopen the meeting first.",
        "Mae rhan gaeedig eisoes ar y gweill. Ailagorwch y cyfarfod yn gyntaf.",
    ),
    "part-is-open": (
        "Nobody is outside. Nothing needs to be done.",
        "Does neb y tu allan. Does dim angen gwneud dim.",
    ),
    "chair-stays": (
        "The chair stays in a closed part. Choose who goes out.",
        "Mae’r cadeirydd yn aros mewn rhan gaeedig. Dewiswch pwy sy’n mynd allan.",
    ),
    "not-in-room": (
        "You are not in the room. Your agency sent a report; wait until you are called.",
        "Nid ydych chi yn yr ystafell. Anfonodd eich asiantaeth adroddiad; arhoswch nes cewch eich galw.",
    ),
    "nobody-there": (
        "That seat is not in the room. If the agency sent only a report, call it.",
        "Nid yw’r sedd honno yn yr ystafell. Os dim ond adroddiad a anfonodd yr asiantaeth, galwch hi.",
    ),
    "already-so": (
        "This is already so. Nothing needs to be done.",
        "Mae hyn eisoes felly. Does dim angen gwneud dim.",
    ),
    "phase-changed": (
        "The conference had already moved on. Look at the agenda before you go further.",
        "Roedd y gynhadledd eisoes wedi symud ymlaen. Edrychwch ar yr agenda cyn mynd ymhellach.",
    ),
    "last-phase": (
        "This is the last part of the agenda. Close the room when everybody is ready.",
        "Dyma ran olaf yr agenda. Caewch yr ystafell pan fydd pawb yn barod.",
    ),
    "chair-needs-facilitator": (
        "The facilitator opens this part. Tell the facilitator when the table is ready.",
        "Yr hwylusydd sy’n agor y rhan hon. Dywedwch wrth yr hwylusydd pan fydd y bwrdd yn barod.",
    ),
}
