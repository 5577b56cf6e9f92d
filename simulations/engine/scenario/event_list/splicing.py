"""One section of a file in the place of another: the rest of the file, its comments too, stays as it was written."""

from simulations.engine.scenario.nodes import Mapped, parse

AFTER = "phases"
"""Where a section `injects` goes in a file that has none: behind this one, if it is there."""


def spliced(text: str, section: str) -> tuple[str, int]:
    """The text with its section `injects` replaced, and the line (from 1) on which the new one begins.

    Comments and empty lines that lead over to the next section stay with it. Raises Refused where the text is no YAML.
    """
    root, _ = parse(text)
    lines = text.splitlines(keepends=True)
    starts = {name: entry.key.place.line for name, entry in root.entries.items()} if isinstance(root, Mapped) else {}
    if "injects" in starts:
        begin, end = starts["injects"] - 1, _end(lines, starts, "injects")
    else:
        begin = end = _end(lines, starts, AFTER) if AFTER in starts else len(lines)
    before = "".join(lines[:begin])
    joined = before if before.endswith("\n") or not before else f"{before}\n"
    return joined + section + "".join(lines[end:]), begin + 1


def _end(lines: list[str], starts: dict[str, int], name: str) -> int:
    """The number of lines up to the end of a section."""
    later = [start for start in starts.values() if start > starts[name]]
    end = min(later) - 1 if later else len(lines)
    while later and end > starts[name] and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
