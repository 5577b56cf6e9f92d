"""What the model says of scripts, conditions and actions, in Welsh, by the English that stands in the model. It awaits a translator."""

from collections.abc import Mapping

OF_THE_PARTS: Mapping[str, str] = {
    # Beats
    "Why rehearsing alone is safe here": "Pam y mae ymarfer ar eich pen eich hun yn ddiogel yma",
    "The reviewer's reason why one learner may rehearse the scenario alone; the writer's proposal until it is reviewed.": (
        "Rheswm yr adolygydd pam y caiff un dysgwr ymarfer y senario ar ei ben ei hun; cynnig yr awdur nes iddo gael ei adolygu."
    ),
    "One thing a scripted seat does, once.": "Un peth y mae sedd sgript yn ei wneud, unwaith.",
    "What it waits for": "Yr hyn y mae'n aros amdano",
    "How long after `when` first held; it still fires if the phase has ended": (
        "Faint ar ôl i `when` ddod yn wir gyntaf; mae'n digwydd hyd yn oed os daeth y cam i ben"
    ),
    "The language it is said in": "Yr iaith y dywedir ef ynddi",
    "One view on one child; it needs `because` or `why`.": "Un farn am un plentyn; mae arni angen `because` neu `why`.",
    "One of the decision's options": "Un o opsiynau'r penderfyniad",
    "The facts it rests on, of those shared by then": "Y ffeithiau y mae'n pwyso arnynt, o'r rhai a rannwyd erbyn hynny",
    "How sure, from 0 to 10": "Pa mor sicr, o 0 i 10",
    "The reason in words": "Y rheswm mewn geiriau",
    "The decision for one child.": "Y penderfyniad ar gyfer un plentyn.",
    # Conditions
    "Every one of these holds.": "Mae pob un o'r rhain yn wir.",
    "At least one of these holds.": "Mae o leiaf un o'r rhain yn wir.",
    "This does not hold.": "Nid yw hyn yn wir.",
    "That phase is on.": "Mae'r cam hwnnw ar fynd.",
    "At least this long since the phase began, pauses not counted.": (
        "O leiaf hyn ers i'r cam ddechrau, heb gyfrif seibiau."
    ),
    "All of these facts have been shared.": "Mae'r ffeithiau hyn i gyd wedi'u rhannu.",
    "None of these facts has been shared.": "Nid oes yr un o'r ffeithiau hyn wedi'i rhannu.",
    "A holder of this fact was asked about its topic, or was called.": (
        "Gofynnwyd am bwnc y ffaith i rywun sy'n ei dal, neu galwyd y person hwnnw."
    ),
    "This fact was shared in the sayer's own words.": "Rhannwyd y ffaith hon yng ngeiriau'r siaradwr ei hun.",
    "That seat was the last to share anything, of those that hold facts.": (
        "Y sedd honno oedd yr olaf i rannu rhywbeth, o'r rhai sydd â ffeithiau."
    ),
    "This fact was said before somebody it was withheld from.": "Dywedwyd y ffaith hon o flaen rhywun y cedwid hi rhagddo.",
    "The decision gave all children the same categories (`true`), or did not (`false`); neither where it gave none.": (
        "Rhoddodd y penderfyniad yr un categorïau i'r plant i gyd (`true`), neu ddim (`false`); dim un o'r ddau lle na roddodd gategori."
    ),
    "That seat has spoken, shared or presented.": "Mae'r sedd honno wedi siarad, rhannu neu gyflwyno.",
    "Nobody sits in that seat, or it is not in the room.": "Nid oes neb yn y sedd honno, neu nid yw yn yr ystafell.",
    "The decision was explained to that person in plain words.": "Esboniwyd y penderfyniad i'r person hwnnw mewn geiriau plaen.",
    "This fact was shared in that language, or in that phase, or both.": (
        "Rhannwyd y ffaith hon yn yr iaith honno, neu yn y cam hwnnw, neu'r ddau."
    ),
    "Which fact": "Pa ffaith",
    "Said in this language": "Dywedwyd yn yr iaith hon",
    "Said in this phase": "Dywedwyd yn y cam hwn",
    "The plan has an action that fits all the keys given.": (
        "Mae yn y cynllun gam gweithredu sy'n cyfateb i'r holl allweddi a roddwyd."
    ),
    "For this child": "Ar gyfer y plentyn hwn",
    "Of this kind": "O'r math hwn",
    "Owned by this seat or adult": "Y sedd neu'r oedolyn hwn sy'n gyfrifol amdano",
    "At least so many seats gave this view on that child.": "Rhoddodd o leiaf hyn o seddi'r farn hon am y plentyn hwnnw.",
    "Which child": "Pa blentyn",
    "Which option of a decision": "Pa opsiwn mewn penderfyniad",
    "How many seats": "Faint o seddi",
    "The chair closed that child's decision so.": "Caeodd y cadeirydd benderfyniad y plentyn hwnnw felly.",
    "An inject's question was answered with this choice.": "Atebwyd cwestiwn mewnosodiad â'r dewis hwn.",
    "The inject that asks": "Y mewnosodiad sy'n gofyn",
    "One of its choices": "Un o'i ddewisiadau",
    # Actions
    "Ask the chair for the floor.": "Gofyn i'r cadeirydd am gael siarad.",
    "Step out.": "Camu allan.",
    "Come back in.": "Dod yn ôl i mewn.",
    "The chair moves on to the next phase.": "Mae'r cadeirydd yn symud ymlaen i'r cam nesaf.",
    "The chair asks everybody back in.": "Mae'r cadeirydd yn gofyn i bawb ddod yn ôl i mewn.",
    "The chair opens the views that were kept.": "Mae'r cadeirydd yn agor y farn a gadwyd.",
    "Speak these words.": "Dweud y geiriau hyn.",
    "Share these facts, showing the passages that carry them.": "Rhannu'r ffeithiau hyn, gan ddangos y darnau lle maent.",
    "Give a level of concern from 0 to 10 for each child named.": (
        "Rhoi lefel pryder o 0 i 10 ar gyfer pob plentyn a enwir."
    ),
    "Give a view for each child named.": "Rhoi barn ar gyfer pob plentyn a enwir.",
    "Read a statement out, when the chair has asked for it; what it carries is shared.": (
        "Darllen datganiad yn uchel, wedi i'r cadeirydd ofyn amdano; rhennir yr hyn sydd ynddo."
    ),
    "The chair calls an agency that is not in the room.": "Mae'r cadeirydd yn galw asiantaeth nad yw yn yr ystafell.",
    "Answer the questions of injects: one choice for each inject named.": (
        "Ateb cwestiynau mewnosodiadau: un dewis ar gyfer pob mewnosodiad a enwir."
    ),
    "The chair gives a seat the floor.": "Mae'r cadeirydd yn gadael i sedd siarad.",
    "The chair closes the decision for each child named.": "Mae'r cadeirydd yn cau'r penderfyniad ar gyfer pob plentyn a enwir.",
    "The chair sums up, in these words if any are given.": "Mae'r cadeirydd yn crynhoi, yn y geiriau hyn os rhoddir rhai.",
    "Share a fact in own words.": "Rhannu ffaith mewn geiriau eich hun.",
    "The words it is said in": "Y geiriau y dywedir hi ynddynt",
    "Ask a seat, about a topic or in own words: one of the two.": "Gofyn i sedd, am bwnc neu mewn geiriau eich hun: un o'r ddau.",
    "Who is asked": "I bwy y gofynnir",
    "What about, by name": "Am beth, wrth ei enw",
    "What about, in own words": "Am beth, mewn geiriau eich hun",
    "Record dissent from a decision, with its reason.": "Cofnodi anghytundeb â phenderfyniad, â'i reswm.",
    "Whose decision": "Penderfyniad pwy",
    "Put an action into the plan.": "Rhoi cam gweithredu yn y cynllun.",
    "What is to be done": "Yr hyn sydd i'w wneud",
    "The risk it lowers": "Y risg y mae'n ei lleihau",
    "What follows if it does not lower the risk": "Yr hyn sy'n dilyn os nad yw'n lleihau'r risg",
    "Say what keeps a child safe until the plan begins.": "Dweud beth sy'n cadw plentyn yn ddiogel nes i'r cynllun ddechrau.",
    "What keeps the child safe": "Yr hyn sy'n cadw'r plentyn yn ddiogel",
    "The chair adjourns the conference, and says why.": "Mae'r cadeirydd yn gohirio'r gynhadledd, ac yn dweud pam.",
    "The chair goes on without somebody, on a listed ground.": "Mae'r cadeirydd yn mynd ymlaen heb rywun, ar sail o'r rhestr.",
    "Who goes out": "Pwy sy'n mynd allan",
    "On what ground": "Ar ba sail",
    "The chair names the core group and its first date.": "Mae'r cadeirydd yn enwi'r grŵp craidd a'i ddyddiad cyntaf.",
    "Who is in it": "Pwy sydd ynddo",
    "When it first meets": "Pryd y mae'n cyfarfod gyntaf",
    "The chair explains the decision to somebody in plain words.": (
        "Mae'r cadeirydd yn esbonio'r penderfyniad i rywun mewn geiriau plaen."
    ),
}
