"""Each partial draws what govuk-frontend's own template draws, for the package's own examples.

The examples come with the package (`fixtures.json`). Our partials take fewer and flatter options, so each part here says
how an example's options become ours; an example that uses an option we left out is not compared, and every part says how
many of the examples it stands for, so that none can quietly drop out.
"""

import json
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template.loader import render_to_string

from design import vendor

Options = dict[str, Any]
VOID = {"input", "br", "img", "path", "hr"}


class Tree(HTMLParser):
    """HTML as a list of tags with sorted attributes and words without the white space between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(" ".join(data.split()))


def normal(html: str) -> list[Any]:
    tree = Tree()
    tree.feed(html)
    return tree.found


@cache
def examples(name: str) -> dict[str, dict[str, Any]]:
    path = vendor.MODULES / vendor.GOVUK / "components" / name / "fixtures.json"
    return {example["name"]: example for example in json.loads(path.read_text())["fixtures"]}


class NotOurs(Exception):
    """The example uses an option that our part leaves out on purpose."""


def text(options: Any, *also: str) -> str:
    """The words of a part of a part; only `also` may stand beside them."""
    if isinstance(options, dict):
        if set(options) - {"text", *also}:
            raise NotOurs
        return str(options.get("text", ""))
    return str(options or "")


def flat(options: Options, known: set[str]) -> Options:
    if not isinstance(options, dict) or set(options) - known:
        raise NotOurs
    return options


def field(options: Options) -> Options:
    """Label, hint, message, id and name, which all fields share."""
    hint, error, label = options.get("hint"), options.get("errorMessage"), options.get("label", {})
    group = options.get("formGroup", {})
    if set(group) - {"classes"} or not label.get("text"):
        raise NotOurs
    return {
        "id": options.get("id") or options["name"],
        "name": options["name"],
        "label": text(label, "classes", "isPageHeading"),
        "label_classes": label.get("classes", ""),
        "heading": label.get("isPageHeading", False),
        "hint": text(hint),
        "error": text(error),
        "classes": options.get("classes", ""),
        "group_classes": group.get("classes", ""),
        "attrs": options.get("attributes"),
        "described_by": options.get("describedBy", ""),
        "value": options.get("value"),
        "autocomplete": options.get("autocomplete", ""),
    }


FIELD = {
    "label", "hint", "errorMessage", "id", "name", "classes", "formGroup", "attributes", "describedBy", "value", "autocomplete",
}  # fmt: skip


def input_options(options: Options) -> Options:
    flat(options, FIELD | {"type", "prefix", "suffix", "disabled", "inputmode"})
    extra = {key: options.get(key) for key in ("type", "disabled", "inputmode")}
    return {**field(options), **extra, "prefix": text(options.get("prefix")), "suffix": text(options.get("suffix"))}


def textarea_options(options: Options) -> Options:
    return {**field(flat(options, FIELD | {"rows"})), "rows": options.get("rows", 5)}


def password_options(options: Options) -> Options:
    return field(flat(options, FIELD))


def select_options(options: Options) -> Options:
    items = [
        flat(item, {"value", "text", "selected", "disabled"})
        for item in flat(options, FIELD | {"items"}).get("items", [])
    ]
    if (
        any(not isinstance(item.get("value"), str | int) or item["value"] is False for item in items)
        or "value" in options
    ):
        raise NotOurs
    return {**field(options), "items": items}


def choice_options(options: Options) -> Options:
    flat(options, {"name", "idPrefix", "fieldset", "hint", "errorMessage", "items", "classes", "formGroup"})
    fieldset = flat(options.get("fieldset") or {}, {"legend"})
    legend = fieldset.get("legend") or {}
    if set(options.get("formGroup", {})) - {"classes"}:
        raise NotOurs
    return {
        "id": options.get("idPrefix") or options["name"],
        "name": options["name"],
        "legend": text(legend, "classes", "isPageHeading"),
        "legend_classes": legend.get("classes", ""),
        "heading": legend.get("isPageHeading", False),
        "hint": text(options.get("hint")),
        "error": text(options.get("errorMessage")),
        "classes": options.get("classes", ""),
        "group_classes": options.get("formGroup", {}).get("classes", ""),
        "items": [choice(item) for item in options["items"]],
    }


def choice(item: Any) -> Options:
    if not isinstance(item, dict) or "conditional" in item:
        raise NotOurs
    flat(item, {"value", "text", "checked", "disabled", "hint", "id", "divider", "name", "behaviour", "attributes"})
    return {**item, "hint": text(item.get("hint")), "attrs": item.get("attributes")}


def button_options(options: Options) -> Options:
    flat(
        options,
        {"text", "classes", "href", "name", "type", "value", "disabled", "id", "attributes", "preventDoubleClick"},
    )
    if options.get("preventDoubleClick") is False:
        raise NotOurs
    return {**options, "attrs": options.get("attributes"), "prevent_double_click": options.get("preventDoubleClick")}


def error_summary_options(options: Options) -> Options:
    flat(options, {"titleText", "descriptionText", "errorList", "classes"})
    errors = [flat(item, {"text", "href"}) for item in options.get("errorList", [])]
    return {
        "title": options.get("titleText", ""),
        "description": options.get("descriptionText", ""),
        "errors": errors,
        "classes": options.get("classes", ""),
    }


def named(*keys: str, **renamed: str) -> Callable[[Options], Options]:
    """Options that keep their names, and some that are called otherwise here."""

    def convert(options: Options) -> Options:
        flat(options, {*keys, *renamed})
        return {renamed.get(key, key): value for key, value in options.items()}

    return convert


def fieldset_options(options: Options) -> Options:
    legend = flat(options, {"legend", "describedBy"}).get("legend", {})
    return {
        "legend": text(legend, "classes", "isPageHeading"),
        "legend_classes": legend.get("classes", ""),
        "heading": legend.get("isPageHeading", False),
        "described_by": options.get("describedBy", ""),
    }


def details_options(options: Options) -> Options:
    flat(options, {"summaryText", "text", "classes", "open"})
    return {**options, "summary": options.get("summaryText"), "content": options.get("text", "")}


def banner_options(options: Options) -> Options:
    flat(options, {"text", "type", "titleText", "titleId", "classes"})
    if options.get("type") not in (None, "success"):
        raise NotOurs
    success = options.get("type") == "success"
    title = options.get("titleText") or ("Success" if success else "Important")  # ours says "Done" and "Please note"
    return {
        "text": options["text"],
        "success": success,
        "title": title,
        "title_id": options.get("titleId", ""),
        "classes": options.get("classes", ""),
    }


def breadcrumb_options(options: Options) -> Options:
    flat(options, {"items", "classes"})
    return {**options, "items": [flat(item, {"text", "href"}) for item in options["items"]]}


def pagination_options(options: Options) -> Options:
    flat(options, {"previous", "next", "items", "classes"})
    ends = {key: flat(options[key], {"href", "labelText", "text"}) for key in ("previous", "next") if key in options}
    if any("text" in end and "labelText" not in end for end in ends.values()):
        raise NotOurs
    items = [flat(item, {"number", "href", "current", "ellipsis"}) for item in options.get("items") or []]
    return {
        "previous": ends.get("previous", {}).get("href"),
        "next": ends.get("next", {}).get("href"),
        "previous_label": ends.get("previous", {}).get("labelText"),
        "next_label": ends.get("next", {}).get("labelText"),
        "items": items,
        "classes": options.get("classes", ""),
    }


def summary_options(options: Options) -> Options:
    rows = []
    for row in flat(options, {"rows", "classes"})["rows"]:
        flat(row, {"key", "value", "actions"})
        actions = [
            {**flat(action, {"href", "text", "visuallyHiddenText"}), "hidden_text": action.get("visuallyHiddenText")}
            for action in flat(row.get("actions", {}), {"items"}).get("items", [])
        ]
        value = row["value"].get("html") or text(row["value"])
        rows.append({"key": text(row["key"]), "value": safe(value), "actions": actions})
    return {"rows": rows, "any_actions": any(row["actions"] for row in rows), "classes": options.get("classes", "")}


def safe(html: str) -> str:
    from django.utils.safestring import mark_safe

    return mark_safe(html)  # noqa: S308 - the package's own example


def task_options(options: Options) -> Options:
    items = []
    for item in flat(options, {"items", "idPrefix", "classes"})["items"]:
        flat(item or {"no": 1}, {"title", "href", "status", "hint"})
        status = flat(item["status"], {"text", "tag"})
        tag = flat(status.get("tag", {}), {"text", "classes"})
        items.append({
            "title": text(item["title"]), "href": item.get("href"), "hint": text(item.get("hint")),
            "status": status.get("text"), "tag": tag.get("text"), "tag_classes": tag.get("classes", ""),
        })  # fmt: skip
    return {"items": items, "id": options.get("idPrefix"), "classes": options.get("classes", "")}


def table_options(options: Options) -> Options:
    flat(options, {"rows", "head", "caption", "captionClasses", "firstCellIsHeader", "classes"})

    def cells(row: Any) -> list[Options]:
        if not row:
            raise NotOurs
        return [
            {"text": flat(cell, {"text", "format"})["text"], "numeric": cell.get("format") == "numeric"} for cell in row
        ]

    return {
        "rows": [cells(row) for row in options["rows"]],
        "head": cells(options["head"]) if "head" in options else [],
        "caption": options.get("caption"),
        "caption_classes": options.get("captionClasses"),
        "first_cell_is_header": options.get("firstCellIsHeader"),
        "classes": options.get("classes", ""),
    }


def warning_options(options: Options) -> Options:
    flat(options, {"text", "iconFallbackText", "classes"})
    if options.get("iconFallbackText") != "Warning":
        raise NotOurs
    return {"text": options["text"], "classes": options.get("classes", "")}


# part: the package's name, ours, how options become ours, and how many examples that covers at least
PARTS: list[tuple[str, str, Callable[[Options], Options], int]] = [
    ("button", "button", button_options, 20),
    ("input", "input", input_options, 24),
    ("textarea", "textarea", textarea_options, 12),
    ("password-input", "password_input", password_options, 7),
    ("select", "select", select_options, 6),
    ("radios", "radios", choice_options, 16),
    ("checkboxes", "checkboxes", choice_options, 14),
    ("error-summary", "error_summary", error_summary_options, 5),
    ("error-message", "error_message", named("text", "id", "classes"), 3),
    ("fieldset", "fieldset", fieldset_options, 10),
    ("hint", "hint", named("text", "id", "classes"), 3),
    ("label", "label", named("text", "classes", **{"for": "for", "isPageHeading": "heading"}), 11),
    ("details", "details", details_options, 2),
    ("tag", "tag", named("text", "classes"), 9),
    ("inset-text", "inset_text", named("classes", text="content"), 2),
    ("notification-banner", "notification_banner", banner_options, 4),
    ("breadcrumbs", "breadcrumbs", breadcrumb_options, 4),
    ("back-link", "back_link", named("text", "href", "classes"), 3),
    ("pagination", "pagination", pagination_options, 6),
    ("summary-list", "summary_list", summary_options, 5),
    ("task-list", "task_list", task_options, 3),
    ("table", "table", table_options, 5),
    ("warning-text", "warning_text", warning_options, 2),
    ("skip-link", "skip_link", named("text", "href", "classes"), 3),
]


@pytest.mark.parametrize(("package_name", "our_name", "convert", "at_least"), PARTS, ids=[part[0] for part in PARTS])
def test_a_part_draws_what_the_package_draws(
    package_name: str, our_name: str, convert: Callable[[Options], Options], at_least: int
) -> None:
    compared = []
    for name, example in examples(package_name).items():
        try:
            ours = convert(example["options"])
        except NotOurs:
            continue
        drawn = render_to_string(f"design/components/{our_name}.html", ours)
        assert normal(drawn) == normal(example["html"]), f"{package_name}: {name}"
        compared.append(name)
    assert len(compared) >= at_least, f"only {compared} were compared"
