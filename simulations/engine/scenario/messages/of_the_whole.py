"""What the reader says where parts of a scenario do not fit each other: who knows what, casting, deciding, variants, people's data."""

OF_THE_WHOLE: dict[str, tuple[str, str]] = {
    # Who knows what
    "fact-not-held": (
        "Nobody holds the fact “{found}”{variant_en}: no passage of a paper carries it.",
        "Nid oes neb yn dal y ffaith “{found}”{variant_cy}: nid oes darn o bapur yn ei chario.",
    ),
    "paper-out-of-reach": (
        "Nobody can ever get the paper “{found}”{variant_en}: what it waits for cannot happen, or whoever holds it never comes.",
        "Ni all neb byth gael y papur “{found}”{variant_cy}: ni all yr hyn y mae'n aros amdano ddigwydd, neu nid yw'r sawl sy'n ei ddal byth yn dod.",
    ),
    "paper-not-held": (
        "The paper “{found}” is in nobody's hands: name a seat under held_by.",
        "Nid yw'r papur “{found}” yn nwylo neb: enwch sedd o dan held_by.",
    ),
    "file-elsewhere": (
        "A file must lie beside the scenario, or in a folder there: “{found}”.",
        "Rhaid i ffeil fod wrth ochr y senario, neu mewn ffolder yno: “{found}”.",
    ),
    "shares-what-it-lacks": (
        "The seat “{seat}” does not hold the fact “{found}”, so its script cannot share it.",
        "Nid yw'r sedd “{seat}” yn dal y ffaith “{found}”, felly ni all ei sgript ei rhannu.",
    ),
    # Seats and casting
    "required-seat-unplayable": (
        "The seat “{found}” is required, and nobody may play it. Change played_by, attends or required.",
        "Mae angen y sedd “{found}”, ac ni chaiff neb ei chwarae. Newidiwch played_by, attends neu required.",
    ),
    "script-without-beats": (
        "Only a script may play the required seat “{found}”, and it has none under scripts.",
        "Dim ond sgript a gaiff chwarae'r sedd “{found}”, ac nid oes ganddi un o dan scripts.",
    ),
    "casting-child": (
        "A child's seat is never played by a learner or a script. Allowed: statement, trainer, actor.",
        "Ni chaiff dysgwr na sgript chwarae sedd plentyn byth. Caniateir: statement, trainer, actor.",
    ),
    "casting-child-script": (
        "A script never plays a child. Give the child's words as papers held by the seat “{found}”.",
        "Nid yw sgript byth yn chwarae plentyn. Rhowch eiriau'r plentyn fel papurau yn nwylo'r sedd “{found}”.",
    ),
    "casting-alleged-harm": (
        "A person who is said to have caused harm is never played by a learner.",
        "Ni chaiff dysgwr byth chwarae person y dywedir iddo achosi niwed.",
    ),
    "casting-statement": (
        "Only a family, child or supporter seat can be a statement that is read out.",
        "Dim ond sedd teulu, plentyn neu gefnogwr a all fod yn ddatganiad sy'n cael ei ddarllen.",
    ),
    "not-a-statement": (
        "The paper “{found}” is nobody's statement, so it is not read out. Statements are the papers of a child's or family's seat with statement under played_by.",
        "Nid datganiad neb yw'r papur “{found}”, felly nid yw'n cael ei ddarllen allan. Papurau sedd plentyn neu deulu â statement o dan played_by yw datganiadau.",
    ),
    "casting-of": (
        "A seat with the part “{part}” cannot stand for “{found}”.",
        "Ni all sedd â'r rhan “{part}” sefyll dros “{found}”.",
    ),
    "casting-view": (
        "A seat with the part “{part}” gives no view on a decision.",
        "Nid yw sedd â'r rhan “{part}” yn rhoi barn ar benderfyniad.",
    ),
    "casting-practitioner": (
        "A seat with the part “{part}” does not do this: “{found}”. Practitioners and the chair do.",
        "Nid yw sedd â'r rhan “{part}” yn gwneud hyn: “{found}”. Ymarferwyr a'r cadeirydd sy'n ei wneud.",
    ),
    "casting-chair": (
        "Only the chair can do this: “{found}”.",
        "Dim ond y cadeirydd a all wneud hyn: “{found}”.",
    ),
    "script-never-plays": (
        "The seat “{found}” has a script, but a script may not play it. Add script to played_by.",
        "Mae gan y sedd “{found}” sgript, ond ni chaiff sgript ei chwarae. Ychwanegwch script at played_by.",
    ),
    "no-chair": ("No seat has the part “chair”.", "Nid oes gan unrhyw sedd y rhan “chair”."),
    "second-chair": (
        "A second seat has the part “chair”. A conference has one chair.",
        "Mae gan ail sedd y rhan “chair”. Un cadeirydd sydd gan gynhadledd.",
    ),
    # Deciding, time
    "decision-without-views": (
        "No seat is able to give a view on the decision “{found}”: add a practitioner or a social worker in the room.",
        "Ni all unrhyw sedd roi barn ar y penderfyniad “{found}”: ychwanegwch ymarferydd neu weithiwr cymdeithasol yn "
        "yr ystafell.",
    ),
    "not-on-this-agenda": (
        "Nothing of this is done in that phase: “{found}”. It belongs to a phase with the agenda: {allowed}.",
        "Ni wneir dim o hyn yn y cam hwnnw: “{found}”. Mae'n perthyn i gam â'r agenda: {allowed}.",
    ),
    "option-not-decided": (
        "What is decided in that phase has no option “{found}”.",
        "Nid oes gan yr hyn a benderfynir yn y cam hwnnw opsiwn “{found}”.",
    ),
    "category-needed": (
        "“{found}” needs at least one category. Write it under categories.",
        "Mae angen o leiaf un categori ar “{found}”. Ysgrifennwch ef o dan categories.",
    ),
    "category-not-wanted": (
        "“{found}” has no category. Delete the categories.",
        "Nid oes categori i “{found}”. Dilëwch y categorïau.",
    ),
    "category-not-in-decision": (
        "The decision does not have the category “{found}”. Allowed: {allowed}.",
        "Nid yw'r categori “{found}” gan y penderfyniad. Caniateir: {allowed}.",
    ),
    "plan-without-kind": (
        "The plan has no actions of the kind “{found}”: add it under kinds, or choose another.",
        "Nid oes gan y cynllun gamau o'r math “{found}”: ychwanegwch ef o dan kinds, neu dewiswch un arall.",
    ),
    "seat-never-arrives": (
        "The seat “{found}” starts outside, and no inject lets it arrive. Write an effect with arrive, or present: true.",
        "Mae'r sedd “{found}” yn dechrau y tu allan, ac nid oes mewnosodiad yn ei gadael i mewn. Ysgrifennwch effaith ag arrive, neu present: true.",
    ),
    "meeting-over": (
        "The meeting is over when roles are left or the debrief begins, so “{found}” cannot follow. Put this phase before them.",
        "Mae'r cyfarfod ar ben pan adewir y rolau neu pan ddechreua'r ôl-drafodaeth, felly ni all “{found}” ddilyn. Rhowch y cam hwn o'u blaen.",
    ),
    "phase-cannot-decide": (
        "The phase “{found}” names what is decided, but nothing is decided under the agenda “{agenda}”.",
        "Mae'r cam “{found}” yn enwi'r hyn a benderfynir, ond ni phenderfynir dim o dan yr agenda “{agenda}”.",
    ),
    "phase-decides-nothing": (
        "The phase “{found}” is for deciding, but names no decision under decide.",
        "Mae'r cam “{found}” ar gyfer penderfynu, ond nid yw'n enwi penderfyniad o dan decide.",
    ),
    "decision-never-taken": (
        "No phase decides “{found}”. Name it under decide.",
        "Nid oes cam yn penderfynu “{found}”. Enwch ef o dan decide.",
    ),
    "never-fires": (
        "This can never happen{variant_en}: {reason_en}.",
        "Ni all hyn byth ddigwydd{variant_cy}: {reason_cy}.",
    ),
    "too-long": (
        "The session comes to {found} minutes, which is over four hours.",
        "Mae'r sesiwn yn dod i {found} o funudau, sy'n fwy na phedair awr.",
    ),
    "no-break": (
        "From opening to leaving the role it comes to {found} minutes without a break. Over 45 minutes need one.",
        "O'r agor hyd at adael y rôl mae'n dod i {found} o funudau heb egwyl. Mae angen egwyl dros 45 munud.",
    ),
    # Variants, languages
    "variant-text-missing": (
        "This text differs by variant, but has no words for the variant “{found}”.",
        "Mae'r testun hwn yn wahanol yn ôl amrywiad, ond nid oes geiriau ar gyfer yr amrywiad “{found}”.",
    ),
    "variant-named-as-language": (
        "A variant cannot be called “{found}”: the format uses that word for something else.",
        "Ni ellir galw amrywiad yn “{found}”: mae'r fformat yn defnyddio'r gair hwnnw at rywbeth arall.",
    ),
    "language-missing": (
        "The text is missing in one language: {found}.",
        "Mae'r testun ar goll mewn un iaith: {found}.",
    ),
    # What looks like a real person
    "nhs-number": (
        "This looks like an NHS number: “{found}”. No real person may be in a scenario.",
        "Mae hyn yn edrych fel rhif GIG: “{found}”. Ni chaiff unrhyw berson go iawn fod mewn senario.",
    ),
    "postcode": (
        "This looks like a postcode: “{found}”. No real place of a person may be in a scenario.",
        "Mae hyn yn edrych fel cod post: “{found}”. Ni chaiff cyfeiriad person go iawn fod mewn senario.",
    ),
    "phone-number": (
        "This looks like a telephone number: “{found}”. No real person may be in a scenario.",
        "Mae hyn yn edrych fel rhif ffôn: “{found}”. Ni chaiff unrhyw berson go iawn fod mewn senario.",
    ),
    "e-mail-address": (
        "This looks like an e-mail address: “{found}”. No real person may be in a scenario.",
        "Mae hyn yn edrych fel cyfeiriad e-bost: “{found}”. Ni chaiff unrhyw berson go iawn fod mewn senario.",
    ),
    "date-of-birth": (
        "This looks like a date of birth: “{found}”. Give an age instead.",
        "Mae hyn yn edrych fel dyddiad geni: “{found}”. Rhowch oedran yn ei le.",
    ),
}
