"""The sheet a scenario is drawn on: it grows downwards, and is as readable in print and on a dark screen as on a light one.

Widths are told from the count of characters, since a pure function has no fonts to measure: `WIDE` is a little more
than what a letter of Noto Sans takes on average, and what would be longer is cut with an ellipsis or wrapped.
"""

import textwrap
from dataclasses import dataclass
from html import escape

WIDTH = 1120
MARGIN = 32
WIDE = 0.56
"""The width of a letter in parts of its size."""

LINE = 19
"""From one line of small words to the next."""

SIZES = {"h1": 26, "h2": 20, "body": 15, "small": 14}
STYLE = """
  svg { --ground: #fff; --ink: #1d2528; --ink-2: #4d575b; --line: #d9d2c5; --edge: #70797c; --sunk: #ece7dd; --brand: #0b5b68 }
  text { fill: var(--ink); font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif }
  .h1 { font-size: 26px; font-weight: 700 } .h2 { font-size: 20px; font-weight: 700 }
  .body { font-size: 15px } .small { font-size: 14px } .quiet { fill: var(--ink-2) } .bold { font-weight: 700 }
  .ground { fill: var(--ground) } .rule { stroke: var(--line) } .edge { stroke: var(--edge); fill: none }
  .phase { fill: var(--sunk); stroke: var(--edge) } .break { fill: var(--ground); stroke: var(--edge); stroke-dasharray: 4 3 }
  .decides { fill: var(--brand) } .mark { fill: var(--brand); stroke: var(--brand) } .ring { fill: none; stroke: var(--brand); stroke-width: 2 }
  .lead { stroke: var(--brand); fill: none } .on-brand { fill: #fff }
  @media screen and (prefers-color-scheme: dark) {
    svg { --ground: #13181a; --ink: #eeeae3; --ink-2: #b5bab8; --line: #3a4447; --edge: #8d9698; --sunk: #262e31; --brand: #8bd0d2 }
    .on-brand { fill: #13181a }
  }
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a row: how far from the margin they begin, and within which width they wrap."""

    left: float
    width: float
    words: str
    look: str


class Sheet:
    """What is drawn so far, and how far down the next thing stands (`y`, in pixels)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.y = 0.0
        self.parts: list[str] = []
        self.down(48)

    def down(self, pixels: float) -> None:
        """Go on further down."""
        self.y += pixels

    def text(self, x: float, words: str, look: str, *, y: float | None = None, anchor: str = "start") -> None:
        """Words with their baseline at `y`, or where the sheet stands."""
        at = f'x="{x:g}" y="{self.y if y is None else y:g}"'
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self.parts.append(f'<text {at} class="{look}"{placed}>{escape(words, quote=False)}</text>')

    def paragraph(self, words: str) -> None:
        """Quiet words over the whole width, as many lines as they need."""
        for line in wrapped(words, WIDTH - 2 * MARGIN, "body"):
            self.text(MARGIN, line, "body quiet")
            self.down(22)

    def row(self, cells: list[Cell]) -> int:
        """A row of words that wrap, as high as its longest cell; gives the number of its lines."""
        lines = [wrapped(cell.words, cell.width, "small") for cell in cells]
        highest = max(1, *map(len, lines))
        for cell, said in zip(cells, lines, strict=True):
            for number, line in enumerate(said):
                self.text(MARGIN + cell.left, line, cell.look, y=self.y + LINE * number)
        self.down(LINE * highest + 8)
        return highest

    def shape(self, name: str, look: str, **numbers: float) -> None:
        """A rect, line, circle or the like, by its attributes."""
        attributes = " ".join(f'{key}="{number:g}"' for key, number in numbers.items())
        self.parts.append(f'<{name} class="{look}" {attributes}/>')

    def path(self, look: str, data: str) -> None:
        """A path."""
        self.parts.append(f'<path class="{look}" d="{data}"/>')

    def finished(self, title: str, alternative: str) -> str:
        """The whole file, with a title and a text that tells the same for whoever does not see it."""
        height = self.y + MARGIN
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}"'
                f' lang="{self.language}" role="img" aria-labelledby="title" aria-describedby="told">',
                f'<title id="title">{escape(title, quote=False)}</title>',
                f'<desc id="told">{escape(alternative, quote=False)}</desc>',
                f"<style>{STYLE}</style>",
                f'<rect class="ground" width="{WIDTH}" height="{height:g}"/>',
                *self.parts,
                "</svg>\n",
            ]
        )


def cut(words: str, width: float, look: str) -> str:
    """The words as far as they fit, with an ellipsis where they do not."""
    most = max(1, int(width / (SIZES[look] * WIDE)))
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1].rstrip()}…"


def wrapped(words: str, width: float, look: str) -> list[str]:
    """The words in lines that fit."""
    return textwrap.wrap(words, max(8, int(width / (SIZES[look] * WIDE))), break_on_hyphens=False)
