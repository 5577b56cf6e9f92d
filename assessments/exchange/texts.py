"""Texts between Diogel and others: our little Markdown, their HTML, and the sources at the end of a reason.

A question of ours has a case and a prompt; other systems have one text. The last paragraph is the prompt.
"""

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from assessments.questions.parts import Sources
from assessments.questions.texts import Bilingual, Source

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
LINK_ALONE = re.compile(r"\[(?P<says>(?:[^\[\]\\]|\\.)*)\]\((?P<url>https?://[^\s()]+)\)")
NO_ADDRESS = re.compile(r"\[(?P<says>(?:[^\[\]\\]|\\.)*)\]\((?!https?://[^\s()]+\))[^()]*\)")
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "section", "pre"}
LOST = {"img", "audio", "video", "object", "table", "math", "svg", "iframe", "canvas"}
UNSEEN = {"script", "style", "head"}
BOLD, ITALIC = "\ue000", "\ue001"  # while it is read; signs that nobody writes
SIGNS = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC}
LONGEST_HTML = 100_000  # letters: what stands in tags may be much, and the parser's time grows faster than its text
INSIDE = re.compile(r"data:[^\s\"'<>]+")  # a picture's own bytes
_markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True})


class Reader(HTMLParser):
    """HTML into our Markdown: paragraphs, bold, italic, lists, links; `lost` names what has no place here.

    Without `marks` it is plain, as what is asked and what is chosen are shown.
    """

    def __init__(self, *, marks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.marks = marks
        self.parts: list[str] = []
        self.lost: set[str] = set()
        self.links: list[str] = []
        self.lists: list[int] = []  # of each that is open, the number of its last thing; below 0 where none has one
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LOST:
            self.lost.add(tag)
        self.unseen += tag in UNSEEN
        self.parts.append(self.opening(tag))
        if tag == "a" and self.marks:
            self.links.append(next((value or "" for name, value in attrs if name == "href"), ""))
            self.parts.append("[")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN and self.unseen > 0
        self.parts.append("\n\n" if tag in BLOCKS else self.sign(tag))
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
        if tag == "a" and self.links:
            self.parts.append(f"]({self.links.pop()})")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            said = re.sub(rf"[{BOLD}{ITALIC}]", "", re.sub(r"\s+", " ", data))
            self.parts.append(_bracketed(said, keep_ends=True) if self.links else said)

    def sign(self, tag: str) -> str:
        return SIGNS.get(tag, "") if self.marks else ""

    def opening(self, tag: str) -> str:
        if tag in {"ol", "ul"}:
            self.lists.append(0 if tag == "ol" else -1)
        if tag in BLOCKS:
            return "\n\n"
        if tag == "li":
            return self.next_in_list()
        return "\n" if tag == "br" else self.sign(tag)

    def next_in_list(self) -> str:
        if not self.marks:
            return "\n"
        if not self.lists or self.lists[-1] < 0:
            return "\n- "
        self.lists[-1] += 1
        return f"\n{self.lists[-1]}. "

    @property
    def text(self) -> str:
        joined = re.sub(r" *\n *", "\n", "".join(self.parts))
        without_addresses = NO_ADDRESS.sub(lambda found: _unbracketed(found["says"]), joined)
        signed = without_addresses.replace(BOLD * 2, "").replace(ITALIC * 2, "")
        return re.sub(r"\n{3,}", "\n\n", signed.replace(BOLD, "**").replace(ITALIC, "*")).strip()


def from_html(text: str, *, marks: bool = True) -> tuple[str, set[str]]:
    """The text, and the elements in it that were lost. Of one that is far too long, enough to be told so."""
    text = INSIDE.sub("data:", text)
    if len(text) > LONGEST_HTML:
        return text[:LONGEST_HTML], set()
    reader = Reader(marks=marks)
    reader.feed(text)
    reader.close()
    return reader.text, reader.lost


def to_html(text: str) -> str:
    """XHTML of a case or a reason."""
    return str(_markdown.render(text)).strip()


def escaped(text: str) -> str:
    return html.escape(text, quote=True)


def plain(text: str) -> str:
    """One paragraph, without white space that nobody sees."""
    return " ".join(text.split())


def parted(text: str) -> tuple[str, str]:
    """The case, which may be empty, and the prompt."""
    paragraphs = PARAGRAPH.split(text.strip())
    return "\n\n".join(each.strip() for each in paragraphs[:-1]), plain(paragraphs[-1])


def parted_html(text: str) -> tuple[str, str, set[str]]:
    """The case, the prompt, which is plain, and the elements that were lost."""
    marked, lost = from_html(text)
    return parted(marked)[0], parted(from_html(text, marks=False)[0])[1], lost


def with_sources(why: str, sources: Sequence[Source], language: str) -> str:
    """A reason with its sources as links, each a paragraph of its own at the end."""
    links = [f"[{_bracketed(each.says.in_language(language))}]({each.address_in(language)})" for each in sources]
    return "\n\n".join(filter(None, [why.strip(), *links]))


def without_sources(text: str, language: str) -> tuple[Bilingual, Sources]:
    """The reason, and the sources whose links stand alone at its end."""
    paragraphs = [each.strip() for each in PARAGRAPH.split(text.strip())]
    sources: Sources = []
    while paragraphs and len(sources) < 10 and (link := LINK_ALONE.fullmatch(paragraphs[-1])):
        sources.insert(0, Source(link["url"][:500], in_one(_unbracketed(link["says"]), language)))
        paragraphs.pop()
    return in_one("\n\n".join(paragraphs), language), sources


def in_one(text: str, language: str) -> Bilingual:
    """The other language is left empty: it waits for somebody to write it, and is never made by a machine."""
    return Bilingual("", text) if language == "cy" else Bilingual(text, "")


def _bracketed(text: str, *, keep_ends: bool = False) -> str:
    """As it may stand in a link: its brackets are none of the link's."""
    return re.sub(r"([\[\]\\])", r"\\\1", text if keep_ends else plain(text))


def _unbracketed(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
