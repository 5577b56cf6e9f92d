"""Why the conference is not replayed, or not from there."""

MESSAGES = {
    "replay-not-open": (
        "The conference is replayed once the facilitator has opened the timeline in the debrief. Wait until then.",
        "Caiff y gynhadledd ei hailchwarae unwaith y bydd yr hwylusydd wedi agor y llinell amser yn yr ôl-drafodaeth. Arhoswch tan hynny.",
    ),
    "replay-not-agreed": (
        "Whoever sat there has not agreed to this. Ask them, or look from your own seat.",
        "Nid yw’r sawl a eisteddai yno wedi cytuno i hyn. Gofynnwch iddynt, neu edrychwch o’ch sedd eich hun.",
    ),
}
