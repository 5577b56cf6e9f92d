"""How the table is drawn: words in the reader's language, seats on its two edges, each seat's state in words.

Texts of the scenario come in each language they have; a reader gets their own, and words in another language say so
(`lang`). A child's words stand as they were said, with the other language one press away.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, pgettext

from design.markdown import to_html
from simulations import wording
from simulations.engine.sections import FloorSection, LogLine, RosterSection, SeatLine, Utterance

register = template.Library()
LANGUAGES = {"cy": "Cymraeg", "en": "English"}
BEGINNING = 40
"""Characters by which words are known again where they are about to be taken away."""


class State(NamedTuple):
    """One thing to be said of a seat: `kind` is for looks, `words` say it all."""

    kind: str
    words: str


def worded(texts: Mapping[str, str] | None, language: str | None = None) -> tuple[str, str]:
    """The words and their language: in `language`, else the reader's, else what there is."""
    if not texts:
        return "", ""
    wanted = language or get_language() or "en"
    return (texts[wanted], wanted) if wanted in texts else next((words, code) for code, words in texts.items())


def tagged(words: str, language: str) -> SafeString:
    """With `lang` where it is not the page's language."""
    return (
        format_html('<span lang="{}">{}</span>', language, words)
        if language != get_language()
        else format_html("{}", words)
    )


@register.filter
def own(texts: Mapping[str, str] | None) -> SafeString:
    """In the reader's language, or as it is, marked with its language."""
    return tagged(*worded(texts))


@register.filter
def plain(texts: Mapping[str, str] | None) -> str:
    """As `own`, for attributes."""
    return worded(texts)[0]


@register.filter
def prose(texts: Mapping[str, str] | None) -> SafeString:
    """A longer text, in paragraphs."""
    words, language = worded(texts)
    return format_html('<div class="prose" lang="{}">{}</div>', language, to_html(words))


@register.simple_tag
def as_said(texts: Mapping[str, str] | None, spoken: str | None) -> SafeString:
    """Words in the language they were said in; where that is not told, in the reader's."""
    return format_html('<span class="spoken">{}</span>', tagged(*worded(texts, spoken)) if spoken else own(texts))


@register.simple_tag
def rendering(texts: Mapping[str, str] | None, spoken: str | None) -> SafeString | str:
    """Words that were said in another language than the reader's: in theirs, under a press."""
    words, language = worded(texts)
    if not spoken or spoken == language or language != get_language():
        return ""
    show = {"en": gettext("Show in English"), "cy": gettext("Show in Welsh")}[language]
    return format_html(
        '<details class="rendering"><summary>{}</summary><p lang="{}">{}</p></details>', show, language, words
    )


@register.simple_tag(takes_context=True)
def said(context: Context, line: Any) -> SafeString:
    """What was said: typed words as their person typed them, a script's line in the reader's language."""
    return own(line.text) if line.words is None else typed(context, line.words)


@register.simple_tag(takes_context=True)
def typed(context: Context, words: Utterance) -> SafeString:
    """What somebody typed, in their language; or why it was taken away."""
    utterance = context["utterances"].get(words.utterance)
    if words.removed or utterance is None or utterance.text is None:
        reason = words.removed or (utterance.reason if utterance else "")
        why = wording.REMOVALS.get(reason, "")
        return format_html('<span class="removed">{} {}</span>', gettext("These words were removed."), why)
    return format_html('<span class="typed" lang="{}">{}</span>', words.language, utterance.text)


@register.simple_tag(takes_context=True)
def short(context: Context, line: Any) -> str:
    """The beginning of what was said, without marks, for an attribute."""
    typed = context["utterances"].get(line.words.utterance) if line.words else None
    words = (typed.text or "" if typed else "") if line.words else worded(line.text)[0]
    return Truncator(words).chars(80)


@register.simple_tag(takes_context=True)
def removable(context: Context, line: Any) -> SafeString | str:
    """What those who run the conference press to take typed words away; nothing where nobody typed them, or they are gone."""
    words: Utterance | None = line.words if line else None
    utterance = context["utterances"].get(words.utterance) if words and not words.removed else None
    if words is None or utterance is None or utterance.text is None:
        return ""
    return format_html(
        ' <button type="button" class="button--link" data-fill="removing" data-utterance="{}" data-label="{}" data-needs="redact" hidden>{}</button>',
        words.utterance,
        Truncator(utterance.text).chars(BEGINNING),
        gettext("Take these words away"),
    )


@register.simple_tag
def tongue(line: LogLine) -> str:
    """The language it was said in, named in itself, where that is not the reader's."""
    code = line.words.language if line.words else line.language
    return LANGUAGES.get(code or "", "") if code and code != get_language() else ""


@register.filter
def item(mapping: Mapping[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.simple_tag
def edges(roster: RosterSection) -> tuple[tuple[SeatLine, ...], tuple[SeatLine, ...]]:
    """Who sits at the far edge of the table and who at the near one."""
    half = (len(roster.seats) + 1) // 2
    return roster.seats[:half], roster.seats[half:]


@register.simple_tag(takes_context=True)
def seat_named(context: Context, seat_id: str | None) -> SeatLine | None:
    roster: RosterSection | None = context["sections"].roster
    return next((seat for seat in roster.seats if seat.seat == seat_id), None) if roster else None


@register.simple_tag(takes_context=True)
def person_on(context: Context, seat: SeatLine | None) -> str:
    """The first and last name of who sits there; empty for scripts and empty seats."""
    return str(context["names"].get(seat.person, "")) if seat and seat.person else ""


@register.simple_tag(takes_context=True)
def initials(context: Context, seat: SeatLine | None) -> str:
    """Of the person, else of the seat's title."""
    words = (person_on(context, seat) or worded(seat.title if seat else None)[0]).split()
    return "".join(word[0] for word in words[:2]).upper()


@register.simple_tag(takes_context=True)
def disc(context: Context, seat: SeatLine, floor: FloorSection | None = None) -> str:
    """The class of a seat's disc."""
    if floor and floor.holder == seat.seat:
        return "disc--floor"
    if seat.covered:
        return "disc--covered"
    if seat.filled in ("script", "statement"):
        return "disc--scripted"
    if seat.state in ("absent", "cut-off", "empty", "outside", "reading", "sent-out", "stepped-out"):
        return "disc--absent"
    return "" if seat.seat in context["present"] else "disc--reconnecting"


@register.simple_tag(takes_context=True)
def states(context: Context, seat: SeatLine, floor: FloorSection | None) -> list[State]:
    """All that is to be said of a seat, the most pressing first; nothing for who listens."""
    found: list[State] = []
    if floor and floor.holder == seat.seat:
        found.append(State("floor", gettext("Has the floor")))
    if floor and seat.seat in floor.hands:
        found.append(State("hand", hand_words(floor.hands.index(seat.seat))))
    if seat.stood_in:
        found.append(State("stood-in", gettext("The facilitator speaks")))
    if seat.voice and (reader := seat_named(context, seat.voice)):
        found.append(State("voice", gettext("Read aloud by %(seat)s") % {"seat": worded(reader.title)[0]}))
    found += [State(kind, words) for kind, words in presence(seat, seat.seat in context["present"])]
    if seat.filled == "person" and seat.where in WHERE:
        found.append(State("others", str(WHERE[seat.where]())))
    if seat.filled == "person" and seat.language == "cy":
        found.append(State("welsh", gettext("Speaks Welsh")))
    return found


@register.simple_tag(takes_context=True)
def pressing(context: Context, seat: SeatLine, floor: FloorSection | None) -> list[State]:
    """What of a seat is said also where there is no room for all: the floor, a hand, a lost link, others who can hear."""
    return [state for state in states(context, seat, floor) if state.kind in PRESSING]


PRESSING = frozenset({"floor", "hand", "reconnecting", "others"})
WHERE = {
    "with-others": lambda: gettext("Others can hear"),
    "in-a-vehicle": lambda: gettext("In a vehicle"),
}


def hand_words(place: int) -> str:
    known = (gettext("Hand up, first"), gettext("Hand up, second"), gettext("Hand up, third"))
    return known[place] if place < len(known) else gettext("Hand up, number %(place)s") % {"place": place + 1}


def presence(seat: SeatLine, connected: bool) -> list[tuple[str, str]]:
    """Whether and how the seat is there."""
    if seat.covered:
        return [("covered", gettext("Covered by a script"))]
    if seat.state == "stepped-out":
        return [("out", gettext("Stepped out"))]
    if seat.state == "reading":
        return [("out", gettext("Reading, comes in soon"))]
    if seat.state == "sent-out":
        return [("out", gettext("Outside during a closed part"))]
    if seat.state == "cut-off":
        return [("out", gettext("Connection lost"))]
    if seat.filled is not None and seat.state == "outside":
        return [("absent", gettext("Not here yet"))]
    if seat.filled == "script" and not seat.stood_in:
        return [("scripted", pgettext("a seat", "Scripted"))]
    if seat.state == "statement":
        return [("statement", gettext("A statement, to be read out"))]
    if seat.state == "on-the-line":
        return [("line", gettext("On the telephone"))]
    if seat.state == "absent":
        return [("absent", gettext("Not here, sent a report"))]
    if seat.filled is None:
        return [("absent", gettext("Not here"))]
    return [] if connected else [("reconnecting", gettext("Reconnecting"))]


@register.filter
def joined(items: list[Any]) -> SafeString:
    return mark_safe(" ".join(str(item) for item in items))  # noqa: S308 - ids of the scenario only
