"""The words of every problem, English and Welsh. Details in braces are named by whoever tells of it."""

UNITS: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "line": ("line", "llinell"),
    "row": ("row", "rhes"),
    "question": ("question", "cwestiwn"),
}

OF_FILES: dict[str, tuple[str, str]] = {
    "unknown-form": (
        "The file’s name does not say what it is. Questions can come as .gift or .txt (GIFT), .xml (Moodle or QTI), .zip (QTI), .csv, .yaml.",
        "Nid yw enw’r ffeil yn dweud beth yw hi. Gall cwestiynau ddod fel .gift neu .txt (GIFT), .xml (Moodle neu QTI), .zip (QTI), .csv, .yaml.",
    ),
    "file-too-large": (
        "The file is larger than {limit} MB. Split it.",
        "Mae’r ffeil yn fwy na {limit} MB. Rhannwch hi.",
    ),
    "cannot-open": (
        "The file cannot be opened. Check its name, and that you may read it.",
        "Ni ellir agor y ffeil. Gwiriwch ei henw, a bod gennych hawl i’w darllen.",
    ),
    "not-utf-8": ("The file is not in UTF-8. Save it as UTF-8.", "Nid yw’r ffeil mewn UTF-8. Cadwch hi fel UTF-8."),
    "nothing-there": (
        "There is no question in the file. Choose another, or see that it was saved whole.",
        "Nid oes cwestiwn yn y ffeil. Dewiswch un arall, neu gwiriwch ei bod wedi’i chadw’n gyfan.",
    ),
    "too-many-questions": (
        "The file holds more than {limit} questions. Split it: those after were not read.",
        "Mae mwy na {limit} o gwestiynau yn y ffeil. Rhannwch hi: ni ddarllenwyd y rhai wedyn.",
    ),
    "too-many-problems": (
        "There are more problems than {limit}. Mend these first, then check again.",
        "Mae mwy na {limit} o broblemau. Trwsiwch y rhain yn gyntaf, yna gwirio eto.",
    ),
    "twice": (
        "This question has the same name as one before it in the file. Give one of the two another.",
        "Mae gan y cwestiwn hwn yr un enw ag un o’i flaen yn y ffeil. Rhowch enw arall i un o’r ddau.",
    ),
    "zip": ("The package cannot be read: {reason}", "Ni ellir darllen y pecyn: {reason}"),
    "no-manifest": (
        "There is no imsmanifest.xml in the package. Export it again as a QTI package.",
        "Nid oes imsmanifest.xml yn y pecyn. Allforiwch ef eto fel pecyn QTI.",
    ),
    "file-missing": (
        "The manifest lists this file, but it is not in the package. Export the package again.",
        "Mae’r maniffest yn rhestru’r ffeil hon, ond nid yw yn y pecyn. Allforiwch y pecyn eto.",
    ),
    "other-files-left-out": (
        "The package holds tests or other files too. Only its questions are taken; put a paper together here.",
        "Mae profion neu ffeiliau eraill yn y pecyn hefyd. Dim ond ei gwestiynau a gymerir; lluniwch bapur yma.",
    ),
    "not-xml": (
        "This is no XML that can be read: {reason}. Export the file again.",
        "Nid yw hwn yn XML y gellir ei ddarllen: {reason}. Allforiwch y ffeil eto.",
    ),
    "xml-entities": (
        "The XML defines entities or points to other files. Export it without a document type.",
        "Mae’r XML yn diffinio endidau neu’n pwyntio at ffeiliau eraill. Allforiwch ef heb fath o ddogfen.",
    ),
    "xml-too-much": (
        "There are too many elements here, or they stand too deep in each other. Split the file.",
        "Mae gormod o elfennau yma, neu maent yn rhy ddwfn yn ei gilydd. Rhannwch y ffeil.",
    ),
    "not-moodle": (
        "The file begins with “{name}”, and is neither Moodle XML (quiz) nor QTI (assessmentItem).",
        "Mae’r ffeil yn dechrau â “{name}”, ac nid yw’n XML Moodle (quiz) nac yn QTI (assessmentItem).",
    ),
    "not-qti": (
        "The file begins with “{name}” and is no QTI item with a body. Export the question as QTI 2.1 or 3.0.",
        "Mae’r ffeil yn dechrau â “{name}” ac nid yw’n eitem QTI â chorff. Allforiwch y cwestiwn fel QTI 2.1 neu 3.0.",
    ),
    "qti-no-item": (
        "This is QTI’s {name}, which only names questions. Choose the package (.zip), or a question’s own file.",
        "Dyma {name} QTI, sydd ond yn enwi cwestiynau. Dewiswch y pecyn (.zip), neu ffeil cwestiwn ei hun.",
    ),
    "not-csv": (
        "This is no sheet that can be read: {reason}. Save it again as CSV.",
        "Nid yw hon yn daflen y gellir ei darllen: {reason}. Cadwch hi eto fel CSV.",
    ),
    "no-header": (
        "The first row has to name the columns: kind, and prompt_en or prompt_cy. Begin with the template.",
        "Rhaid i’r rhes gyntaf enwi’r colofnau: kind, a prompt_en neu prompt_cy. Dechreuwch â’r templed.",
    ),
    "unknown-column": (
        "There is no such column. Correct its name, or remove it.",
        "Nid oes colofn o’r fath. Cywirwch ei henw, neu ei dileu.",
    ),
    "too-many-columns": (
        "There are more than {limit} columns. Begin with the template.",
        "Mae mwy na {limit} o golofnau. Dechreuwch â’r templed.",
    ),
    "column-twice": (
        "There are two columns of this name. Keep one.",
        "Mae dwy golofn â’r enw hwn. Cadwch un.",
    ),
    "not-yaml": (
        "This is no YAML that can be read: {reason}. Look at the signs and the indents of this line.",
        "Nid yw hwn yn YAML y gellir ei ddarllen: {reason}. Edrychwch ar arwyddion a mewnoliad y llinell hon.",
    ),
    "yaml-alias": (
        "Anchors, aliases and tags are not read. Write out what stands here.",
        "Ni ddarllenir angorau, aliasau na thagiau. Ysgrifennwch yn llawn yr hyn sydd yma.",
    ),
    "yaml-too-much": (
        "There are too many values here, or they stand too deep in each other. Split the file.",
        "Mae gormod o werthoedd yma, neu maent yn rhy ddwfn yn ei gilydd. Rhannwch y ffeil.",
    ),
    "yaml-several": (
        "The file holds more than one document. Keep one.",
        "Mae mwy nag un ddogfen yn y ffeil. Cadwch un.",
    ),
    "yaml-key": ("A key has to be a word. Write one.", "Rhaid i allwedd fod yn air. Ysgrifennwch un."),
    "yaml-twice": ("This key stands twice. Keep one.", "Mae’r allwedd hon yma ddwywaith. Cadwch un."),
    "yaml-no-questions": (
        "The file has to be a list under the key “questions”.",
        "Rhaid i’r ffeil fod yn rhestr o dan yr allwedd “questions”.",
    ),
    "yaml-not-a-question": (
        "This is no question: write keys with values.",
        "Nid cwestiwn yw hwn: ysgrifennwch allweddi â gwerthoedd.",
    ),
    "yaml-id": (
        "A question needs an id of its own: a UUID in small letters.",
        "Mae angen ei id ei hun ar gwestiwn: UUID mewn llythrennau bach.",
    ),
    "outcome-not-listed": (
        "The file’s `outcomes` have no “{name}”. Correct the name, or add the outcome.",
        "Nid oes “{name}” ymhlith `outcomes` y ffeil. Cywirwch yr enw, neu ychwanegwch y deilliant.",
    ),
    "outcome-not-shown": (
        "No question of the paper shows “{name}”. Correct the name, or remove the line.",
        "Nid oes cwestiwn yn y papur yn dangos “{name}”. Cywirwch yr enw, neu dileu’r llinell.",
    ),
    "paper-draws": (
        "What this paper draws from banks stands in other files, and was not looked at. Check those files too.",
        "Mewn ffeiliau eraill y mae’r hyn y mae’r papur hwn yn ei dynnu o fanciau, ac nid edrychwyd arno. Gwiriwch y ffeiliau hynny hefyd.",
    ),
    "pass-mark-too-high": (
        "The file has fewer questions than the pass mark asks for: {limit}. Lower it, or write more questions.",
        "Mae llai o gwestiynau yn y ffeil nag y mae’r marc pasio yn gofyn amdanynt: {limit}. Gostyngwch ef, neu ysgrifennwch fwy o gwestiynau.",
    ),
    "yaml-outcome": (
        "The outcome has to be a text of at most {limit} letters.",
        "Rhaid i’r deilliant fod yn destun o {limit} llythyren ar y mwyaf.",
    ),
    "unknown-key": (
        "There is no key “{name}” here. Correct it, or remove it.",
        "Nid oes allwedd “{name}” yma. Cywirwch hi, neu ei dileu.",
    ),
}

OF_SHAPES: dict[str, tuple[str, str]] = {
    "shape": ("This does not fit: {words}.", "Nid yw hyn yn ffitio: {words}."),
    "shape-missing": ("The key “{name}” is missing. Add it.", "Mae’r allwedd “{name}” ar goll. Ychwanegwch hi."),
    "shape-other": ("Here stands {got}, and it has to be {wanted}.", "Yma mae {got}, ac mae angen {wanted}."),
    "shape-few": ("There have to be at least {limit}. Add more.", "Rhaid cael o leiaf {limit}. Ychwanegwch ragor."),
    "shape-many": ("There may be at most {limit}. Remove some.", "Ni chaiff fod mwy na {limit}. Tynnwch rai."),
    "shape-long": (
        "The text is longer than {limit} letters. Shorten it.",
        "Mae’r testun yn hwy na {limit} llythyren. Byrhewch ef.",
    ),
    "shape-empty": ("The text is empty. Write it.", "Mae’r testun yn wag. Ysgrifennwch ef."),
    "shape-low": ("The number has to be at least {limit}.", "Rhaid i’r rhif fod o leiaf {limit}."),
    "shape-high": ("The number has to be at most {limit}.", "Rhaid i’r rhif fod yn {limit} ar y mwyaf."),
    "shape-value": (
        "“{value}” is not one of those that may stand here.",
        "Nid yw “{value}” yn un o’r rhai a gaiff sefyll yma.",
    ),
    "shape-pattern": ("This has to be {pattern}.", "Dyma sydd ei angen yma: {pattern}."),
    "fault-one-right": ("Exactly one has to be right.", "Rhaid i un yn union fod yn gywir."),
    "fault-some-right": ("At least one has to be right.", "Rhaid i o leiaf un fod yn gywir."),
    "fault-twice": (
        "This id stands twice. Give one of the two a new one.",
        "Mae’r id hwn yma ddwywaith. Rhowch un newydd i un o’r ddau.",
    ),
    "fault-no-target": ("There is no target with this id. Correct it.", "Nid oes targed â’r id hwn. Cywirwch ef."),
    "fault-not-offered": (
        "The panel chose something that the question does not offer. Correct the counts.",
        "Dewisodd y panel rywbeth nad yw’r cwestiwn yn ei gynnig. Cywirwch y niferoedd.",
    ),
    "fault-same-points": (
        "Two levels have the same points. Give each its own.",
        "Mae gan ddwy lefel yr un pwyntiau. Rhowch rai gwahanol i bob un.",
    ),
}

OF_QUESTIONS: dict[str, tuple[str, str]] = {
    "kind-not-ours": (
        "Questions of this kind are not taken over: {kind}. Write it anew here, or leave it out.",
        "Ni chymerir cwestiynau o’r math hwn: {kind}. Ysgrifennwch ef o’r newydd yma, neu ei hepgor.",
    ),
    "no-prompt": ("Nothing is asked. Write the question.", "Ni ofynnir dim. Ysgrifennwch y cwestiwn."),
    "text-too-long": (
        "A text is longer than {limit} letters. Shorten it.",
        "Mae testun yn hwy na {limit} llythyren. Byrhewch ef.",
    ),
    "unreadable": (
        "A text has a character that nobody can see, such as NUL. Write the text anew.",
        "Mae nod na all neb ei weld mewn testun, fel NUL. Ysgrifennwch y testun o’r newydd.",
    ),
    "too-few-options": (
        "There have to be at least two options; here the number is {count}.",
        "Rhaid cael o leiaf ddau ddewis; y nifer yma yw {count}.",
    ),
    "too-many-options": (
        "There may be at most {limit} options. Remove some, or make two questions of it.",
        "Ni chaiff fod mwy na {limit} o ddewisiadau. Tynnwch rai, neu wneud dau gwestiwn ohono.",
    ),
    "empty-option": (
        "Option {number} is empty. Write it, or remove it.",
        "Mae dewis {number} yn wag. Ysgrifennwch ef, neu ei dynnu.",
    ),
    "one-right": (
        "Exactly one option has to be right; here the number is {count}.",
        "Rhaid i un dewis yn union fod yn gywir; y nifer yma yw {count}.",
    ),
    "some-right": ("No option is right. Say which are.", "Nid oes dewis cywir. Dywedwch pa rai sy’n gywir."),
    "too-few-targets": (
        "There have to be at least two different things to match with.",
        "Rhaid cael o leiaf ddau beth gwahanol i baru â nhw.",
    ),
    "no-target": (
        "Nothing belongs to number {number}. Say what does.",
        "Nid oes dim yn perthyn i rif {number}. Dywedwch beth sydd.",
    ),
    "no-accepted": (
        "No answer is accepted. Write at least one.",
        "Ni dderbynnir unrhyw ateb. Ysgrifennwch o leiaf un.",
    ),
    "too-many-accepted": (
        "There may be at most {limit} accepted answers. Remove some.",
        "Ni chaiff fod mwy na {limit} o atebion a dderbynnir. Tynnwch rai.",
    ),
    "answer-too-long": (
        "An accepted answer is longer than {limit} letters. Shorten it.",
        "Mae ateb a dderbynnir yn hwy na {limit} llythyren. Byrhewch ef.",
    ),
    "key-too-long": (
        "The name of the question or its outcome is longer than {limit} letters. Shorten it.",
        "Mae enw’r cwestiwn neu ei ddeilliant yn hwy na {limit} llythyren. Byrhewch ef.",
    ),
    "gift-no-answers": (
        "The answers in {{ }} are missing, or their braces do not close. Write them after the question.",
        "Mae’r atebion mewn {{ }} ar goll, neu nid yw’r bachau’n cau. Ysgrifennwch nhw ar ôl y cwestiwn.",
    ),
    "not-a-number": ("{at} has to be a number, and is “{value}”.", "Rhaid i {at} fod yn rhif, ac “{value}” ydyw."),
    "not-true-and-false": (
        "Both answers, true and false, have to be there.",
        "Rhaid i’r ddau ateb, true a false, fod yno.",
    ),
    "wildcard": (
        "An accepted answer has a *, which stands for anything in Moodle. Write out each answer that is right.",
        "Mae * mewn ateb a dderbynnir, sy’n golygu unrhyw beth yn Moodle. Ysgrifennwch bob ateb cywir yn llawn.",
    ),
    "not-one-interaction": (
        "The item asks {count} things, and can be taken only where it asks one. Split it.",
        "Nifer y pethau y mae’r eitem yn eu gofyn: {count}. Dim ond un sy’n gofyn un peth a gymerir. Rhannwch hi.",
    ),
    "qti-asks-nothing": (
        "The item asks nothing that is answered on its page. Leave it out.",
        "Nid yw’r eitem yn gofyn dim a atebir ar ei thudalen. Hepgorwch hi.",
    ),
    "qti-template": (
        "The item makes its numbers or words anew each time, and questions here stay the same. Write it out with some of them.",
        "Mae’r eitem yn llunio’i rhifau neu ei geiriau o’r newydd bob tro, ac mae cwestiynau yma’n aros yr un fath. Ysgrifennwch hi’n llawn â rhai ohonynt.",
    ),
    "qti-nothing-right": (
        "The item does not say what is right. Add a correct response.",
        "Nid yw’r eitem yn dweud beth sy’n gywir. Ychwanegwch ateb cywir.",
    ),
    "qti-right-not-offered": (
        "“{name}” is right by the item, but not among its choices. Correct one of the two.",
        "Mae “{name}” yn gywir yn ôl yr eitem, ond nid yw ymhlith ei dewisiadau. Cywirwch y naill neu’r llall.",
    ),
    "qti-order-not-whole": (
        "The right order does not name every choice once. Only a whole order is taken.",
        "Nid yw’r drefn gywir yn enwi pob dewis unwaith. Dim ond trefn gyfan a gymerir.",
    ),
    "qti-match-sets": (
        "There have to be two sets to match with each other.",
        "Rhaid cael dwy set i’w paru â’i gilydd.",
    ),
    "qti-several-targets": (
        "Something has more than one match. Only one for each is taken.",
        "Mae mwy nag un pâr gan rywbeth. Dim ond un i bob un a gymerir.",
    ),
    "row-kind": (
        "“{kind}” is no kind of question. Those that are: {kinds}.",
        "Nid math o gwestiwn yw “{kind}”. Dyma’r mathau: {kinds}.",
    ),
    "row-too-long": (
        "The row has more cells than there are columns. Put quotation marks round a text with a comma in it.",
        "Mae mwy o gelloedd yn y rhes nag sydd o golofnau. Rhowch ddyfynodau o gwmpas testun â choma ynddo.",
    ),
    "row-true-false": (
        "Write true or false; here stands “{said}”.",
        "Ysgrifennwch true neu false; yma mae “{said}”.",
    ),
    "row-answer": (
        "Write the numbers of the right options, 1 to {options}, with commas; here stands “{said}”.",
        "Ysgrifennwch rifau’r dewisiadau cywir, 1 i {options}, gyda chomas; yma mae “{said}”.",
    ),
    "languages-differ": (
        "English and Welsh have not the same parts. Write the same options in both, in the same places.",
        "Nid yr un rhannau sydd yn Gymraeg ac yn Saesneg. Ysgrifennwch yr un dewisiadau yn y ddwy, yn yr un lleoedd.",
    ),
}

LOSSES: dict[str, tuple[str, str]] = {
    "element-lost": (
        "Taken without this, which has no place here: {name}. Look at the question.",
        "Fe’i cymerwyd heb hyn, nad oes lle iddo yma: {name}. Edrychwch ar y cwestiwn.",
    ),
    "named-apart": (
        "Another question of this name stands before it, so it is taken under a name of its own. Bring both in together when you bring them in again.",
        "Mae cwestiwn arall o’r un enw o’i flaen, felly fe’i cymerir o dan enw ei hun. Dewch â’r ddau i mewn gyda’i gilydd pan ddewch â nhw i mewn eto.",
    ),
    "same-again": (
        "The same question stands before it in the file. It is taken once.",
        "Mae’r un cwestiwn o’i flaen yn y ffeil. Fe’i cymerir unwaith.",
    ),
    "qti-adaptive-lost": (
        "The item goes on by what was answered; here it is asked once. Look at the question.",
        "Mae’r eitem yn mynd yn ei blaen yn ôl yr hyn a atebwyd; yma fe’i gofynnir unwaith. Edrychwch ar y cwestiwn.",
    ),
    "weights-lost": (
        "Its options are worth different parts; here each counts the same. Look at the marks.",
        "Mae ei ddewisiadau’n werth rhannau gwahanol; yma mae pob un yn cyfrif yr un faint. Edrychwch ar y marciau.",
    ),
    "half-right-lost": (
        "Answers that were right in part are not taken; only those wholly right.",
        "Ni chymerir atebion a oedd yn gywir yn rhannol; dim ond y rhai cwbl gywir.",
    ),
    "feedback-lost": (
        "Taken without the feedback to all. Write a reason for each part.",
        "Fe’i cymerwyd heb yr adborth i bawb. Ysgrifennwch reswm dros bob rhan.",
    ),
    "reasons-lost": (
        "Given out without the reasons that it offers: the format has no place for them.",
        "Fe’i rhoddwyd allan heb y rhesymau y mae’n eu cynnig: nid oes lle iddynt yn y fformat.",
    ),
    "capitals-lost": (
        "Given out without “capitals matter”: the format has no place for it.",
        "Fe’i rhoddwyd allan heb “mae priflythrennau’n bwysig”: nid oes lle iddo yn y fformat.",
    ),
    "why-lost": (
        "Given out without the reasons of its parts: the format has no place for them.",
        "Fe’i rhoddwyd allan heb resymau ei rannau: nid oes lle iddynt yn y fformat.",
    ),
}

GIVING_OUT: dict[str, tuple[str, str]] = {
    "not-in-this-language": (
        "Not given out: it is not yet written in this language.",
        "Ni chafodd ei roi allan: nid yw wedi’i ysgrifennu yn yr iaith hon eto.",
    ),
    "not-whole-in-this-language": (
        "Not given out: a text is missing in this language ({at}).",
        "Ni chafodd ei roi allan: mae testun ar goll yn yr iaith hon ({at}).",
    ),
    "kind-unknown-elsewhere": (
        "Not given out: the format has no such kind ({kind}). Our own YAML has.",
        "Ni chafodd ei roi allan: nid oes math o’r fath ({kind}) yn y fformat. Mae ef yn ein YAML ni.",
    ),
}

TAKING_IN: dict[str, tuple[str, str]] = {
    "differs": (
        "This question is here already, and more than its texts is different: what is right, or how many parts it has. Change it here, or give it another name.",
        "Mae’r cwestiwn hwn yma eisoes, ac mae mwy na’i destunau’n wahanol: beth sy’n gywir, neu faint o rannau sydd iddo. Newidiwch ef yma, neu rhowch enw arall iddo.",
    ),
    "in-another-bank": (
        "This question is in another bank already: {bank}. Bring it in there, or give it another name.",
        "Mae’r cwestiwn hwn mewn banc arall eisoes: {bank}. Dewch ag ef i mewn yno, neu rhowch enw arall iddo.",
    ),
    "outcome-unknown": (
        "The bank has no outcome “{name}”. The question is taken without one; choose it in the bank.",
        "Nid oes gan y banc ddeilliant “{name}”. Cymerir y cwestiwn heb un; dewiswch ef yn y banc.",
    ),
}

MESSAGES = {**OF_FILES, **OF_SHAPES, **OF_QUESTIONS, **LOSSES, **GIVING_OUT, **TAKING_IN}
