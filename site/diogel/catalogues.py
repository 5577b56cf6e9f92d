"""The Welsh catalogue, compiled by Babel, so that no machine needs gettext's own tools."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


def compile_all() -> str:
    """Makes each `.mo` that is missing or older than its `.po`; says how many strings, or nothing where none was made."""
    count = 0
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parts[-3], domain=po.stem)
        with mo.open("wb") as target:
            # Fuzzy strings stay out: a test refuses them, and a guess must not be shown.
            write_mo(target, catalogue)
        count += len(catalogue)
    return f"{count} strings" if count else ""
