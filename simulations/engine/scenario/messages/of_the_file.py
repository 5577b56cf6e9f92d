"""What the reader says of a file by itself: its bytes, its YAML, its keys and values, its ids, its .zip."""

OF_THE_FILE: dict[str, tuple[str, str]] = {
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
    "yaml-lone-colon": (
        "No space follows this colon. After a key write a space and its value; write a text with a colon in double quotes.",
        "Nid oes bwlch ar ôl y colon hwn. Ar ôl allwedd, ysgrifennwch fwlch a'i gwerth; rhowch destun â cholon mewn dyfynodau dwbl.",
    ),
    "yaml-no-value": (
        "A value is missing before this sign. If a text begins with the sign, write it in double quotes.",
        "Mae gwerth ar goll cyn yr arwydd hwn. Os yw testun yn dechrau â'r arwydd, rhowch ef mewn dyfynodau dwbl.",
    ),
    "yaml-block": (
        "Nothing but the sign “|” or “>” may stand here. The text begins on the next line, indented.",
        "Dim ond yr arwydd “|” neu “>” a gaiff fod yma. Mae'r testun yn dechrau ar y llinell nesaf, wedi'i fewnoli.",
    ),
    "yaml-extra-bracket": (
        "A bracket closes here that was not opened. Delete it.",
        "Mae bachyn yn cau yma nad yw wedi'i agor. Dilëwch ef.",
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
    "text-with-comma": (
        "A comma ends a text that is not in quotation marks, so “{found}” stands alone here.",
        "Mae coma yn gorffen testun nad yw mewn dyfynodau, felly mae “{found}” ar ei ben ei hun yma.",
    ),
    "mixed-text": (
        "A text is written by language or by variant, not both side by side. Put the languages inside each variant.",
        "Ysgrifennir testun yn ôl iaith neu yn ôl amrywiad, nid y ddau ochr yn ochr. Rhowch yr ieithoedd y tu mewn i bob amrywiad.",
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
        "There are too few or too many here. Allowed: {allowed_en}.",
        "Mae gormod neu rhy ychydig yma. Caniateir: {allowed_cy}.",
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
    "inject-waits-and-does-not": (
        "An inject with “when” is not fired by hand only: keep one of “when” and “manual: true”. It has a button all the same.",
        "Nid â llaw yn unig y mae mewnosodiad â “when” yn cael ei danio: cadwch un o “when” a “manual: true”. Bydd ganddo fotwm beth bynnag.",
    ),
    "inject-does-nothing": (
        "This inject does nothing. Give it a text, papers to deal, an effect or a question.",
        "Nid yw'r mewnosodiad hwn yn gwneud dim. Rhowch iddo destun, papurau i'w rhoi, effaith neu gwestiwn.",
    ),
    "effect-for-what": (
        "“for” is how long a connection is gone, and nobody's is: write “disconnect” beside it.",
        "Am ba hyd y collir cysylltiad yw “for”, ac ni chollir un neb: ysgrifennwch “disconnect” wrth ei ymyl.",
    ),
    "view-needs-reason": (
        "A view needs a reason: write “because” or “why”.",
        "Mae angen rheswm dros farn: ysgrifennwch “because” neu “why”.",
    ),
    "beat-does-nothing": (
        "This beat does nothing. Give it an action, such as say or share.",
        "Nid yw'r cam sgript hwn yn gwneud dim. Rhowch weithred iddo, fel say neu share.",
    ),
    "asks-itself": (
        "The seat “{found}” asks itself here. Name the seat that is asked.",
        "Mae'r sedd “{found}” yn gofyn iddi hi ei hun yma. Enwch y sedd y gofynnir iddi.",
    ),
    "another-is-asked": (
        "This question is put to another seat: “{found}”. Only that seat answers it.",
        "I sedd arall y gofynnir y cwestiwn hwn: “{found}”. Dim ond y sedd honno sy'n ei ateb.",
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
    # Publishing
    "needed-to-publish": (
        "This is needed before the scenario can be published: “{found}”.",
        "Mae angen hyn cyn y gellir cyhoeddi'r senario: “{found}”.",
    ),
    "reviewer-is-writer": (
        "The reviewer must be somebody other than the writer.",
        "Rhaid i'r adolygydd fod yn rhywun heblaw'r awdur.",
    ),
}
