"""What the reader says, in English and in Welsh, by code.

The two say the same. What is filled in stands in quotation marks or after a colon, so that neither language has to bend
it. The Welsh awaits a translator.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    # The file as a whole
    "cannot-open": (
        "The file cannot be opened. Check its name, and that you may read it.",
        "Ni ellir agor y ffeil. Gwiriwch ei henw, a bod gennych hawl i'w darllen.",
    ),
    "too-large": (
        "The file is larger than {most}, and was not read.",
        "Mae'r ffeil yn fwy na {most}, ac ni chafodd ei darllen.",
    ),
    "not-utf-8": (
        "The file is not in UTF-8: this character cannot be read. Save it again as UTF-8.",
        "Nid yw'r ffeil yn UTF-8: ni ellir darllen y nod hwn. Cadwch hi eto fel UTF-8.",
    ),
    "odd-character": (
        "There is a character here that no text has: {found}. Delete it and type it again.",
        "Mae nod yma nad yw'n perthyn i unrhyw destun: {found}. Dilëwch ef a theipiwch eto.",
    ),
    "empty-file": ("The file is empty.", "Mae'r ffeil yn wag."),
    "several-documents": (
        "A second document begins here (---). A scenario is one document: delete this line.",
        "Mae ail ddogfen yn dechrau yma (---). Un ddogfen yw senario: dilëwch y llinell hon.",
    ),
    "too-many-nodes": (
        "The file has more than {most} values, and was not read further.",
        "Mae gan y ffeil fwy na {most} o werthoedd, ac ni chafodd ei darllen ymhellach.",
    ),
    "too-deep": (
        "This is nested more than {most} levels deep, and the file was not read further.",
        "Mae hyn wedi'i nythu'n ddyfnach na {most} o lefelau, ac ni ddarllenwyd y ffeil ymhellach.",
    ),
    "anchor": (
        "An anchor (“&{found}”) is not allowed: a file from outside must not expand. Write the value out.",
        "Ni chaniateir angor (“&{found}”): ni chaiff ffeil o'r tu allan ehangu. Ysgrifennwch y gwerth yn llawn.",
    ),
    "alias": (
        "An alias (“*{found}”) is not allowed: a file from outside must not expand. Write the value out.",
        "Ni chaniateir alias (“*{found}”): ni chaiff ffeil o'r tu allan ehangu. Ysgrifennwch y gwerth yn llawn.",
    ),
    "merge-key": (
        "A merge key (“<<”) is not allowed: a file from outside must not expand. Write the keys out.",
        "Ni chaniateir allwedd gyfuno (“<<”): ni chaiff ffeil o'r tu allan ehangu. Ysgrifennwch yr allweddi'n llawn.",
    ),
    "tag": (
        "A tag (a word after “!”) is not allowed. If the text begins with “!”, write it in double quotes.",
        "Ni chaniateir tag (gair ar ôl “!”). Os yw'r testun yn dechrau gydag “!”, rhowch ef mewn dyfynodau dwbl.",
    ),
    "duplicate-key": (
        "The key “{found}” stands here a second time; the first is on line {first}. Keep one of them.",
        "Mae'r allwedd “{found}” yma am yr eildro; mae'r gyntaf ar linell {first}. Cadwch un ohonynt.",
    ),
    "key-not-a-word": ("A key must be a single word here.", "Rhaid i allwedd fod yn un gair yma."),
    # What YAML itself cannot read
    "yaml": (
        "This cannot be read as YAML. Look at the signs and the indentation here and on the line above.",
        "Ni ellir darllen hyn fel YAML. Edrychwch ar yr arwyddion a'r mewnoliad yma ac ar y llinell uwchben.",
    ),
    "yaml-tab": (
        "There is a tab here. Indent with spaces.",
        "Mae tab yma. Defnyddiwch fylchau i fewnoli.",
    ),
    "yaml-colon": (
        "There is a colon here that does not belong to a key. Write the text in double quotes, or check the indentation.",
        "Mae colon yma nad yw'n perthyn i allwedd. Rhowch y testun mewn dyfynodau dwbl, neu gwiriwch y mewnoliad.",
    ),
    "yaml-open-quote": (
        "A quotation mark opens here and is never closed.",
        "Mae dyfynnod yn agor yma ac nid yw byth yn cael ei gau.",
    ),
    "yaml-escape": (
        "A backslash in a text in double quotes must be written twice.",
        "Rhaid ysgrifennu ôl-slaes ddwywaith mewn testun sydd mewn dyfynodau dwbl.",
    ),
    "yaml-after-quote": (
        "Something follows a closed quotation mark here. Write a text with an apostrophe in double quotes.",
        "Mae rhywbeth yn dilyn dyfynnod sydd wedi'i gau. Rhowch destun â chollnod mewn dyfynodau dwbl.",
    ),
    "yaml-bracket": (
        "A bracket opens here; by line {line} a comma or its closing bracket, or a closing quotation mark, is missing.",
        "Mae bachyn yn agor yma; erbyn llinell {line} mae coma, ei fachyn cau neu ddyfynnod cau ar goll.",
    ),
    "yaml-character": (
        "A text cannot begin with this sign. Write it in double quotes.",
        "Ni all testun ddechrau â'r arwydd hwn. Rhowch ef mewn dyfynodau dwbl.",
    ),
    "yaml-indent": (
        "This line is indented differently from those it belongs to.",
        "Mae mewnoliad y llinell hon yn wahanol i'r rhai y mae'n perthyn iddynt.",
    ),
    "yaml-no-colon": (
        "There is a key here without a colon, or a text that should be in double quotes.",
        "Mae allwedd yma heb golon, neu destun a ddylai fod mewn dyfynodau dwbl.",
    ),
    # Keys and values
    "unknown-key": (
        "The format has no key “{found}” here.",
        "Nid oes gan y fformat allwedd “{found}” yma.",
    ),
    "missing-key": ("The key “{found}” is missing.", "Mae'r allwedd “{found}” ar goll."),
    "wrong-type": (
        "Something else is wanted here: {expected_en}.",
        "Mae angen rhywbeth arall yma: {expected_cy}.",
    ),
    "wrong-value": (
        "“{found}” is not allowed here. Allowed: {allowed}.",
        "Ni chaniateir “{found}” yma. Caniateir: {allowed}.",
    ),
    "wrong-format": (
        "This is not a file of the format conference/1. Write: format: conference/1",
        "Nid ffeil o'r fformat conference/1 yw hon. Ysgrifennwch: format: conference/1",
    ),
    "empty-text": ("There is no text here.", "Nid oes testun yma."),
    "bad-id": (
        "“{found}” cannot be an id. An id has small letters a to z, digits and hyphens, begins with a letter and has at "
        "most 40 characters.",
        "Ni all “{found}” fod yn id. Mae id yn cynnwys llythrennau bach a i z, digidau a chysylltnodau, yn dechrau â "
        "llythyren ac yn 40 nod ar y mwyaf.",
    ),
    "bad-duration": (
        "“{found}” is not a length of time. Write it like 30s, 8m or 1h30m.",
        "Nid yw “{found}” yn hyd o amser. Ysgrifennwch ef fel 30s, 8m neu 1h30m.",
    ),
    "bad-age": (
        "“{found}” is not an age. Write it like 11w (weeks), 10m (months), 7 (years) or unborn.",
        "Nid yw “{found}” yn oedran. Ysgrifennwch ef fel 11w (wythnosau), 10m (misoedd), 7 (blynyddoedd) neu unborn.",
    ),
    "bad-day": (
        "“{found}” is not a day told from the conference. Write it like -14d, -5w, +3m or 0d.",
        "Nid yw “{found}” yn ddiwrnod wedi'i gyfrif o'r gynhadledd. Ysgrifennwch ef fel -14d, -5w, +3m neu 0d.",
    ),
    "bad-date": (
        "“{found}” is not a date. Write it like 2026-05-01.",
        "Nid yw “{found}” yn ddyddiad. Ysgrifennwch ef fel 2026-05-01.",
    ),
    "out-of-range": (
        "{found} is out of range. Allowed: {least} to {most}.",
        "Mae {found} y tu allan i'r ystod. Caniateir: {least} i {most}.",
    ),
    "wrong-count": (
        "The list has too few or too many items. Allowed: {least} or more, up to {most}.",
        "Mae gormod neu rhy ychydig o eitemau yn y rhestr. Caniateir: {least} neu fwy, hyd at {most}.",
    ),
    "named-twice": ("“{found}” is named twice in this list.", "Mae “{found}” wedi'i enwi ddwywaith yn y rhestr hon."),
    "ask-needs-one": (
        "Ask about a topic or in own words: write one of “topic” and “text”.",
        "Gofynnwch am bwnc neu yn eich geiriau eich hun: ysgrifennwch un o “topic” a “text”.",
    ),
    "inject-needs-when": (
        "An inject waits for something or is fired by hand: write “when” or “manual: true”.",
        "Mae mewnosodiad yn aros am rywbeth neu'n cael ei danio â llaw: ysgrifennwch “when” neu “manual: true”.",
    ),
    "view-needs-reason": (
        "A view needs a reason: write “because” or “why”.",
        "Mae angen rheswm dros farn: ysgrifennwch “because” neu “why”.",
    ),
    "beat-does-nothing": (
        "This beat does nothing. Give it an action, such as say or share.",
        "Nid yw'r cam sgript hwn yn gwneud dim. Rhowch weithred iddo, fel say neu share.",
    ),
    # Ids
    "undefined-id": (
        "This {kind_en} is not defined in the file: “{found}”.",
        "Nid yw hwn wedi'i ddiffinio yn y ffeil ({kind_cy}): “{found}”.",
    ),
    "defined-twice": (
        "The id “{found}” is given twice; the first is on line {first}.",
        "Mae'r id “{found}” wedi'i roi ddwywaith; mae'r cyntaf ar linell {first}.",
    ),
    # Who knows what
    "fact-not-held": (
        "Nobody holds the fact “{found}”{variant_en}: no passage of a paper carries it.",
        "Nid oes neb yn dal y ffaith “{found}”{variant_cy}: nid oes darn o bapur yn ei chario.",
    ),
    "paper-out-of-reach": (
        "Nobody can ever get the paper “{found}”{variant_en}: what it waits for cannot happen.",
        "Ni all neb byth gael y papur “{found}”{variant_cy}: ni all yr hyn y mae'n aros amdano ddigwydd.",
    ),
    "paper-not-held": (
        "The paper “{found}” is in nobody's hands: name a seat under held_by.",
        "Nid yw'r papur “{found}” yn nwylo neb: enwch sedd o dan held_by.",
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
    "casting-of": (
        "A seat with the part “{part}” cannot stand for “{found}”.",
        "Ni all sedd â'r rhan “{part}” sefyll dros “{found}”.",
    ),
    "casting-view": (
        "A seat with the part “{part}” gives no view on a decision.",
        "Nid yw sedd â'r rhan “{part}” yn rhoi barn ar benderfyniad.",
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
        "A variant cannot be called “{found}”: that is a language.",
        "Ni ellir galw amrywiad yn “{found}”: iaith yw honno.",
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
    # Bundles
    "not-a-zip": ("The file cannot be opened as a .zip.", "Ni ellir agor y ffeil fel .zip."),
    "zip-too-large": (
        "What is in the .zip is larger than allowed: {most}.",
        "Mae'r hyn sydd yn y .zip yn fwy nag a ganiateir: {most}.",
    ),
    "zip-too-many": (
        "There are more files in the .zip than allowed: {most}.",
        "Mae mwy o ffeiliau yn y .zip nag a ganiateir: {most}.",
    ),
    "zip-path": (
        "A file in the .zip has a path outside it, or is a link: “{found}”.",
        "Mae gan ffeil yn y .zip lwybr y tu allan iddo, neu ddolen ydyw: “{found}”.",
    ),
    "zip-lies": (
        "A file in the .zip is not what its entry tells: “{found}”.",
        "Nid yw ffeil yn y .zip yr hyn y mae ei chofnod yn ei ddweud: “{found}”.",
    ),
    "zip-without-scenario": (
        "There is no scenario.yaml in the .zip, at its top.",
        "Nid oes scenario.yaml yn y .zip, ar ei lefel uchaf.",
    ),
    "file-missing": (
        "The file is not beside the scenario: “{found}”.",
        "Nid yw'r ffeil wrth ochr y senario: “{found}”.",
    ),
    # The engine, publishing
    "not-supported-yet": (
        "This is part of the format, but not supported yet: {what_en}.",
        "Mae hyn yn rhan o'r fformat, ond nid yw'n cael ei gynnal eto: {what_cy}.",
    ),
    "needed-to-publish": (
        "This is needed before the scenario can be published: “{found}”.",
        "Mae angen hyn cyn y gellir cyhoeddi'r senario: “{found}”.",
    ),
    "reviewer-is-writer": (
        "The reviewer must be somebody other than the writer.",
        "Rhaid i'r adolygydd fod yn rhywun heblaw'r awdur.",
    ),
}

HINTS: dict[str, tuple[str, str]] = {
    "did-you-mean": ("Did you mean “{near}”?", "Ai “{near}” oedd gennych mewn golwg?"),
    "known-keys": ("Keys it has: {known}.", "Dyma'r allweddi sydd ganddo: {known}."),
    "defined": ("Defined: {known}.", "Wedi'u diffinio: {known}."),
    "text": (
        'Write a text in double quotes, or {{en: "…", cy: "…"}}.',
        'Ysgrifennwch destun mewn dyfynodau dwbl, neu {{en: "…", cy: "…"}}.',
    ),
    "unpublished": (
        "It is written under authorship, by the people concerned.",
        "Ysgrifennir hyn o dan authorship, gan y bobl dan sylw.",
    ),
}
"""What would be right, where it can be told."""
