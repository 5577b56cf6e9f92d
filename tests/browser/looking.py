"""What every page must pass: axe by WCAG 2.2 AA, light and dark, no sideways scrolling at 320 px, no error in the console."""

from playwright.sync_api import Page

from design import vendor

AXE = vendor.MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
NARROW = {"width": 320, "height": 800}


def look(page: Page) -> None:
    assert page.said == [], page.said  # type: ignore[attr-defined]
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        assert violations(page) == [], colours
    assert overflow(page) == [], "sideways scrolling at 320 px"


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, and where."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """What is wider than a window of 320 px, unless it scrolls in a region of its own; nothing if all fits."""
    page.set_viewport_size(NARROW)
    return list(page.evaluate(WIDER_THAN_WINDOW))


WIDER_THAN_WINDOW = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.querySelectorAll('body *')]
        .filter(part => part.getBoundingClientRect().right > root.clientWidth + 1)
        .map(part => part.outerHTML.slice(0, 120));
}"""
