"""The Markdown subset of scenario and course files: paragraphs, emphasis, lists, links. HTML in them is shown, not obeyed."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

SUBSET = MarkdownIt("zero").enable(["emphasis", "list", "link", "newline", "escape", "entity"])
TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br"}


def to_html(text: str) -> SafeString:
    """As HTML of these few tags; links go out with no referrer and no hold on this page."""
    return mark_safe(nh3.clean(SUBSET.render(text), tags=TAGS, attributes={"a": {"href"}}))  # noqa: S308 - cleaned
