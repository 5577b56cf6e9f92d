"""Finds every string of ours that people read, and brings the Welsh catalogue up to date with them.

Babel reads Python; Django's own `templatize` turns a template into something that looks like Python to it. So nobody
needs gettext's tools. What is translated stays; what is no longer said goes; what is new waits with an empty line, and
the tests fail until it is written.

Welsh has six plural forms (0, 1, 2, 3, 6 and all others), as the Unicode data say; Django's own Welsh has four, which
does no harm, since each catalogue counts by its own rule.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation import template as templates

SITE = Path(__file__).parent.parent
ROOT = SITE.parent
CATALOGUE = Path(__file__).parent / "locale" / "cy" / "LC_MESSAGES" / "django.po"
APPS = [
    *(SITE / name for name in ("diogel", "boards", "records", "people", "design")),
    *(ROOT / name for name in ("courses", "simulations", "assessments", "media")),
]
PLURALS = "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop"]),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
HEADER = f"""msgid ""
msgstr ""
"Project-Id-Version: Diogel\\n"
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {PLURALS}\\n"
"""
CHANGING = tuple(
    f'"{name}'
    for name in ("POT-Creation", "PO-Revision", "Generated-By", "Report-Msgid", "Last-Translator", "Language-Team")
)
NOTE = """# The Welsh of Diogel, written together with the English. It waits for a translator to check it: nobody has reviewed it yet.
# `./run exec diogel messages` keeps it in step with the code; docs/welsh.md says how to write for it."""


def update() -> tuple[int, int]:
    """Brings the catalogue into step with the code; returns how many strings there are, and how many lack their Welsh."""
    catalogue = read()
    catalogue.update(found(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(catalogue)
    waiting = [message for message in catalogue if message.id and not is_translated(message.string)]
    return len(catalogue), len(waiting)


def read(text: str | None = None) -> Catalog:
    """The catalogue in `text`, or the one that is kept."""
    kept = CATALOGUE.read_text() if CATALOGUE.exists() else HEADER
    return read_po(io.StringIO(kept if text is None else text), locale="cy")


def write(catalogue: Catalog) -> None:
    catalogue.header_comment = NOTE
    catalogue.fuzzy = False
    target = io.BytesIO()
    write_po(target, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False)
    lines = target.getvalue().decode().splitlines()
    # Dates and tools' names would change the file without a change in its words; nobody is named who did not translate.
    kept = [line for line in lines if not line.startswith(CHANGING)]
    CATALOGUE.write_text("\n".join(kept).rstrip() + "\n")


def found() -> Catalog:
    """Every string of ours in Python and templates, with the files it stands in."""
    catalogue = Catalog(locale="cy")
    for path in sources():
        for message, context, comments in strings_in(path):
            place = (str(path.relative_to(ROOT)), 0)
            catalogue.add(message, locations=[place], auto_comments=comments, context=context)
    return catalogue


def sources() -> Iterator[Path]:
    for app in APPS:
        for path in sorted(app.rglob("*")):
            is_code = path.suffix == ".py" and "migrations" not in path.parts
            is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
            if is_code or is_template:
                yield path


def strings_in(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None, list[str]]]:
    text = path.read_text()
    if path.suffix != ".py":
        text = templates.templatize(text)
    reader = io.BytesIO(text.encode())
    for _line, message, comments, context in extract("python", reader, KEYWORDS, comment_tags=["Translators:"]):
        yield message, context, comments


def is_translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    if string is None or isinstance(string, str):
        return bool(string)
    return all(string)
