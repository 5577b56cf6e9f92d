"""The genogram: generations, couples and homes from what the file says, and nothing that a seat may not know."""

from itertools import combinations, pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.genogram import Genogram, draw
from simulations.engine.genogram.kin import generations, relatives
from simulations.engine.genogram.placing import places, spread
from simulations.engine.scenario import read
from simulations.engine.scenario.family import Adult, Child, Family
from simulations.engine.scenario.values import AdultId, Age, ChildId, PersonId, Text

SHIPPED = sorted((ROOT / "simulations/scenarios").glob("*[!n].yaml"))
SHIPPED = [path for path in SHIPPED if "testplan" not in path.name]
NAMES = [f"p{number}" for number in range(6)]


def family(name: str) -> Family:
    scenario = read((ROOT / f"simulations/scenarios/{name}.yaml").read_text()).scenario
    assert scenario is not None
    return scenario.for_variant(next(iter(scenario.variants), None)).family


def at(drawn: Genogram) -> dict[str, tuple[int, int]]:
    return {each.id: (each.x, each.y) for each in drawn.people}


def test_parents_stand_above_their_children_and_grandparents_above_them() -> None:
    assert generations(family("ty-coed")) == {"mabli": 0, "ianto": 0, "carys": 1, "dean": 1, "gethin": 1, "beti": 2}
    places_of = at(draw(family("ty-coed"), "en"))
    assert places_of["beti"][1] < places_of["carys"][1] < places_of["mabli"][1]
    assert places_of["beti"][0] == places_of["carys"][0]


def test_a_child_hangs_between_its_own_two_parents() -> None:
    places_of = at(draw(family("ty-coed"), "en"))
    for child, one, other in (("mabli", "carys", "gethin"), ("ianto", "carys", "dean")):
        assert places_of[child][0] == (places_of[one][0] + places_of[other][0]) // 2


def test_the_older_child_and_the_man_of_a_couple_stand_at_the_left() -> None:
    places_of = at(draw(family("cwm-arian"), "en"))
    assert places_of["efa"][0] < places_of["noa"][0]
    assert places_of["rhodri"][0] < places_of["nia"][0]
    assert abs(places_of["gareth"][0] - places_of["rhodri"][0]) == abs(places_of["elin"][0] - places_of["nia"][0])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_family_has_a_home_round_those_who_live_together_and_nobody_on_top_of_another(
    path: object,
) -> None:
    drawn = draw(family(path.stem), "cy")  # type: ignore[attr-defined]
    assert drawn.home
    assert drawn.ties
    for one, other in combinations(drawn.people, 2):
        assert (one.x, one.y) != (other.x, other.y)
    assert all(0 < each.x < drawn.width and 0 < each.y < drawn.height for each in drawn.people)


def test_nothing_tells_who_is_said_to_have_caused_harm() -> None:
    dean = next(each for each in draw(family("ty-coed"), "en").people if each.id == "dean")
    gethin = next(each for each in draw(family("ty-coed"), "en").people if each.id == "gethin")
    assert dean.shape == gethin.shape
    assert "harm" not in repr(draw(family("ty-coed"), "en"))


def test_who_is_not_tied_to_anybody_stands_with_the_parents_and_no_line_reaches_them() -> None:
    child = Child(id=ChildId("ifan"), name="Ifan", age=Age(3, "years"))
    adult = Adult(id=AdultId("sion"), name="Siôn", relation=Text((("cy", "ffrind"), ("en", "friend"))))
    drawn = draw(Family(children={child.id: child}, adults={adult.id: adult}), "cy")
    assert [(each.shape, each.lines) for each in drawn.people] == [("not-said", ()), ("not-said", ("ffrind",))]
    assert drawn.ties == ()
    assert at(drawn)["sion"][1] < at(drawn)["ifan"][1]


def test_a_home_with_somebody_from_elsewhere_in_between_is_not_drawn_round() -> None:
    child = Child(id=ChildId("c"), name="C", age=Age(3, "years"))
    text = Text((("cy", "x"), ("en", "x")))
    adults = [
        Adult(id=AdultId(name), name=name, relation=text, parent_of=(PersonId(of),), lives_here=home)
        for name, of, home in (
            ("a", "c", False), ("m", "c", False), ("k", "c", False), ("g", "a", True), ("h", "m", False), ("j", "k", True),
        )
    ]  # fmt: skip
    people = {each.id: each for each in adults}
    assert draw(Family(children={child.id: child}, adults=people), "en").home == ""
    del people[AdultId("h")]
    assert draw(Family(children={child.id: child}, adults=people), "en").home


@st.composite
def families(draw_: st.DrawFn) -> Family:
    """Any ties at all, also those no family has: people who are each other's parents, or their own sister."""
    ids = st.lists(st.sampled_from([*NAMES, "kid"]), max_size=3, unique=True)
    adults = {}
    for name in draw_(st.lists(st.sampled_from(NAMES), unique=True)):
        adults[AdultId(name)] = Adult(
            id=AdultId(name), name=name, relation=Text((("cy", "r"), ("en", "r"))),
            parent_of=tuple(map(PersonId, draw_(ids))), sibling_of=tuple(map(AdultId, draw_(ids))), lives_here=draw_(st.booleans()),
        )  # fmt: skip
    kid = Child(id=ChildId("kid"), name="Kid", age=Age(0, "unborn"))
    return Family(children={kid.id: kid}, adults=adults)


@given(families())
def test_any_file_is_drawn_and_nobody_stands_on_another(invented: Family) -> None:
    drawn = draw(invented, "en")
    assert {each.id for each in drawn.people} == {"kid", *invented.adults}
    assert len(set(at(drawn).values())) == len(drawn.people)


@given(st.lists(st.floats(-1000, 1000)), st.floats(1, 100))
def test_people_are_spread_in_order_with_room_between_them(wished: list[float], gap: float) -> None:
    settled = spread(sorted(wished), gap)
    assert all(after - before >= gap - 1e-6 for before, after in pairwise(settled))


def test_the_leftmost_stands_at_the_edge() -> None:
    assert min(places(relatives(family("maes-glas")), 100).values()) == 0
