"""Injects, papers, choices, reconciling and the debrief."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "look-back-first": (
        "First write for yourself what you would do differently. Then the debrief opens the next step.",
        "Ysgrifennwch yn gyntaf, i chi eich hun, beth fyddech chi’n ei wneud yn wahanol. Yna bydd yr ôl-drafodaeth yn agor y cam nesaf.",
    ),
    "not-looking-back": (
        "Looking back for yourself belongs to the debrief of a rehearsal alone. Go on to the debrief first.",
        "I ôl-drafodaeth ymarfer ar eich pen eich hun y mae edrych yn ôl drosoch eich hun yn perthyn. Ewch ymlaen i’r ôl-drafodaeth yn gyntaf.",
    ),
}
