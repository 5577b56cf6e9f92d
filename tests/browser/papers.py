"""What Tŷ Coed's file says of its papers and facts, for tests that look whether a page shows them, or must not."""

from conftest import ROOT
from ruamel.yaml import YAML

from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOver

TY_COED = ROOT / "simulations/scenarios/ty-coed.yaml"
TELLING = 25  # letters from which on a passage is not to be met elsewhere by chance


def ty_coed() -> Scenario:
    scenario = read(TY_COED.read_text()).scenario
    assert scenario is not None
    return scenario.for_variant(None)


def own_passages(seat: str, language: str) -> list[str]:
    """The words of the papers that this seat alone holds from the start, as a reader of this language sees them."""
    scenario = ty_coed()
    dealt = scenario.dealt_papers()
    held = [each for each in scenario.papers_of(seat) if len(each.held_by) == 1 and each.id not in dealt]
    start = [each for each in held if each.available is HandedOver.START]
    return [
        passage.text.in_language(passage.spoken or paper.spoken or language)
        for paper in start
        for passage in paper.passages
    ]


def kept_by(seat: str) -> set[str]:
    """The words, in both languages, of every paper that nobody but this seat ever holds by itself."""
    alone = [each for each in ty_coed().papers_of(seat) if len(each.held_by) == 1]
    passages = [passage for paper in alone for passage in paper.passages]
    words = {passage.text.in_language(language) for passage in passages for language in ("cy", "en")}
    return {each for each in words if len(each) >= TELLING}


def gist(fact: str, language: str) -> str:
    return str(YAML(typ="safe").load(TY_COED)["facts"][fact]["gist"][language])
