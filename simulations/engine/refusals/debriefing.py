"""Why something is not done in the debrief."""

MESSAGES = {
    "step-not-open": (
        "This belongs to a step of the debrief that is not open. Wait until the facilitator opens it.",
        "Mae hyn yn perthyn i gam o’r ôl-drafodaeth nad yw ar agor. Arhoswch nes bydd yr hwylusydd yn ei agor.",
    ),
    "no-such-note": (
        "This note is not on the wall. Choose one that is shown there.",
        "Nid yw’r nodyn hwn ar y wal. Dewiswch un sydd i’w weld yno.",
    ),
    "not-your-note": (
        "Only whoever wrote this note can take it back, on the device it was written on. Ask the facilitator to take it away.",
        "Dim ond y sawl a ysgrifennodd y nodyn hwn all ei dynnu’n ôl, ar y ddyfais y’i hysgrifennwyd arni. Gofynnwch i’r hwylusydd ei dynnu i ffwrdd.",
    ),
    "nothing-intended": (
        "You have not written what you will do, so nothing is kept.",
        "Nid ydych wedi ysgrifennu beth wnewch chi, felly does dim wedi’i gadw.",
    ),
    "no-such-group": (
        "There is no such group on the wall. Choose one that is shown there.",
        "Nid oes grŵp o’r fath ar y wal. Dewiswch un sydd i’w weld yno.",
    ),
    "wall-is-full": (
        "The wall holds no more. Talk about what is there.",
        "Nid oes lle i ragor ar y wal. Trafodwch yr hyn sydd yno.",
    ),
}
