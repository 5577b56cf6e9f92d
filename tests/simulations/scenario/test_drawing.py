"""`scenario draw`: phases in proportion, injects at their minute, who holds what; the same twice; told in words as well."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario.drawing import draw

ROOT = Path(__file__).parents[3]
TY_COED = ROOT / "simulations" / "scenarios" / "ty-coed.yaml"
SMALL, COMPLETE = (ROOT / "tests" / "files" / "scenarios" / name for name in ("small.yaml", "complete.yaml"))
SVG = "{http://www.w3.org/2000/svg}"


def scenario(path: Path, *changes: tuple[str, str]) -> Scenario:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = read(text).scenario
    assert found is not None
    return found


def drawn(path: Path, language: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(draw(scenario(path), language))  # noqa: S314 – made a line above


def boxes(svg: ElementTree.Element) -> list[tuple[float, float]]:
    looks = ("phase", "break", "decides")
    return [
        (float(each.attrib["x"]), float(each.attrib["width"]))
        for each in svg.iter(f"{SVG}rect")
        if each.get("class") in looks
    ]


def words(svg: ElementTree.Element) -> Iterator[str]:
    yield from (each.text or "" for each in svg.iter(f"{SVG}text"))


def described(svg: ElementTree.Element) -> str:
    return svg.findtext(f"{SVG}desc") or ""


def test_phases_are_as_long_as_their_minutes_and_in_order() -> None:
    minutes = [phase.minutes for phase in scenario(TY_COED).phases]
    found = boxes(drawn(TY_COED))
    a_minute = (found[-1][0] + found[-1][1] + 1 - (found[0][0] - 1)) / sum(minutes)

    assert [round((width + 2) / a_minute) for _, width in found] == minutes
    assert [x for x, _ in found] == sorted(x for x, _ in found)


def test_an_inject_stands_at_its_minute() -> None:
    svg = drawn(SMALL)
    (mark,) = [each for each in svg.iter(f"{SVG}circle") if each.get("class") == "mark" and each.get("r") == "11"]
    decision, width = boxes(svg)[1]

    assert float(mark.attrib["cx"]) == pytest.approx(decision + width * 2 / 8, abs=2)
    assert "decision + 2:00" in set(words(svg))


def test_a_time_without_a_phase_counts_from_the_opening() -> None:
    assert "opening + 22:00" in set(words(drawn(TY_COED)))


def test_there_is_a_dot_for_each_seat_that_holds_a_fact_and_a_ring_for_what_comes_later() -> None:
    held = {(fact, seat) for fact in scenario(TY_COED).facts for seat in scenario(TY_COED).held(fact)}
    svg = drawn(TY_COED)
    dots = [each for each in svg.iter(f"{SVG}circle") if each.get("r") in ("6", "5")]
    rings = [each for each in dots if each.get("class") == "ring"]

    assert len(dots) == len(held)
    assert len(rings) == len(re.findall(r"\(later\)", described(svg))) == 3


def test_the_same_scenario_is_drawn_the_same() -> None:
    assert draw(scenario(TY_COED), "cy") == draw(scenario(TY_COED), "cy")


@pytest.mark.parametrize(
    ("language", "heading", "everyone"), [("en", "Who holds what", "everyone"), ("cy", "Pwy sy'n dal beth", "pawb")]
)
def test_it_speaks_the_language_asked_for(language: str, heading: str, everyone: str) -> None:
    svg = drawn(COMPLETE, language)

    assert svg.attrib["lang"] == language
    assert {heading, everyone} <= set(words(svg))
    assert svg.findtext(f"{SVG}title") == scenario(COMPLETE).title.in_language(language)


def test_the_text_alternative_tells_every_phase_inject_and_fact() -> None:
    told, model = described(drawn(TY_COED)), scenario(TY_COED)

    assert [
        name for name in (*model.injects, *model.facts, *(phase.id for phase in model.phases)) if name not in told
    ] == []
    assert "p1 (critical): Police" in told


def test_seats_are_called_what_they_are_called_in_the_language_of_the_drawing() -> None:
    svg = drawn(TY_COED, "cy")

    assert "p1 (hanfodol): Heddlu" in described(svg)
    assert {"Heddlu", "Cadeirydd, Cyfieithydd,"} <= set(words(svg))


def test_words_of_a_scenario_are_never_markup() -> None:
    hostile = scenario(SMALL, ('en: "Small"', 'en: "<script>&</desc>"'))
    svg = ElementTree.fromstring(draw(hostile, "en"))  # noqa: S314 – that is what is tested

    assert svg.findtext(f"{SVG}title") == "<script>&</desc>"


def test_nothing_is_smaller_than_fourteen_pixels_and_nothing_leaves_the_sheet() -> None:
    source = draw(scenario(TY_COED), "cy")
    svg = ElementTree.fromstring(source)  # noqa: S314 – made a line above
    right = max(float(each.attrib["x"]) for each in svg.iter(f"{SVG}text"))

    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", source)) >= 14
    assert right < float(svg.attrib["width"])


def test_print_is_light_whatever_the_screen_is() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in draw(scenario(SMALL), "en")


def command(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", "draw", *arguments, stdout=out, stderr=err)
    return int(str(stopped.value.code)), out.getvalue(), err.getvalue()


def test_the_command_writes_the_picture_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "small.svg"
    path.write_text("older", encoding="utf-8")

    assert command(str(SMALL), "-o", str(path)) == (0, f"{path}\n", "")
    assert path.read_text(encoding="utf-8") == draw(scenario(SMALL), "en")


def test_a_variant_is_drawn_alone(tmp_path: Path) -> None:
    path = tmp_path / "complete.svg"
    assert command(str(COMPLETE), "-o", str(path), "--variant", "improving")[0] == 0

    assert ">often<" not in path.read_text(encoding="utf-8")
    assert "There are: improving, masked." in command(str(COMPLETE), "-o", str(path), "--variant", "other")[2]


def test_a_file_with_mistakes_is_not_drawn_and_tells_them(tmp_path: Path) -> None:
    broken = SMALL.parent / "broken" / "bad-age.yaml"
    code, _, complaint = command(str(broken), "-o", str(tmp_path / "x.svg"), "--language", "cy")

    assert code == 1
    assert complaint.startswith(f"{broken}:11:31: ")
    assert not (tmp_path / "x.svg").exists()
