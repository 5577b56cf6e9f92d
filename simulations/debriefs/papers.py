"""The debrief as a paper for the cohort: what its steps have shown, as a tagged PDF (PDF/UA-1) in one language.

    pdf(conference, proceedings, "cy") -> bytes

It is set by `debrief.typ` out of blocks (paper_blocks.py), handed over as one JSON text: nothing that anybody typed is
ever read as markup. Fonts come with the setter, so that a paper looks the same on every machine.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import typst
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations import log
from simulations.debriefs.paper_blocks import chapters
from simulations.engine.actors import Facilitator
from simulations.models import Conference
from simulations.proceedings import Proceedings

SETTING = Path(__file__).with_name("debrief.typ")


def pdf(conference: Conference, proceedings: Proceedings, language: str) -> bytes:
    """The paper, in this language."""
    with translation.override(language):
        told = paper(conference, proceedings, language)
    made = typst.compile(
        SETTING.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told)},
    )
    assert isinstance(made, bytes)  # noqa: S101 - one file is asked for
    return made


def paper(conference: Conference, proceedings: Proceedings, language: str) -> Mapping[str, object]:
    """Everything that stands on the paper, in the language that is active."""
    sections = proceedings.whole(Facilitator())
    typed = log.typed_in(proceedings.events)
    title = proceedings.scenario.title.in_language(language)
    held = date_format(timezone.localtime(conference.planned_for), "j F Y")
    return {
        "language": language,
        "title": _("Debrief: %(title)s") % {"title": title},
        "held": held,
        "label": _("Practice – not real people"),
        "about": _("It describes the group, never a person."),
        "sample": _(
            "A sample: not reviewed, not piloted, Welsh awaiting a translator. It is credited to nobody’s hours."
        )
        if conference.version.status == "sample"
        else "",
        "kept": _kept(),
        "page": _("Page"),
        "chapters": chapters(conference, sections, typed),
    }


def _kept() -> str:
    days = settings.KEEP_WORDS_DAYS
    return ngettext(
        "Words typed in the conference are deleted %(days)s day after it closes. Then delete this paper, too.",
        "Words typed in the conference are deleted %(days)s days after it closes. Then delete this paper, too.",
        days,
    ) % {"days": days}
