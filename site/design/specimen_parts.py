"""The parts with their states that the page of parts shows: what each is called, its template and its words.

The words are examples, so both languages stand here instead of in the catalogue.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Specimen:
    """One part in one state: template source, and its words as `en` and `cy`."""

    name: str
    source: str
    words: dict[str, Any]


def included(part: str) -> str:
    return f'{{% include "design/components/{part}.html" %}}'


def both(en: Any, cy: Any) -> dict[str, Any]:
    return {"en": en, "cy": cy}


def items(*pairs: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
    """Choices with their words in both languages and what else they carry."""
    return both(
        [{"value": str(place), "text": en, **more} for place, (en, _cy, more) in enumerate(pairs)],
        [{"value": str(place), "text": cy, **more} for place, (_en, cy, more) in enumerate(pairs)],
    )


def button(name: str, en: str, cy: str, classes: str = "", **more: Any) -> Specimen:
    return Specimen(name, included("button"), {"text": both(en, cy), "classes": classes, **more})


def tag(name: str, en: str, cy: str, icon_name: str = "") -> Specimen:
    classes = f"tag--{name}" if name != "neutral" else ""
    return Specimen(f"tag-{name}", included("tag"), {"text": both(en, cy), "classes": classes, "icon_name": icon_name})


def seat(state: str, en: str, cy: str, **more: Any) -> Specimen:
    words = {"initials": "EV", "state": state, "word": both(en, cy), "role": both("Chair", "Cadeirydd"), **more}
    return Specimen(f"seat-{state or 'listening'}", included("seat"), words)


HEAT = """<table class="heat"><caption class="govuk-table__caption">{{ caption }}</caption>
<thead><tr><td></td><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th><th scope="col">D</th><th scope="col">E</th><th scope="col">F</th></tr></thead>
<tbody><tr><th scope="row">{{ row }}</th>
{% include "design/components/heat_cell.html" with band=4 text="94%" only %}
{% include "design/components/heat_cell.html" with band=3 text="86%" only %}
{% include "design/components/heat_cell.html" with band=2 text="74%" only %}
{% include "design/components/heat_cell.html" with band=1 text="58%" only %}
{% include "design/components/heat_cell.html" with hidden=1 only %}
{% include "design/components/heat_cell.html" with nobody=1 only %}</tr></tbody></table>"""
WHO = items(("The head teacher", "Y pennaeth", {}), ("The school nurse", "Nyrs yr ysgol", {"checked": True}))
LEGEND = both("Who hears first?", "Pwy sy’n clywed gyntaf?")

ALL: dict[str, list[Specimen]] = {
    "Buttons": [
        button("button", "Say it", "Dweud"),
        button("button-outline", "Show it", "Dangos", "govuk-button--secondary"),
        button("button-private", "Word to the chair", "Gair â’r cadeirydd", "button--private"),
        button("button-stop", "Step out", "Camu allan", "button--stop", icon_name="door"),
        button("button-quiet", "Ask a seat", "Gofyn i sedd", "button--quiet"),
        button("button-small", "Get ready", "Paratoi", "govuk-button--secondary button--small"),
        button("button-sending", "Sending", "Yn anfon", attrs={"aria-disabled": "true"}),
        button("button-link", "Carry on", "Parhau", href="#main", icon_name="arrow"),
    ],
    "Fields": [
        Specimen(
            "input",
            included("input"),
            {
                "name": "title",
                "label": both("Title", "Teitl"),
                "value": both("Incident log", "Cofnod digwyddiadau"),
                "hint": both("As it stands on the paper.", "Fel y mae ar y papur."),
            },
        ),
        Specimen(
            "input-error",
            included("input"),
            {
                "name": "fact",
                "label": both("Carries the fact", "Yn cario’r ffaith"),
                "value": "p22",
                "error": both(
                    "There is no fact p22. Did you mean p2?", "Nid oes ffaith p22. Ai p2 oeddech chi’n ei feddwl?"
                ),
            },
        ),
        Specimen(
            "textarea",
            included("textarea"),
            {
                "name": "words",
                "label": both("In your words", "Yn eich geiriau chi"),
                "rows": 3,
                "value": "",
            },
        ),
        Specimen("password", included("password_input"), {"name": "password", "label": both("Password", "Cyfrinair")}),
        Specimen(
            "select",
            included("select"),
            {
                "name": "language",
                "label": both("I am writing in", "Rwy’n ysgrifennu yn"),
                "items": items(("English", "Saesneg", {}), ("Welsh", "Cymraeg", {"selected": True})),
            },
        ),
        Specimen("radios", included("radios"), {"name": both("who-en", "who-cy"), "legend": LEGEND, "items": WHO}),
        Specimen(
            "radios-answer",
            included("radios"),
            {
                "name": both("answered-en", "answered-cy"),
                "legend": LEGEND,
                "items": both(
                    [
                        {
                            "value": "1",
                            "text": "Nobody yet",
                            "checked": True,
                            "answer_kind": "not-this",
                            "answer": "Not this one.",
                        }
                    ],
                    [
                        {
                            "value": "1",
                            "text": "Neb eto",
                            "checked": True,
                            "answer_kind": "not-this",
                            "answer": "Nid hwn.",
                        }
                    ],
                ),
            },
        ),
        Specimen(
            "checkboxes",
            included("checkboxes"),
            {
                "name": both("told-en", "told-cy"),
                "legend": both("Who was told?", "Pwy gafodd wybod?"),
                "items": WHO,
                "error": both("Choose at least one.", "Dewiswch o leiaf un."),
            },
        ),
        Specimen(
            "error-summary",
            included("error_summary"),
            {
                "errors": both(
                    [{"text": "Choose at least one.", "href": "#checkboxes-en"}],
                    [{"text": "Dewiswch o leiaf un.", "href": "#checkboxes-cy"}],
                ),
            },
        ),
    ],
    "Words for state": [
        tag("neutral", "Not started", "Heb ddechrau"),
        tag("on", "Booked", "Wedi’i drefnu"),
        tag("good", "In date", "Yn gyfredol", "tick"),
        tag("warn", "Due soon", "I’w wneud cyn hir", "clock"),
        tag("bad", "Out of date", "Heb fod yn gyfredol", "warning"),
        Specimen("practice", included("practice"), {}),
        Specimen("awaiting", included("awaiting_translator"), {}),
        Specimen(
            "warning-text",
            included("warning_text"),
            {
                "text": both("Describes a child hearing violence.", "Yn disgrifio plentyn yn clywed trais."),
            },
        ),
        Specimen(
            "band",
            '{% band kind="warn" icon_name="broken-signal" %}{{ text }}{% endband %}',
            {
                "text": both(
                    "Reconnecting. What you type is safe.", "Yn ailgysylltu. Mae’r hyn a deipiwch yn ddiogel."
                ),
            },
        ),
        Specimen(
            "band-good",
            '{% band kind="good" icon_name="tick" %}{{ text }}{% endband %}',
            {
                "text": both("Back. Four things happened.", "Yn ôl. Digwyddodd pedwar peth."),
            },
        ),
        Specimen(
            "notification",
            included("notification_banner"),
            {
                "text": both("The conference begins at ten.", "Mae’r gynhadledd yn dechrau am ddeg."),
                "title_id": both("notice-en", "notice-cy"),
            },
        ),
    ],
    "Yours and ours": [
        Specimen(
            "private",
            '{% private %}<p class="govuk-body">{{ text }}</p>{% endprivate %}',
            {
                "text": both(
                    "Your papers, your worry, your word to the chair.",
                    "Eich papurau, eich pryder, eich gair â’r cadeirydd.",
                ),
            },
        ),
        Specimen(
            "paper",
            '{% paper who=who when="10:11" %}<p class="govuk-body">{{ text }}</p>{% endpaper %}',
            {
                "who": both("Health visitor", "Ymwelydd iechyd"),
                "text": both("Ianto’s weight chart", "Siart pwysau Ianto"),
            },
        ),
        Specimen(
            "card",
            '<div class="card"><p class="govuk-body">{{ text }}</p></div>',
            {
                "text": both("A group of controls or figures", "Grŵp o reolyddion neu ffigurau"),
            },
        ),
    ],
    "People": [
        seat("", "Listening", "Yn gwrando"),
        seat("floor", "Has the floor", "Â’r llawr"),
        seat("you", "You", "Chi"),
        seat("hand", "Hand up, first", "Llaw i fyny, cyntaf", hand=True),
        seat("reconnecting", "Reconnecting", "Yn ailgysylltu"),
        seat("scripted", "Scripted", "Ar sgript"),
        seat("absent", "Not here", "Ddim yma"),
        seat("others-hear", "Others can hear", "Gall eraill glywed"),
    ],
    "Figures": [
        Specimen(
            "facts",
            included("facts"),
            {
                "facts": both(
                    [
                        {"state": "said", "word": "said"},
                        {"state": "unknown", "word": "not known"},
                        {"state": "unsaid", "word": "not said"},
                    ],
                    [
                        {"state": "said", "word": "dywedwyd"},
                        {"state": "unknown", "word": "ddim yn hysbys"},
                        {"state": "unsaid", "word": "ni ddywedwyd"},
                    ],
                ),
            },
        ),
        Specimen(
            "heat",
            HEAT,
            {"caption": both("In date, by group", "Yn gyfredol, fesul grŵp"), "row": both("Police", "Heddlu")},
        ),
        Specimen("progress", included("progress"), {"value": 3, "max": 8, "label": both("3 of 8 hours", "3 o 8 awr")}),
        Specimen(
            "summary-list",
            included("summary_list"),
            {
                "rows": both([{"key": "Read", "value": "English"}], [{"key": "Darllen", "value": "Cymraeg"}]),
            },
        ),
        Specimen(
            "table",
            included("table"),
            {
                "caption": both("Minutes", "Munudau"),
                "first_cell_is_header": True,
                "head": both(
                    [{"text": "Part"}, {"text": "Minutes", "numeric": True}],
                    [{"text": "Rhan"}, {"text": "Munudau", "numeric": True}],
                ),
                "rows": both(
                    [[{"text": "Reports"}, {"text": 15, "numeric": True}]],
                    [[{"text": "Adroddiadau"}, {"text": 15, "numeric": True}]],
                ),
            },
        ),
    ],
    "Finding one’s way": [
        Specimen(
            "task-list",
            included("task_list"),
            {
                "items": both(
                    [
                        {"title": "The call", "href": "#main", "tag": "Done", "tag_classes": "tag--good"},
                        {"title": "At the door", "status": "4 min"},
                    ],
                    [
                        {"title": "Yr alwad", "href": "#main", "tag": "Wedi’i wneud", "tag_classes": "tag--good"},
                        {"title": "Wrth y drws", "status": "4 mun"},
                    ],
                ),
            },
        ),
        Specimen(
            "breadcrumbs",
            included("breadcrumbs"),
            {
                "items": both(
                    [{"text": "My learning", "href": "#main"}, {"text": "The call"}],
                    [{"text": "Fy nysgu", "href": "#main"}, {"text": "Yr alwad"}],
                ),
            },
        ),
        Specimen("back-link", included("back_link"), {"href": "#main"}),
        Specimen(
            "pagination",
            included("pagination"),
            {
                "previous": "#main",
                "next": "#main",
                "items": [{"number": 1, "href": "#main"}, {"number": 2, "href": "#main", "current": True}],
            },
        ),
        Specimen(
            "details",
            '{% details summary=summary %}<p class="govuk-body">{{ text }}</p>{% enddetails %}',
            {
                "summary": both("Why is this hidden?", "Pam mae hyn wedi’i guddio?"),
                "text": both("Fewer than ten people are in this group.", "Mae llai na deg o bobl yn y grŵp hwn."),
            },
        ),
        Specimen(
            "inset",
            "{% inset %}{{ text }}{% endinset %}",
            {
                "text": both("Section 130 says when to report.", "Mae adran 130 yn dweud pryd i hysbysu."),
            },
        ),
    ],
}
