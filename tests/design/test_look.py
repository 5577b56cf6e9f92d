"""The palette is what docs/design.md says it is: the same dark values twice, contrast as computed, two weights, no font files."""

import re

import pytest

from design import vendor

STATIC = vendor.HERE / "static" / "design"
TOKENS = (STATIC / "tokens.css").read_text()
OURS = sorted(path for path in STATIC.glob("*.css"))
COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")

TEXT = 4.5
EDGE = 3.0
# words, grounds, least contrast; the pairs that look well and are in use
PAIRS = [
    (
        "ink",
        ("ground", "surface", "table", "private", "sunk", "brand-tint", "good-tint", "warn-tint", "bad-tint"),
        TEXT,
    ),
    ("ink-2", ("ground", "surface", "table", "sunk"), TEXT),
    ("link", ("ground", "surface", "table", "brand-tint"), TEXT),
    ("link-hover", ("ground", "surface", "table"), TEXT),
    ("private-ink", ("private", "surface"), TEXT),
    ("mark-ink", ("mark",), TEXT),
    ("good", ("surface", "good-tint", "table", "ground"), TEXT),
    ("warn", ("surface", "warn-tint", "table", "ground"), TEXT),
    ("bad", ("surface", "bad-tint", "table", "ground"), TEXT),
    ("on-brand", ("brand", "brand-hover"), TEXT),
    ("heat-ink", ("heat-1", "heat-2", "heat-3", "heat-4"), TEXT),
    ("line-2", ("surface", "ground", "table"), EDGE),
    ("private-line", ("ground", "private", "surface"), EDGE),
]


def block(start: str) -> dict[str, str]:
    found = TOKENS.index(start)
    return dict(COLOUR.findall(TOKENS[found : TOKENS.index("}", found)]))


LIGHT = block(":root {")
DARK = {**LIGHT, **block(':root[data-theme="dark"] {')}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_dark_of_the_device_and_the_dark_a_person_chose_are_the_same() -> None:
    assert block(':root:not([data-theme="light"]) {') == block(':root[data-theme="dark"] {')


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_edges_stand_out_from_their_ground(theme: dict[str, str]) -> None:
    pairs = [(one, ground, least) for one, grounds, least in PAIRS for ground in grounds]
    faint = [(one, ground) for one, ground, least in pairs if contrast(theme[one], theme[ground]) < least]
    assert faint == []


def test_contrast_is_computed_as_the_guidelines_do() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_custom_property_in_use_is_defined() -> None:
    defined = set(re.findall(r"(--[a-z0-9-]+):", "".join(path.read_text() for path in OURS)))
    used = {name for path in OURS for name in re.findall(r"var\((--[a-z0-9-]+)", path.read_text())}
    assert used - defined == set()


def test_every_colour_property_of_govuk_frontend_is_ours() -> None:
    theirs = set(re.findall(r"(--govuk-[a-z-]*colour):", (vendor.VENDOR / "govuk-frontend.css").read_text()))
    assert theirs - set(re.findall(r"(--govuk-[a-z-]+):", TOKENS)) == set()


def test_there_are_two_weights_and_nothing_smaller_than_14_px() -> None:
    for name, css in [(path.name, path.read_text()) for path in OURS]:
        weights = set(re.findall(r"font-weight: (\w+)", css))
        assert weights <= {"400", "700"}, name
        sizes = {float(size) for size in re.findall(r"font-size: ([0-9.]+)rem", css)}
        assert {size for size in sizes if size < 0.875} <= {0.6875}, name  # initials in a small disc, named beside it


def test_no_style_of_ours_asks_for_a_file_from_elsewhere() -> None:
    for path in OURS:
        assert "url(" not in path.read_text()
        assert "@import" not in path.read_text()
