"""The record, and the tasks after the conference."""

MESSAGES: dict[str, tuple[str, str]] = {
    "record-taker-only": (
        "The record taker writes the record. Propose a correction, and the record taker takes it in or leaves it out.",
        "Y cofnodwr sy’n ysgrifennu’r cofnod. Cynigiwch gywiriad, a bydd y cofnodwr yn ei dderbyn neu’n ei adael allan.",
    ),
    "nothing-was-closed": (
        "No part of this conference was closed, so nothing is kept from the family’s copy. Write it into both copies.",
        "Ni chaewyd unrhyw ran o’r gynhadledd hon, felly does dim yn cael ei gadw o gopi’r teulu. Ysgrifennwch ef yn y ddau gopi.",
    ),
    "no-such-correction": (
        "That correction is not waiting. Choose one of those shown.",
        "Nid yw’r cywiriad hwnnw’n aros. Dewiswch un o’r rhai a ddangosir.",
    ),
    "record-later": (
        "The record is approved and sent once the conference comes to its close. Wait until then.",
        "Caiff y cofnod ei gymeradwyo a’i anfon pan ddaw’r gynhadledd i’w therfyn. Arhoswch tan hynny.",
    ),
    "record-not-approved": (
        "The chair has not approved the record as it stands. Have it approved first, then send it.",
        "Nid yw’r cadeirydd wedi cymeradwyo’r cofnod fel y mae. Gofynnwch am ei gymeradwyo’n gyntaf, ac yna anfonwch ef.",
    ),
    "no-such-recipient": (
        "The record goes to seats and to adults of the family. Choose among those shown.",
        "Mae’r cofnod yn mynd at seddi ac at oedolion y teulu. Dewiswch o blith y rhai a ddangosir.",
    ),
    "familys-copy": (
        "The family and whoever is beside them get the family’s copy, the practitioners the full one. Choose the other copy.",
        "Mae’r teulu, a phwy bynnag sydd gyda nhw, yn cael copi’r teulu; mae’r ymarferwyr yn cael y copi llawn. Dewiswch y copi arall.",
    ),
    "explained-later": (
        "The decision is explained at the close of the conference or after it. Keep this until then.",
        "Caiff y penderfyniad ei esbonio ar ddiwedd y gynhadledd neu ar ei hôl. Cadwch hyn tan hynny.",
    ),
    "nothing-decided": (
        "Nothing has been decided, so there is no decision to explain. Tell the family in your own words what happens next.",
        "Does dim wedi’i benderfynu, felly does dim penderfyniad i’w esbonio. Dywedwch wrth y teulu yn eich geiriau eich hun beth sy’n digwydd nesaf.",
    ),
    "explained-to-family": (
        "The decision is explained to the family. Choose a parent, or whoever is there for the family.",
        "I’r teulu y caiff y penderfyniad ei esbonio. Dewiswch riant, neu bwy bynnag sydd yno dros y teulu.",
    ),
    "not-there-to-hear": (
        "They are not in the room, so they would not hear it. Wait until they are back, or ask them back in.",
        "Nid ydynt yn yr ystafell, felly ni fyddent yn ei glywed. Arhoswch nes byddant yn ôl, neu gofynnwch iddynt ddod yn ôl i mewn.",
    ),
}
