"""What stands on the debrief's paper, chapter by chapter, as plain blocks: sentences, lists, tables and the drawn timeline.

Only what the steps opened so far have shown to everybody is here; who held or said what is not, but for the rows by seat
while all agree. A text is a string, or `{"text", "language"}` where it is in another language than the paper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from django.template import Context
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simulations import wording
from simulations.debriefs.definitions import DEFINITIONS
from simulations.engine.sections import DebriefSection, FactLine, Sections, Utterance
from simulations.log import Typed
from simulations.models import Conference
from simulations.reflecting.counting import group
from simulations.templatetags.debriefing import Known, age, child_named, known_facts, minutes_in, votes, wall
from simulations.templatetags.figures import (
    counted_tables,
    pitfalls_by_finding,
    pool_counts,
    pool_sentence,
    pool_words,
    rate_words,
)
from simulations.templatetags.table import worded
from simulations.templatetags.timeline import Told, phase_label, told_of

Text = str | dict[str, str]
Block = dict[str, object]
Chapter = dict[str, object]
TypedWords = Mapping[str, Typed]


def chapters(conference: Conference, sections: Sections, typed: TypedWords) -> list[Chapter]:
    """The chapters in the order of the debrief, without those that have nothing to say."""
    debrief = sections.debrief
    if debrief is None:
        return []
    made = [
        _chapter(pool_sentence(debrief.pool), _known(sections, debrief)) if debrief.pool else None,
        _chapter(_("Rows by seat, since everybody agreed"), _named(sections, debrief)),
        _chapter(_("Where tables go wrong"), _pitfalls(debrief)),
        _chapter(_("What a sound decision could be"), _decisions(sections, debrief)),
        _chapter(_("When it was said"), _timeline(sections)),
        _chapter(_("The wall without names"), _wall(debrief, typed)),
        _chapter(_("What people made of it"), _answers(conference)),
        _chapter(_("What the figures count"), _definitions()),
    ]
    return [chapter for chapter in made if chapter is not None and chapter["blocks"]]


def _chapter(heading: str, blocks: Iterator[Block]) -> Chapter:
    return {"heading": heading, "blocks": list(blocks)}


def _sentence(text: Text) -> Block:
    return {"kind": "sentence", "text": text}


def _table(heads: list[str], rows: list[list[Text]], title: str = "") -> Block:
    return {"kind": "table", "title": title, "heads": heads, "rows": rows}


def own(texts: Mapping[str, str] | None) -> Text:
    """A text of the scenario in the paper's language, or marked with its own."""
    words, language = worded(texts)
    return words if language in ("", get_language()) else {"text": words, "language": language}


def _known(sections: Sections, debrief: DebriefSection) -> Iterator[Block]:
    if debrief.pool:
        yield _sentence(", ".join(count.words for count in pool_counts(debrief)) + ".")
        yield _sentence(pool_words(debrief.pool))
    for known in known_facts(Context({"sections": sections}), debrief):
        heads = [_("What was known"), _("What became of it")]
        yield _table(heads, [_fact(line) for line in (*known.critical, *known.others)], _who(known))


def _who(known: Known) -> str:
    return f"{known.child.name}, {age(known.child)}" if known.child else _("All the children")


def _fact(line: FactLine) -> list[Text]:
    became = wording.named(wording.OUTCOMES, line.outcome)
    parts = [became if line.seconds is None else f"{became}, {minutes_in(line.seconds)}"]
    parts += [_("It mattered most.")] if line.critical else []
    parts += [_("A script said it.")] if line.by_script else []
    parts += [_("Said before somebody it was withheld from.")] if line.breach else []
    return [own(line.gist), " · ".join(parts)]


def _named(sections: Sections, debrief: DebriefSection) -> Iterator[Block]:
    seats = {line.seat: line for line in sections.roster.seats} if sections.roster else {}
    for row in debrief.named or ():
        title = worded(seats[row.seat].title)[0] if row.seat in seats else row.seat
        yield _table([_("What was known"), _("What became of it")], [_fact(line) for line in row.facts], title)


def _pitfalls(debrief: DebriefSection) -> Iterator[Block]:
    rows: list[list[Text]] = []
    for line in pitfalls_by_finding(debrief):
        where = minutes_in(line.seconds) if line.seconds is not None else _("in what was left out")
        not_found = _("For the group to say") if line.by_facilitator else _("Not known")
        word = {True: f"{_('It happened here')}, {where}", False: _("Not here"), None: not_found}[line.found]
        rows.append([own(line.text), word])
    if rows:
        yield _table([_("Pitfall"), _("In this conference")], rows)
    if used := rate_words(debrief.use):
        yield _sentence(f"{_('Of what mattered and was said, the reasons rest on')} {used}.")
    if debrief.unanswered:
        items = [own(fact.gist) for fact in debrief.unanswered]
        yield {"kind": "list", "lead": _("Risks that no safety action answers"), "items": items}


def _decisions(sections: Sections, debrief: DebriefSection) -> Iterator[Block]:
    for line in debrief.defensible:
        child = child_named(Context({"sections": sections}), line.child)
        options = ", ".join(wording.named(wording.OPTIONS, each) for each in (*line.decisions, *line.categories))
        yield {"kind": "item", "lead": f"{child.name if child else line.child}: {options}", "text": own(line.why)}
    if debrief.defensible:
        yield _sentence(_("Written by the scenario’s author. Not reviewed by an expert panel."))
    decided: list[list[Text]] = [
        [
            getattr(child_named(Context({"sections": sections}), line.child), "name", ""),
            wording.named(wording.OPTIONS, line.option),
        ]
        for line in debrief.decisions
    ]
    if decided:
        yield _table([_("Child"), _("Decided in this conference")], decided)


def _timeline(sections: Sections) -> Iterator[Block]:
    told = told_of(sections)
    if told is None:
        return
    yield {"kind": "timeline", **_drawing(told)}
    rows: list[list[Text]] = [
        [minutes_in(row.seconds), f"{row.what}: {row.words}" if row.words else row.what, row.about] for row in told.rows
    ]
    yield _table([_("Min:sec"), _("What happened"), _("About")], rows)


def _drawing(told: Told) -> dict[str, object]:
    drawn = asdict(told.drawing)
    for stretch, plain in zip(told.drawing.phases, drawn["phases"], strict=True):
        plain["name"] = phase_label(stretch)
    return {"drawn": drawn, "legend": told.legend, "first_view": _("First view"), "minutes": _("minutes")}


def _wall(debrief: DebriefSection, typed: TypedWords) -> Iterator[Block]:
    for column in wall(debrief):
        heading = _words(column.group.said.words, typed) if column.group else ""
        for note in column.notes:
            yield {"kind": "item", "lead": heading, "text": _words(note.said.words, typed), "after": votes(note)}
            heading = ""


def _words(words: Utterance | None, typed: TypedWords) -> Text:
    """What somebody typed, or that it was taken away."""
    known = typed.get(words.utterance) if words else None
    if words is None or words.removed or known is None or known.text is None:
        return _("These words were removed.")
    return known.text if known.language == get_language() else {"text": known.text, "language": known.language}


def _answers(conference: Conference) -> Iterator[Block]:
    for table in counted_tables(group(conference)):
        rows: list[list[Text]] = [[str(row.name), *map(str, row.cells)] for row in table.rows]
        yield _table([table.first, *map(str, table.heads)], rows, str(table.title))


def _definitions() -> Iterator[Block]:
    for each in DEFINITIONS.values():
        yield {
            "kind": "item",
            "small": True,
            "lead": str(each.title),
            "text": f"{each.counts} {_('Bear in mind:')} {each.is_not}",
        }
    yield _sentence(_("The choice of these figures is Diogel’s own and has not been validated."))
