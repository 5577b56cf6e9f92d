"""Why something was not done, in both languages, with what to do instead.

A refusal changes nothing. Its code never changes, so that a client and a test may rely on it; its words may.
Nothing in a refusal tells what the asker may not know: the words stand here, none is made up from papers.
"""

from dataclasses import dataclass

from simulations.engine.scenario.values import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that was not carried out. `detail` is technical, for a developer, and only in English."""

    code: str
    message: Text
    detail: str = ""


def refuse(code: str, detail: str = "") -> Refusal:
    """The refusal with this code; an unknown code is a mistake in the engine and raises KeyError."""
    english, welsh = MESSAGES[code]
    return Refusal(code, Text(words=(("en", english), ("cy", welsh))), detail)


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
        "You already have a seat in this conference. Leave it first if you want another one.",
        "Mae gennych chi sedd yn y gynhadledd hon yn barod. Gadewch hi’n gyntaf os ydych chi am gael un arall.",
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
    "nothing-to-choose": (
        "Nothing waits for your choice here. Go on with the agenda.",
        "Does dim byd yma yn aros am eich dewis. Ewch ymlaen â’r agenda.",
    ),
    "no-such-choice": (
        "That is not one of the choices. Choose one of those shown.",
        "Nid yw hwnnw’n un o’r dewisiadau. Dewiswch un o’r rhai a ddangosir.",
    ),
    "choice-needs-reason": (
        "Write why you choose this first. The reason is kept with the choice.",
        "Ysgrifennwch yn gyntaf pam rydych chi’n dewis hyn. Cedwir y rheswm gyda’r dewis.",
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
    "already-read": (
        "This statement has been read out already.",
        "Mae’r datganiad hwn eisoes wedi’i ddarllen.",
    ),
    "no-such-child": (
        "This conference is not about that child. Choose one of the children on the sheet.",
        "Nid yw’r gynhadledd hon yn ymwneud â’r plentyn hwnnw. Dewiswch un o’r plant ar y daflen.",
    ),
    "no-first-view-now": (
        "Levels of concern are asked for at another point of the agenda. Keep yours until then.",
        "Gofynnir am lefelau pryder ar adeg arall o’r agenda. Cadwch eich un chi tan hynny.",
    ),
    "gives-no-view": (
        "This seat is heard and gives no view on the decision. Practitioners and the social worker give theirs.",
        "Caiff y sedd hon ei chlywed ac nid yw’n rhoi barn ar y penderfyniad. Yr ymarferwyr a’r gweithiwr cymdeithasol sy’n rhoi barn.",
    ),
    "not-decided-now": (
        "This is not decided at this point of the agenda. Wait until the decision is reached.",
        "Nid yw hyn yn cael ei benderfynu ar yr adeg hon o’r agenda. Arhoswch nes cyrraedd y penderfyniad.",
    ),
    "no-such-option": (
        "That is not one of the answers. Choose one of those shown.",
        "Nid yw hwnnw’n un o’r atebion. Dewiswch un o’r rhai a ddangosir.",
    ),
    "category-needed": (
        "Choose at least one category for a child whose name goes on the register.",
        "Dewiswch o leiaf un categori ar gyfer plentyn y mae ei enw’n mynd ar y gofrestr.",
    ),
    "category-not-wanted": (
        "A category is chosen only where the child’s name goes on the register. Take it out, or change the decision.",
        "Dim ond lle mae enw’r plentyn yn mynd ar y gofrestr y dewisir categori. Tynnwch ef, neu newidiwch y penderfyniad.",
    ),
    "view-not-whole": (
        "A view has a reason, at least one passage it rests on and how sure you are. Add what is missing.",
        "Mae gan farn reswm, o leiaf un darn y mae’n gorffwys arno a pha mor sicr ydych chi. Ychwanegwch yr hyn sydd ar goll.",
    ),
    "not-on-the-table": (
        "A view rests only on what has been said. Share the passage first, then rest your view on it.",
        "Dim ond ar yr hyn a ddywedwyd y mae barn yn gorffwys. Rhannwch y darn yn gyntaf, ac yna seiliwch eich barn arno.",
    ),
    "views-open": (
        "The views are open, so they can no longer be changed. Say to the table what you see differently now.",
        "Mae’r safbwyntiau ar agor, felly does dim modd eu newid. Dywedwch wrth y bwrdd beth rydych chi’n ei weld yn wahanol nawr.",
    ),
    "views-closed": (
        "Open the views first: the conference decides with them side by side.",
        "Agorwch y safbwyntiau’n gyntaf: mae’r gynhadledd yn penderfynu â nhw ochr yn ochr.",
    ),
    "reason-needed": (
        "Write the reason for the decision first. It belongs in the record.",
        "Ysgrifennwch y rheswm dros y penderfyniad yn gyntaf. Mae’n perthyn i’r cofnod.",
    ),
    "already-decided": (
        "This child’s decision has been taken. It stands in the record.",
        "Mae’r penderfyniad ar gyfer y plentyn hwn wedi’i wneud. Mae yn y cofnod.",
    ),
    "nothing-decided-yet": (
        "Nothing has been decided for this child yet. Wait until the chair closes the decision; then you may dissent.",
        "Does dim wedi’i benderfynu ar gyfer y plentyn hwn eto. Arhoswch nes bydd y cadeirydd yn cau’r penderfyniad; yna cewch anghytuno.",
    ),
    "dissent-recorded": (
        "Your dissent from this decision is recorded. The chair says what becomes of it.",
        "Mae eich anghytundeb â’r penderfyniad hwn wedi’i gofnodi. Y cadeirydd sy’n dweud beth a ddaw ohono.",
    ),
    "no-such-dissent": (
        "Nobody has dissented like that. Choose one of the dissents on record.",
        "Does neb wedi anghytuno felly. Dewiswch un o’r anghytundebau sydd wedi’u cofnodi.",
    ),
    "not-planning": (
        "The plan is made at another point of the agenda. Keep this until then.",
        "Mae’r cynllun yn cael ei wneud ar adeg arall o’r agenda. Cadwch hyn tan hynny.",
    ),
    "no-such-owner": (
        "An action is carried out by a seat or by an adult of the family. Choose one of those shown.",
        "Sedd neu oedolyn o’r teulu sy’n cyflawni gweithred. Dewiswch un o’r rhai a ddangosir.",
    ),
    "no-such-kind": (
        "The plan has no actions of that kind. Choose one of those shown.",
        "Does dim gweithredoedd o’r math hwnnw yn y cynllun. Dewiswch un o’r rhai a ddangosir.",
    ),
    "action-not-whole": (
        "An action says which risk it lowers, by when, and what follows if it does not. Add what is missing.",
        "Mae gweithred yn dweud pa risg mae’n ei lleihau, erbyn pryd, a beth sy’n dilyn os nad yw’n gwneud hynny. Ychwanegwch yr hyn sydd ar goll.",
    ),
    "no-such-action": (
        "That action is not in the plan. Choose one that is.",
        "Nid yw’r weithred honno yn y cynllun. Dewiswch un sydd ynddo.",
    ),
    "interim-safety-first": (
        "It is not said for every child what keeps them safe until the plan begins. Have it said, then close.",
        "Does neb wedi dweud ar gyfer pob plentyn beth sy’n eu cadw’n ddiogel nes i’r cynllun ddechrau. Gofynnwch am hynny, ac yna caewch.",
    ),
    "no-such-inject": (
        "There is no such inject in this scenario. Choose one from the list.",
        "Does dim mewnosodiad o’r fath yn y senario hwn. Dewiswch un o’r rhestr.",
    ),
    "already-fired": (
        "This inject has happened already.",
        "Mae’r mewnosodiad hwn eisoes wedi digwydd.",
    ),
    "no-such-paper": (
        "There is no such paper in this scenario. Choose one from the list.",
        "Does dim papur o’r fath yn y senario hwn. Dewiswch un o’r rhestr.",
    ),
    "has-paper": (
        "That seat already has this paper.",
        "Mae’r papur hwn gan y sedd honno’n barod.",
    ),
    "not-reconciling": (
        "Saying what was said comes after the meeting. Wait until the facilitator opens it.",
        "Daw nodi’r hyn a ddywedwyd ar ôl y cyfarfod. Arhoswch nes bydd yr hwylusydd yn ei agor.",
    ),
    "meeting-not-over": (
        "The meeting is still on. Do this when it is over.",
        "Mae’r cyfarfod yn dal i fynd. Gwnewch hyn pan fydd drosodd.",
    ),
    "not-debrief": (
        "The debrief has not begun. Move the agenda on to it first.",
        "Nid yw’r ôl-drafodaeth wedi dechrau. Symudwch yr agenda ymlaen iddi yn gyntaf.",
    ),
    "step-out-of-order": (
        "The steps of the debrief open in order. Open the next one on the list.",
        "Mae camau’r ôl-drafodaeth yn agor yn eu trefn. Agorwch yr un nesaf ar y rhestr.",
    ),
}
