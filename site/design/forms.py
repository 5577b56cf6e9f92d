"""How `{{ form }}` and `{{ form.name.as_field_group }}` are drawn: with our parts, label above, message above the field.

Django's own widget templates stay as they are, since Wagtail's admin draws with them; here the widget only says which
part it is. Fields carry no `required` attribute: the browser would speak in its own language instead of the reader's.
"""

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm, widgets
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


class FormRenderer(TemplatesSetting):
    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"


def draw(field: BoundField) -> SafeString:
    """One field as the part that its widget calls for."""
    widget = field.field.widget
    if widget.is_hidden:
        return SafeString(field)
    # The order matters: Django's checkboxes are a kind of radios, and its passwords a kind of input.
    if isinstance(widget, widgets.CheckboxInput):
        return render("checkboxes", {**common(field), "items": [single_choice(field)]})
    if isinstance(widget, widgets.CheckboxSelectMultiple):
        return render("checkboxes", {**common(field), "legend": label_of(field), "items": list(choices(field))})
    if isinstance(widget, widgets.RadioSelect):
        return render("radios", {**common(field), "legend": label_of(field), "items": list(choices(field))})
    if isinstance(widget, widgets.Select):
        return render("select", {**labelled(field), "items": options(field)})
    if isinstance(widget, widgets.Textarea):
        return render("textarea", {**labelled(field), "value": shown_value(field)})
    if isinstance(widget, widgets.PasswordInput):
        return render("password_input", labelled(field))
    if isinstance(widget, widgets.Input):
        return render("input", {**labelled(field), "type": widget.input_type, "value": shown_value(field)})
    return render("other_field", {**labelled(field), "widget": mark_safe(str(field))})  # noqa: S308 - Django drew it


def render(part: str, values: dict[str, Any]) -> SafeString:
    return render_to_string(f"design/components/{part}.html", values)


def common(field: BoundField) -> dict[str, Any]:
    """What every field has: id, name, hint and message."""
    return {
        "id": field.auto_id,
        "name": field.html_name,
        "hint": field.help_text,
        "error": " ".join(str(message) for message in field.errors),
    }


def labelled(field: BoundField) -> dict[str, Any]:
    """`common`, with the label and with what the form's author gave the widget."""
    attributes = dict(field.field.widget.attrs)
    for left_out in ("id", "cols", "aria-describedby", "placeholder"):
        attributes.pop(left_out, None)
    return {
        **common(field),
        "label": label_of(field),
        "classes": attributes.pop("class", ""),
        "rows": attributes.pop("rows", ""),
        "autocomplete": attributes.pop("autocomplete", ""),
        "inputmode": attributes.pop("inputmode", ""),
        "attrs": attributes,
    }


def label_of(field: BoundField) -> str:
    return str(field.label) if field.field.required else _("%(label)s (optional)") % {"label": field.label}


def shown_value(field: BoundField) -> Any:
    if isinstance(field.field.widget, widgets.FileInput):
        return None
    return field.field.widget.format_value(field.value())


def single_choice(field: BoundField) -> dict[str, Any]:
    """A lone checkbox: its label is the choice."""
    return {"value": "on", "text": field.label, "checked": bool(field.value())}


def choices(field: BoundField) -> Iterable[dict[str, Any]]:
    chosen = chosen_values(field)
    for value, text in field.field.choices:  # type: ignore[attr-defined]
        yield {"value": value, "text": text, "checked": str(value) in chosen}


def options(field: BoundField) -> list[dict[str, Any]]:
    """The choices of a select, groups included."""
    chosen = chosen_values(field)

    def option(value: Any, text: Any) -> dict[str, Any]:
        if isinstance(text, list | tuple):
            return {"text": value, "options": [option(*pair) for pair in text]}
        return {"value": value, "text": text, "selected": str(value if value is not None else "") in chosen}

    return [option(value, text) for value, text in field.field.choices]  # type: ignore[attr-defined]


def chosen_values(field: BoundField) -> set[str]:
    value = field.value()
    if value is None:
        return {""}
    return {str(one) for one in value} if isinstance(value, list | tuple | set) else {str(value)}


def problems(form: BaseForm) -> list[dict[str, str]]:
    """The summary above a form: its own messages, then each field's with a link to the field."""
    found = [{"text": str(message), "href": ""} for message in form.non_field_errors()]
    for field in form.visible_fields():
        found += [{"text": str(message), "href": f"#{field.auto_id}"} for message in field.errors]
    return found
