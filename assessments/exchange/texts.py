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
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "section", "pre"}
LOST = {"img", "audio", "video", "object", "table", "math", "svg", "iframe", "canvas"}
UNSEEN = {"script", "style", "head"}
_markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True})


class Reader(HTMLParser):
    """HTML into our Markdown: paragraphs, bold, lists, links; `lost` names what has no place here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lost: set[str] = set()
        self.links: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LOST:
            self.lost.add(tag)
        self.unseen += tag in UNSEEN
        self.parts.append(_opening(tag))
        if tag == "a":
            self.links.append(next((value or "" for name, value in attrs if name == "href"), ""))
            self.parts.append("[")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN and self.unseen > 0
        self.parts.append("**" if tag in {"b", "strong"} else "\n\n" if tag in BLOCKS else "")
        if tag == "a" and self.links:
            self.parts.append(f"]({self.links.pop()})")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))

    @property
    def text(self) -> str:
        joined = re.sub(r" *\n *", "\n", "".join(self.parts))
        without_addresses = re.sub(r"\[([^\[\]]*)\]\((?!https?://[^\s()]+\))[^()]*\)", r"\1", joined)
        return re.sub(r"\n{3,}", "\n\n", without_addresses).replace("****", "").strip()


def _opening(tag: str) -> str:
    if tag in BLOCKS:
        return "\n\n"
    return {"li": "\n- ", "br": "\n", "b": "**", "strong": "**"}.get(tag, "")


def from_html(text: str) -> tuple[str, set[str]]:
    """The text, and the elements in it that were lost."""
    reader = Reader()
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


def with_sources(why: str, sources: Sequence[Source], language: str) -> str:
    """A reason with its sources as links, each a paragraph of its own at the end."""
    links = [f"[{_bracketed(each.says.in_language(language))}]({each.address_in(language)})" for each in sources]
    return "\n\n".join(filter(None, [why.strip(), *links]))


def without_sources(text: str, language: str) -> tuple[Bilingual, Sources]:
    """The reason, and the sources whose links stand alone at its end."""
    paragraphs = [each.strip() for each in PARAGRAPH.split(text.strip())]
    sources: Sources = []
    while paragraphs and len(sources) < 10 and (link := LINK_ALONE.fullmatch(paragraphs[-1])):
        sources.insert(0, Source(link["url"][:500], in_one(re.sub(r"\\(.)", r"\1", link["says"]), language)))
        paragraphs.pop()
    return in_one("\n\n".join(paragraphs), language), sources


def in_one(text: str, language: str) -> Bilingual:
    """The other language is left empty: it waits for somebody to write it, and is never made by a machine."""
    return Bilingual("", text) if language == "cy" else Bilingual(text, "")


def _bracketed(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", plain(text))
