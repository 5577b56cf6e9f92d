"""Template tags that every page may use without loading them: the frame's links, icons, and parts that wrap content.

Parts without content of their own are partials: `{% include "design/components/button.html" with text=… only %}`.
docs/design.md lists both.
"""

from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from design import forms, navigation
from design.icons import ICONS
from design.languages import NAMES, other_language, same_place

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation_links(context: Context) -> list[navigation.Link]:
    """The header's links for this reader."""
    request = context.get("request")
    return navigation.header_links(request) if request else []


@register.simple_tag(takes_context=True)
def footer_links(context: Context) -> list[navigation.Link]:
    request = context.get("request")
    return navigation.footer_links(request) if request else []


@register.inclusion_tag("design/language_toggle.html", takes_context=True)
def language_toggle(context: Context) -> dict[str, str]:
    """A link to this very place in the other language, named in that language.

    A view whose address differs between the languages in its own way says so as `other_language_address`.
    """
    language = other_language()
    address = context.get("other_language_address") or (
        same_place(context["request"], language, context.get("page")) if context.get("request") else f"/{language}/"
    )
    return {"code": language, "name": NAMES[language], "address": address}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon in the colour of the words beside it; raises KeyError for a name that is not in the set."""
    drawing = mark_safe(ICONS[name])  # noqa: S308 - our own drawings, no input
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', drawing)


@register.simple_tag
def attributes(pairs: dict[str, Any] | None) -> SafeString:
    """Further HTML attributes of a part: ` data-x="1"`; True stands alone, None and False are left out."""
    return flatatt({name: value for name, value in (pairs or {}).items() if value is not None})


@register.simple_tag
def hint_id(field_id: str) -> str:
    return f"{field_id}-hint"


@register.simple_tag
def error_id(field_id: str) -> str:
    return f"{field_id}-error"


@register.simple_tag
def described_by(field_id: str, hint: str = "", error: str = "", also: str = "") -> SafeString:
    """The attribute that ties a field to its hint and its message, for screen readers."""
    ids = [also, hint and hint_id(field_id), error and error_id(field_id)]
    said = " ".join(one for one in ids if one)
    return format_html(' aria-describedby="{}"', said) if said else SafeString("")


@register.simple_tag
def box_described_by(group_id: str, legend: str, hint: str, error: str, box_id: str, box_hint: str) -> SafeString:
    """As `described_by`, for one box: without a legend to carry them, the group's hint and message are the box's."""
    own = f"{box_id}-item-hint" if box_hint else ""
    group = [] if legend else [hint and hint_id(group_id), error and error_id(group_id)]
    said = " ".join(one for one in [*group, own] if one)
    return format_html(' aria-describedby="{}"', said) if said else SafeString("")


@register.simple_tag
def choice_id(group_id: str, item: dict[str, Any], position: int) -> str:
    """A choice's own id, else the group's for the first and the group's with a number for the others."""
    own = item.get("id")
    return str(own) if own else group_id if position == 1 else f"{group_id}-{position}"


@register.simple_tag
def form_field(field: BoundField) -> SafeString:
    """A field of a Django form, drawn with our parts."""
    return forms.draw(field)


@register.simple_tag
def form_problems(form: BaseForm) -> SafeString:
    """The summary of what is wrong, for the top of the page; nothing while nothing is."""
    found = forms.problems(form) if form.is_bound else []
    return render_to_string("design/components/error_summary.html", {"errors": found}) if found else SafeString("")


def part(name: str, content: str, **values: Any) -> SafeString:
    return render_to_string(f"design/components/{name}.html", {"content": content, **values})


@register.simple_block_tag
def private(content: str, label: str = "", tag: str = "section", classes: str = "") -> SafeString:
    """What only this reader sees: heather ground, dashed edge, padlock and the words."""
    return part("private", content, label=label, tag=tag, classes=classes)


@register.simple_block_tag
def paper(content: str, who: str = "", when: str = "", new: bool = False, classes: str = "") -> SafeString:
    """A paper on the table: who laid it there, and when."""
    return part("paper", content, who=who, when=when, new=new, classes=classes)


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False, classes: str = "") -> SafeString:
    return part("details", content, summary=summary, open=open, classes=classes)


@register.simple_block_tag
def inset(content: str, classes: str = "") -> SafeString:
    return part("inset_text", content, classes=classes)


@register.simple_block_tag
def fieldset(
    content: str, legend: str, legend_classes: str = "", heading: bool = False, described_by: str = ""
) -> SafeString:
    """Fields that belong together under one legend; `heading` makes the legend the page's h1."""
    return part(
        "fieldset", content, legend=legend, legend_classes=legend_classes, heading=heading, described_by=described_by
    )


@register.simple_block_tag
def band(content: str, kind: str = "warn", icon_name: str = "warning") -> SafeString:
    """A strip across the page that says how things stand: `warn`, `good` or `bad`."""
    return part("band", content, kind=kind, icon_name=icon_name)
