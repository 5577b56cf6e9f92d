"""Whatever a file waits for, and whatever of it one variant alone has, the reader ends with a scenario or problems, and a scenario that
it accepts runs to its end in each variant."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.engine.alone import run_by_itself
from simulations.engine.scenario import read

RIGHT = (Path(__file__).parents[2] / "files" / "scenarios" / "llwyn-bedw.yaml").read_text("utf-8")
FACTS = ("p1", "p2", "s1", "g1", "v1")

facts = st.sampled_from([*FACTS, "[p1, p2]", "[p2, g1]"])
one_fact, seats = st.sampled_from(FACTS), st.sampled_from(["chair", "police", "school", "gp", "mother", "father"])
phases = st.sampled_from(["reading", "opening", "reports", "analysis", "decision", "plan", "debrief"])
children, languages = st.sampled_from(["mabli", "ianto"]), st.sampled_from(["cy", "en"])
parts = st.one_of(
    st.builds("phase: {}".format, phases),
    st.builds("phase: {}, after: {}m".format, phases, st.integers(0, 12)),
    st.builds("after: {}m".format, st.integers(0, 60)),
    st.builds("{}: {}".format, st.sampled_from(["shared", "unshared"]), facts),
    st.builds("{}: {}".format, st.sampled_from(["asked", "paraphrased", "breach"]), one_fact),
    st.builds("{}: {}".format, st.sampled_from(["spoken", "absent", "last_to_share"]), seats),
    st.builds("shared_in: {{fact: {}, language: {}, phase: {}}}".format, one_fact, languages, phases),
    st.builds("plan_has: {{child: {}, owner: {}}}".format, children, seats),
    st.builds("viewed: {{child: {}, decision: registered, at_least: {}}}".format, children, st.integers(1, 4)),
    st.builds("decided: {{child: {}, decision: not-registered}}".format, children),
    st.sampled_from(["chose: {inject: off-camera, choice: check}", "explained: carys", "same_categories: false"]),
)


def joined(below: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Conditions of conditions."""
    several = st.lists(below, min_size=1, max_size=3).map(", ".join)
    return st.one_of(
        st.builds("{{all: [{}]}}".format, several),
        st.builds("{{any: [{}]}}".format, several),
        st.builds("{{not: {}}}".format, below),
        st.builds("{{all: [{}], unshared: {}}}".format, several, facts),
    )


conditions = st.recursive(st.builds("{{{}}}".format, parts), joined, max_leaves=5)
only_in = st.sampled_from(["", "variants: masked, ", "variants: improving, "])


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=120)
@given(inject=conditions, beat=conditions, pitfall=conditions, paper=conditions, of=st.tuples(*[only_in] * len(FACTS)))
def test_it_is_told_or_runs(inject: str, beat: str, pitfall: str, paper: str, of: tuple[str, ...]) -> None:
    text = RIGHT.replace("when: {phase: analysis, after: 2m}", f"when: {inject}")
    text = text.replace("when: {asked: g1}", f"when: {beat}").replace(
        "when: {not: {spoken: police}}", f"when: {pitfall}"
    )
    text = text.replace("available: on-request", f"available: {{when: {paper}}}")
    for fact, variants in zip(FACTS, of, strict=True):
        text = text.replace(f"{fact}: {{gist", f"{fact}: {{{variants}gist").replace(
            f"fact: {fact}}}", f"{variants}fact: {fact}}}"
        )
    reading = read(text)
    if reading.scenario is None:
        assert {each.code for each in reading.errors} <= {"never-fires", "paper-out-of-reach"}
        return
    for variant in reading.scenario.variants:
        assert run_by_itself(reading.scenario, variant).state.phase.id == "debrief"
