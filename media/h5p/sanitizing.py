"""Texts of content, made safe: plain ones escaped, those with HTML left with the tags that their field allows.

What a field allows is a wish of the package, so that it counts only within what is harmless here: no field can let in
a script, a frame or a form. The work is nh3's, which parses as browsers do.
"""

import html
import re
from functools import lru_cache

import nh3

HARMLESS = frozenset(
    {
        "a", "abbr", "address", "article", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code",
        "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "sup", "table",
        "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    }
)  # fmt: skip
ALWAYS = frozenset({"div", "span", "p", "br"})
IMPLIED = {
    "table": {"tr", "td", "th", "colgroup", "col", "thead", "tbody", "tfoot", "figure", "figcaption"},
    "b": {"strong"},
    "i": {"em"},
    "ul": {"li"},
    "ol": {"li"},
    "del": {"s"},
    "strike": {"s"},
}
STYLEABLE = frozenset({"span", "p", "div", "h1", "h2", "h3", "table", "col", "figure", "td", "th", "li"})
ATTRIBUTES = {
    "*": {"class", "title", "lang", "dir"},
    "a": {"href", "target"},
    "img": {"alt", "width", "height"},
    "table": {"border", "cellpadding", "cellspacing", "summary"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "col": {"span", "width"},
    "colgroup": {"span"},
    "ol": {"start", "type", "reversed"},
    "time": {"datetime"},
}
SCHEMES = {"http", "https", "mailto"}

LENGTH = r"[0-9.]{1,12}(em|px|%)?"
COLOUR = r"(#[a-f0-9]{3}([a-f0-9]{3})?|rgba?\([0-9, .%]{1,40}\)|hsla?\([0-9, .%]{1,40}\))"
LINES = "(none|solid|dotted|dashed|double|groove|ridge|inset|outset)"
FONT_STYLES = {
    "size": {"font-size": LENGTH},
    "family": {"font-family": r"[-a-z0-9,' ]{1,200}"},
    "color": {"color": COLOUR},
    "background": {"background-color": COLOUR},
    "spacing": {"letter-spacing": LENGTH},
    "height": {"line-height": LENGTH},
}
TABLE_STYLES = {
    "border": f"{LENGTH} *{LINES} *{COLOUR}",
    "border-style": LINES,
    "border-width": LENGTH,
    "border-color": COLOUR,
    "border-collapse": "collapse",
    "vertical-align": "(middle|top|bottom)",
    "padding": LENGTH,
    "width": LENGTH,
    "height": LENGTH,
    "float": "(right|left|none)",
    "background-color": COLOUR,
}
ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def escaped(text: str, longest: int | None = None) -> str:
    """Plain text as H5P keeps it: with `<`, `>`, `&` and quotes as entities, those already so left; cut to a length before."""
    plain = ENTITY.sub(lambda entity: html.unescape(entity[0]), text)[:longest]
    return html.escape(plain).replace("&#x27;", "&#039;")


def sanitize_html(
    text: str, tags: frozenset[str], font: frozenset[str] = frozenset(), longest: int | None = None
) -> str:
    """HTML with these tags, those that they bring along, and styles for what `font` names; the rest of the tags goes.

    Scripts and style sheets go with what is in them. `longest` counts the HTML, as H5P does; tags cut open are closed.
    """
    cleaner = _cleaner(tags, font)
    clean = cleaner.clean(text)
    return clean if longest is None or len(clean) <= longest else cleaner.clean(clean[:longest])


def allowed_tags(tags: frozenset[str]) -> set[str]:
    """What a field's tags come to."""
    wanted = {each.lower() for each in tags} | ALWAYS
    for tag, more in IMPLIED.items():
        if tag in wanted:
            wanted |= more
    return wanted & HARMLESS


@lru_cache(maxsize=256)
def _cleaner(tags: frozenset[str], font: frozenset[str]) -> nh3.Cleaner:
    """One for each kind of field: making it costs more than cleaning a text."""
    allowed = allowed_tags(tags)
    patterns = {"text-align": "(center|left|right|justify)"}
    for name in font & FONT_STYLES.keys():
        patterns |= FONT_STYLES[name]
    if "table" in allowed:
        patterns = TABLE_STYLES | patterns
    styles = {name: re.compile(pattern, re.IGNORECASE | re.ASCII) for name, pattern in patterns.items()}

    def attribute(tag: str, name: str, value: str) -> str | None:
        return _style(value, styles) if name == "style" else value

    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items() if tag == "*" or tag in allowed}
    for tag in STYLEABLE & allowed:
        attributes.setdefault(tag, set()).add("style")
    return nh3.Cleaner(
        tags=allowed,
        clean_content_tags={"script", "style"},
        attributes=attributes,
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def _style(value: str, styles: dict[str, re.Pattern[str]]) -> str | None:
    """The declarations that are allowed, or None where none is."""
    kept = []
    for declaration in value.split(";"):
        name, _, wanted = declaration.partition(":")
        pattern = styles.get(name.strip().lower())
        if pattern and pattern.fullmatch(wanted.strip()):
            kept.append(f"{name.strip().lower()}:{wanted.strip()}")
    return ";".join(kept) + ";" if kept else None
