"""Taking words away, speaking for a scripted seat, joining while the conference is on."""

MESSAGES: dict[str, tuple[str, str]] = {
    "no-such-words": (
        "Nobody typed anything there that could be taken away. Choose something that somebody wrote.",
        "Theipiodd neb ddim yno y gellid ei dynnu i ffwrdd. Dewiswch rywbeth a ysgrifennodd rhywun.",
    ),
    "never-a-child": (
        "Nobody speaks for a child. Have the child’s own words read out.",
        "Does neb yn siarad dros blentyn. Trefnwch i eiriau’r plentyn ei hun gael eu darllen.",
    ),
    "not-scripted": (
        "No script plays this seat. Choose one that a script plays.",
        "Does dim sgript yn chwarae’r sedd hon. Dewiswch un y mae sgript yn ei chwarae.",
    ),
    "still-standing-in": (
        "You speak for a seat at this table. Let its script go on first.",
        "Rydych chi’n siarad dros sedd wrth y bwrdd hwn. Gadewch i’w sgript fynd ymlaen yn gyntaf.",
    ),
    "still-reading": (
        "You are still reading, and the table does not see you. Come in when you are ready.",
        "Rydych chi’n dal i ddarllen, ac nid yw’r bwrdd yn eich gweld. Dewch i mewn pan fyddwch yn barod.",
    ),
    "not-watching": (
        "Say first that you are watching, so that everybody knows. Then note what you hear.",
        "Dywedwch yn gyntaf eich bod yn gwylio, er mwyn i bawb wybod. Yna nodwch yr hyn a glywch.",
    ),
    "no-minute": (
        "Nobody on this seat waits for a minute. Look at who does.",
        "Does neb ar y sedd hon yn aros am funud. Edrychwch pwy sydd.",
    ),
    "comes-by-hand": (
        "This does not come by itself, so there is nothing to hold. Let it happen when you want it to.",
        "Nid yw hyn yn dod ohono’i hun, felly does dim i’w ddal yn ôl. Gadewch iddo ddigwydd pan fynnwch.",
    ),
    "not-held": (
        "This is not being held. Choose one that is.",
        "Nid yw hyn yn cael ei ddal yn ôl. Dewiswch un sydd.",
    ),
    "going-on-already": (
        "The next item is on its way already. Stay here, or go on now.",
        "Mae’r eitem nesaf ar ei ffordd yn barod. Arhoswch yma, neu ewch ymlaen nawr.",
    ),
    "nothing-to-stop": (
        "The conference is not about to move on. There is nothing to stop.",
        "Nid yw’r gynhadledd ar fin symud ymlaen. Does dim i’w atal.",
    ),
    "no-such-line": (
        "The rubric has no such line or level. Choose one that it shows.",
        "Nid oes llinell na lefel o’r fath yn y grid sgorio. Dewiswch un y mae’n ei dangos.",
    ),
}
