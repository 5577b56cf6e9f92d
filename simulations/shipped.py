"""The scenarios that come with the code: each file of `simulations/scenarios/` becomes a version, once."""

from pathlib import Path

from simulations.takingin import take_in

FOLDER = Path(__file__).parent / "scenarios"


def load() -> str:
    """Bring in the files that are new or were changed, and say which; one already there, by its hash, is left as it is."""
    files = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".testplan.yaml"))
    new = [path.stem for path in files if _is_new(path)]
    return f"{len(new)} new ({', '.join(new)})" if new else ""


def _is_new(path: Path) -> bool:
    taken = take_in(path)
    if taken.version is None:
        raise ValueError(f"a shipped scenario does not read: {taken.reading.problems[0]}")
    return taken.new
