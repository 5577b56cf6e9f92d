"""What the model says of its sections and keys, in Welsh, by the English that stands in the model. It awaits a translator.

A key's meaning stands beside its field, where whoever changes the model sees it; a test holds that each is here and that
nothing else is. What conditions and actions are is in `of_the_parts`.
"""

from collections.abc import Mapping

OF_THE_KEYS: Mapping[str, str] = {
    # The file
    "One scenario file, whole, or narrowed to one variant of it.": "Un ffeil senario, yn gyfan, neu fel y mae mewn un amrywiad.",
    "Always `conference/1`": "Bob amser `conference/1`",
    "The scenario's own id": "Id y senario ei hun",
    "What it is called": "Ei enw",
    "Which meeting it plays": "Pa gyfarfod y mae'n ei chwarae",
    "The first one is that of a plain text": "Y gyntaf yw iaith testun heb iaith wrtho",
    "A few lines for the catalogue": "Ychydig linellau i'r catalog",
    "The scenario whose finished conference it takes up": "Y senario y mae'n parhau â'i gynhadledd orffenedig",
    "Training groups it serves": "Y grwpiau hyfforddi y mae ar eu cyfer",
    "What is learnt, measurable": "Yr hyn a ddysgir, a modd ei fesur",
    "What is in it, plain and specific": "Yr hyn sydd ynddo, yn blaen ac yn benodol",
    "What is said before it starts": "Yr hyn a ddywedir cyn dechrau",
    "Where a distressed learner turns": "Ble mae dysgwr mewn gofid yn troi",
    "`false`, or the reviewer's reason why one learner may rehearse it; until reviewed, the writer's": (
        "`false`, neu reswm yr adolygydd pam y caiff un dysgwr ei ymarfer; rheswm yr awdur nes iddo gael ei adolygu"
    ),
    "Who wrote and reviewed it": "Pwy a'i hysgrifennodd a phwy a'i hadolygodd",
    "What the facilitator picks from": "Yr hyn y mae'r hwylusydd yn dewis ohono",
    "Children and adults": "Plant ac oedolion",
    "Dated lines that everybody sees": "Llinellau â dyddiad y mae pawb yn eu gweld",
    "What every seat gets": "Yr hyn y mae pob sedd yn ei gael",
    "Places at the table, by id": "Lleoedd wrth y bwrdd, yn ôl id",
    "What the seats hold, by id": "Yr hyn sydd gan y seddi, yn ôl id",
    "What may be asked for by name": "Yr hyn y gellir gofyn amdano wrth ei enw",
    "What could be known, by id": "Yr hyn y gellid ei wybod, yn ôl id",
    "The session, in order": "Y sesiwn, yn ei threfn",
    "What happens meanwhile, by id": "Yr hyn sy'n digwydd yn y cyfamser, yn ôl id",
    "What is decided, by id": "Yr hyn a benderfynir, yn ôl id",
    "What the outline plan asks for": "Yr hyn y mae'r cynllun amlinellol yn gofyn amdano",
    "Tasks between conference and debrief": "Tasgau rhwng y gynhadledd a'r ôl-drafodaeth",
    "Seats played by the computer": "Seddi y mae'r cyfrifiadur yn eu chwarae",
    "What the debrief works with": "Yr hyn y mae'r ôl-drafodaeth yn gweithio ag ef",
    # Authorship, family, common sheet
    "Who wrote it and who stands for it; nothing here is ever filled in by the software.": (
        "Pwy a'i hysgrifennodd a phwy sy'n ateb drosto; nid yw'r feddalwedd byth yn llenwi dim yma."
    ),
    "A declaration: invented, not adapted from a case": "Datganiad: dychmygol, heb ei addasu o achos",
    "The writer": "Yr awdur",
    "A second person": "Ail berson",
    "The day it was tried out": "Y diwrnod y rhoddwyd cynnig arno",
    "The people whom the conference is about; the genogram is drawn from them.": (
        "Y bobl y mae'r gynhadledd yn ymwneud â nhw; ohonyn nhw y llunnir y goeden deulu."
    ),
    "The children, by id": "Y plant, yn ôl id",
    "The adults, by id": "Yr oedolion, yn ôl id",
    "One dated line of the common chronology.": "Un llinell â dyddiad o'r gronoleg gyffredin.",
    "When": "Pryd",
    "What happened": "Beth ddigwyddodd",
    "A child whom the conference is about.": "Plentyn y mae'r gynhadledd yn ymwneud ag ef.",
    "The child's name, the same in both languages": "Enw'r plentyn, yr un yn y ddwy iaith",
    "How old on the day of the conference": "Pa mor hen ar ddiwrnod y gynhadledd",
    "The child's own language": "Iaith y plentyn ei hun",
    "For the genogram": "Ar gyfer y goeden deulu",
    "In a review: what the register says": "Mewn adolygiad: yr hyn a ddywed y gofrestr",
    "An adult in the children's life, with or without a seat.": "Oedolyn ym mywyd y plant, â sedd neu hebddi.",
    "The adult's name, the same in both languages": "Enw'r oedolyn, yr un yn y ddwy iaith",
    "Who they are to the children": "Pwy ydyn nhw i'r plant",
    "Whose": "Pwy biau",
    "For the genogram: whose mother or father, of children or adults": (
        "Ar gyfer y goeden deulu: mam neu dad i bwy, o'r plant neu'r oedolion"
    ),
    "For the genogram: whose sister or brother, where no parent of both is in the file": (
        "Ar gyfer y goeden deulu: chwaer neu frawd i bwy, lle nad oes rhiant i'r ddau yn y ffeil"
    ),
    "Lives with the children": "Yn byw gyda'r plant",
    "Has parental responsibility": "Â chyfrifoldeb rhiant",
    "Is said to have caused harm; never played by a learner": "Dywedir iddo achosi niwed; nid yw dysgwr byth yn ei chwarae",
    "That a child's name is on the register already, as at a review.": (
        "Bod enw plentyn ar y gofrestr eisoes, fel mewn adolygiad."
    ),
    "Since when": "Ers pryd",
    "Under which categories": "O dan ba gategorïau",
    # Seats, papers, facts
    "A place at the table.": "Lle wrth y bwrdd.",
    "What the seat is called": "Enw'r sedd",
    "Whom it speaks for": "Dros bwy y mae'n siarad",
    "What it is there for; carries the rules of the meeting": "Pam y mae yno; mae rheolau'r cyfarfod yn dilyn o hyn",
    "What only this seat is told": "Yr hyn a ddywedir wrth y sedd hon yn unig",
    "The conference cannot start with it empty": "Ni all y gynhadledd ddechrau â hi'n wag",
    "How it is there": "Sut y mae yno",
    "Who may play it": "Pwy gaiff ei chwarae",
    "In a family, child or advocate seat: which person": "Mewn sedd deulu, plentyn neu eiriolwr: pa berson",
    "False: starts outside, and may arrive": "`false`: y tu allan ar y dechrau, a gall gyrraedd",
    "Something a seat has before it: a log, a letter, notes, a report.": (
        "Rhywbeth sydd gan sedd o'i blaen: cofnod, llythyr, nodiadau, adroddiad."
    ),
    "Whose hands it is in": "Yn nwylo pwy y mae",
    "What its holders see it called": "Yr enw y mae'r rhai sy'n ei ddal yn ei weld",
    "What it says, piece by piece": "Yr hyn y mae'n ei ddweud, fesul darn",
    "Where it comes from, as the table is told": "O ble y daw, fel y dywedir wrth y bwrdd",
    "`start`, `on-request` or `{when: CONDITION}`": "`start`, `on-request` neu `{when: CONDITION}`",
    "For reports to conference: the day the family saw it, or `never`": (
        "Ar gyfer adroddiadau i gynhadledd: y diwrnod y gwelodd y teulu ef, neu `never`"
    ),
    "Said in this language; the other one is a rendering": "Dywedwyd yn yr iaith hon; cyfieithiad yw'r llall",
    "A file beside the scenario that shows the same": "Ffeil wrth ochr y senario sy'n dangos yr un peth",
    "Only in these variants": "Yn yr amrywiadau hyn yn unig",
    "Part of a paper: what can be said or shown by itself.": "Rhan o bapur: yr hyn y gellir ei ddweud neu ei ddangos ar ei ben ei hun.",
    "The words": "Y geiriau",
    "The fact it carries; most passages carry none": "Y ffaith sydd ynddo; nid oes ffaith yn y rhan fwyaf o ddarnau",
    "Something that may be asked for by name; public, so worded to give nothing away.": (
        "Rhywbeth y gellir gofyn amdano wrth ei enw; cyhoeddus, felly wedi'i eirio heb ddatgelu dim."
    ),
    "What it is called; written directly under the id, with `variants` beside the languages": (
        "Ei enw; ysgrifennir ef yn union o dan yr id, â `variants` wrth ochr yr ieithoedd"
    ),
    "Something that is so, which somebody at the table could know and say.": (
        "Rhywbeth sy'n wir, y gallai rhywun wrth y bwrdd ei wybod a'i ddweud."
    ),
    "One line, for the debrief": "Un llinell, ar gyfer yr ôl-drafodaeth",
    "Asking a holder about the topic is asking for the fact": "Mae gofyn am y pwnc i rywun sy'n ei dal yn gofyn am y ffaith",
    "Which children it is about": "Â pha blant y mae a wnelo",
    "What it says of a child's life": "Yr hyn y mae'n ei ddweud am fywyd plentyn",
    "Belongs in any sound decision; the pooling measure counts these": (
        "Yn perthyn i unrhyw benderfyniad cadarn; y rhain y mae'r mesur rhannu yn eu cyfrif"
    ),
    "Whom it must be kept from": "Rhag pwy y mae'n rhaid ei chadw",
    "Whom a fact is to be kept from, and on what ground.": "Rhag pwy y mae ffaith i'w chadw, ac ar ba sail.",
    "Seats, or adults of the family": "Seddi, neu oedolion o'r teulu",
    "Why": "Pam",
    # Phases, injects, decisions, plan
    "A stretch of the session with one purpose and a budget of minutes, which warns and ends nothing.": (
        "Rhan o'r sesiwn ag un diben a hyn a hyn o funudau; rhybudd yw'r rheini, ac nid ydynt yn cau dim."
    ),
    "The phase's id": "Id y cam",
    "What it is for; decides what may be done in it": "Ei ddiben; hyn sy'n penderfynu beth gellir ei wneud ynddo",
    "How long it is meant to take": "Pa mor hir y dylai gymryd",
    "Who may speak": "Pwy gaiff siarad",
    "In a round: whose turn comes when": "Mewn cylch: tro pwy sy'n dod pryd",
    "What is decided in it": "Yr hyn a benderfynir ynddo",
    "Asks each practitioner privately for a level of concern per child": (
        "Yn gofyn yn breifat i bob ymarferydd am lefel ei bryder am bob plentyn"
    ),
    "A private prompt for a seat": "Nodyn preifat i sedd",
    "Something that happens during the conference; it always has a button in the control room too.": (
        "Rhywbeth sy'n digwydd yn ystod y gynhadledd; mae iddo fotwm yn yr ystafell reoli hefyd bob amser."
    ),
    "Which seats it reaches, or `everyone`": "Pa seddi y mae'n eu cyrraedd, neu `everyone`",
    "What it waits for; this or `manual: true`": "Yr hyn y mae'n aros amdano; hyn neu `manual: true`",
    "Fired by hand only": "Â llaw yn unig",
    "What those seats are told": "Yr hyn a ddywedir wrth y seddi hynny",
    "Papers put into those seats' hands": "Papurau a roddir yn nwylo'r seddi hynny",
    "What it does to the room": "Yr hyn y mae'n ei wneud i'r ystafell",
    "A question to one seat, answered with a reason": "Cwestiwn i un sedd, i'w ateb â rheswm",
    "What an inject does to the room.": "Yr hyn y mae mewnosodiad yn ei wneud i'r ystafell.",
    "That seat's connection is gone": "Mae cysylltiad y sedd honno wedi mynd",
    "How long the connection is gone": "Am ba hyd y mae'r cysylltiad wedi mynd",
    "These seats come in": "Daw'r seddi hyn i mewn",
    "These seats go out": "Mae'r seddi hyn yn mynd allan",
    "An adult is beside a seat, unseen by the others": "Mae oedolyn wrth ochr sedd, heb i'r lleill ei weld",
    "A paper that everybody now sees": "Papur y mae pawb bellach yn ei weld",
    "What an inject asks somebody to choose, with a reason.": "Yr hyn y mae mewnosodiad yn gofyn i rywun ei ddewis, â rheswm.",
    "Who chooses": "Pwy sy'n dewis",
    "What is asked": "Yr hyn a ofynnir",
    "What there is to choose from, two or more": "Yr hyn sydd i ddewis ohono, dau neu fwy",
    "Something the conference decides, closed by the chair.": (
        "Rhywbeth y mae'r gynhadledd yn ei benderfynu, a'r cadeirydd yn ei gau."
    ),
    "What is decided": "Yr hyn a benderfynir",
    "What it may be, two or more": "Yr hyn y gall fod, dau neu fwy",
    "What it is taken for": "Ar gyfer beth y gwneir ef",
    "Under which it may be": "O dan ba rai y gall fod",
    "Asked of the table before views are taken: for each child somebody answers, or the chair says why not. Scripts answer nothing, and where they hold every seat go on without": (
        "Gofynnir hyn i'r bwrdd cyn cymryd barn: mae rhywun yn ateb ar gyfer pob plentyn, neu'r cadeirydd yn dweud pam ddim. "
        "Nid yw sgriptiau'n ateb dim, a lle mae ganddynt bob sedd maent yn mynd ymlaen heb ateb"
    ),
    "Whether safety until the plan must be agreed": "A oes rhaid cytuno ar ddiogelwch hyd y cynllun",
    "What the outline plan asks for.": "Yr hyn y mae'r cynllun amlinellol yn gofyn amdano.",
    "What each action tells": "Yr hyn y mae pob cam gweithredu yn ei ddweud",
    "Which kinds of action it has": "Pa fathau o gamau gweithredu sydd ynddo",
    "In a review: the plan it looks back on": "Mewn adolygiad: y cynllun y mae'n edrych yn ôl arno",
    "In a review: one action of the plan it looks back on.": (
        "Mewn adolygiad: un cam gweithredu o'r cynllun y mae'n edrych yn ôl arno."
    ),
    "For which child": "Ar gyfer pa blentyn",
    "Safety or support": "Diogelwch ynteu gymorth",
    "What was to be done": "Yr hyn oedd i'w wneud",
    "Who was to do it": "Pwy oedd i'w wneud",
    "The risk it was to lower": "Y risg yr oedd i'w lleihau",
    "By when": "Erbyn pryd",
    "A short task between the conference and the debrief.": "Tasg fer rhwng y gynhadledd a'r ôl-drafodaeth.",
    "Who does it": "Pwy sy'n ei wneud",
    "To whom": "I bwy",
    "What is asked for": "Yr hyn y gofynnir amdano",
    # The debrief
    "The debrief's material.": "Deunydd yr ôl-drafodaeth.",
    "What the facilitator asks": "Yr hyn y mae'r hwylusydd yn ei ofyn",
    "Sound answers by variant (`default` where there are none) and child": (
        "Atebion cadarn yn ôl amrywiad (`default` lle nad oes rhai) a phlentyn"
    ),
    "What conferences get wrong": "Yr hyn y mae cynadleddau'n ei wneud yn anghywir",
    "What facilitators score, per group": "Yr hyn y mae hwyluswyr yn ei sgorio, fesul grŵp",
    "What a sound decision for one child could be, and why.": "Beth allai penderfyniad cadarn ar gyfer un plentyn fod, a pham.",
    "The options that can be defended": "Yr opsiynau y gellir eu hamddiffyn",
    "Categories that a sound decision has": "Categorïau sydd mewn penderfyniad cadarn",
    "Categories that it could have": "Categorïau a allai fod ynddo",
    "The reason": "Y rheswm",
    "Something conferences are known to get wrong.": "Rhywbeth y gwyddys bod cynadleddau'n ei wneud yn anghywir.",
    "What it is": "Beth ydyw",
    "Looked at when the conference ends; without it, the facilitator ticks": (
        "Edrychir arno pan ddaw'r gynhadledd i ben; hebddo, yr hwylusydd sy'n ticio"
    ),
    "One line of the rubric, scored per group by facilitators.": "Un llinell o'r gyfeireb, a sgorir fesul grŵp gan hwyluswyr.",
    "What is looked at": "Yr hyn yr edrychir arno",
    "Two to five levels, lowest first": "Dwy i bum lefel, yr isaf yn gyntaf",
    # What an absent key means
    "all": "pob un",
    "all children": "yr holl blant",
    "all five": "pob un o'r pump",
    "the five": "y pump",
    "both": "y ddau",
    "not said": "heb ei ddweud",
    "start, or when it is dealt": "`start`, neu pan roddir ef i rywun",
    "child: statement; family, supporter: trainer, actor, script, statement; others: learner, trainer, script": (
        "child: statement; family, supporter: trainer, actor, script, statement; y lleill: learner, trainer, script"
    ),
}
