"""What every page must pass: axe by WCAG 2.2 AA, light and dark, no sideways scrolling at 320 px, no error in the console."""

from playwright.sync_api import Page

from design import vendor

AXE = vendor.MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
NARROW = {"width": 320, "height": 800}


# Every rule is run; of what is right axe then gathers nothing, which is most of what it would gather.
RUN_AXE = """async rules => {
    const asked = {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']};
    return (await axe.run(document, asked)).violations;
}"""


def look(page: Page) -> None:
    assert page.said == [], page.said  # type: ignore[attr-defined]
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        assert violations(page) == [], colours
    assert (wide := overflow(page)) == [], f"sideways scrolling at 320 px: {wide}"


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(RUN_AXE, RULES)
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


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
