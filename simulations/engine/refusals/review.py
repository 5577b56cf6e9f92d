"""Looking back on a plan, and what has changed since."""

MESSAGES: dict[str, tuple[str, str]] = {
    "not-reviewing": (
        "What became of the plan is told at another point of the agenda. Keep this until then.",
        "Ar adeg arall o’r agenda y dywedir beth a ddaeth o’r cynllun. Cadwch hyn tan hynny.",
    ),
    "not-yours-to-review": (
        "Whoever was to carry this action out says what became of it, or the social worker. Ask one of them.",
        "Y sawl a oedd i gyflawni’r weithred hon sy’n dweud beth a ddaeth ohoni, neu’r gweithiwr cymdeithasol. Gofynnwch i un ohonynt.",
    ),
    "no-such-earlier-action": (
        "That action is not in the plan that is looked back on. Choose one that is.",
        "Nid yw’r weithred honno yn y cynllun yr edrychir yn ôl arno. Dewiswch un sydd ynddo.",
    ),
    "difference-needed": (
        "Write what difference it made for the child, even if it made none. That something was done does not say it.",
        "Ysgrifennwch pa wahaniaeth a wnaeth i’r plentyn, hyd yn oed os na wnaeth ddim. Nid yw dweud iddo gael ei wneud yn ddigon.",
    ),
    "evidence-not-heard": (
        "Evidence is what has been said here. Share the passage first, then rest on it.",
        "Yr hyn a ddywedwyd yma yw tystiolaeth. Rhannwch y darn yn gyntaf, ac yna pwyswch arno.",
    ),
    "not-changes-now": (
        "What has changed is told at another point of the agenda. Keep this until then.",
        "Ar adeg arall o’r agenda y dywedir beth sydd wedi newid. Cadwch hyn tan hynny.",
    ),
}
