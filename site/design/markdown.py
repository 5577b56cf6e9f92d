"""The Markdown subset of scenario and course files: paragraphs, emphasis, lists, links. HTML in them is shown, not obeyed."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

SUBSET = MarkdownIt("zero").enable(["emphasis", "list", "link", "newline", "escape", "entity"])
TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br"}


def to_html(text: str) -> SafeString:
    """As HTML of these few tags; links lead to the web and nowhere else."""
    clean = nh3.clean(
        SUBSET.render(text), tags=TAGS, attributes={"a": {"href"}}, link_rel=None, url_schemes={"http", "https"}
    )
    return mark_safe(clean)  # noqa: S308 - cleaned
