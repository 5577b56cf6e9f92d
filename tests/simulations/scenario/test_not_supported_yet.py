"""What the engine does not carry out yet is refused with its line, and what it does carry out is not."""

from pathlib import Path

import pytest

from simulations.engine.scenario import read
from simulations.engine.supported import NOT_YET, NotYet

FILES = Path(__file__).parents[2] / "files" / "scenarios"
COMPLETE = read((FILES / "complete.yaml").read_bytes())


@pytest.mark.parametrize("thing", NOT_YET, ids=lambda thing: thing.pattern)
def test_each_thing_is_refused_where_the_complete_file_uses_it(thing: NotYet) -> None:
    told = [each for each in COMPLETE.errors if thing.what_en in each.in_language("en")]

    assert told
    assert {each.code for each in told} == {"not-supported-yet"}
    assert all(each.place == COMPLETE.places[each.path] for each in told)
    assert all(thing.what_cy in each.in_language("cy") for each in told)


def test_an_id_that_is_spelt_like_a_key_is_no_such_thing() -> None:
    small = (FILES / "small.yaml").read_text(encoding="utf-8")
    pitfall = 'debrief: {pitfalls: {explained: {text: {en: "Not explained", cy: "Heb ei esbonio"}, when: {phase: decision}}}}\n'

    assert read(small + pitfall).problems == ()
