"""How a run of a whole tier is shared out between processes (pytest-xdist): a file at a time, the longest first.

Each process has a folder, a database, and servers on ports of its own. What is dear to make and the same for all, such
as a demonstration's first start, one of them makes and the others copy.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from xdist.scheduler import LoadFileScheduling

MOST = 4
"""Processes; each may have a site and a browser of its own."""
LONGEST_FIRST = (
    "services",
    "browser/test_every_page_looks_right.py",
    "browser/test_our_exercises.py",
    "browser",
    "diogel/test_the_demonstration.py",
    "simulations/engine",
    "benchmarks",
    "simulations/live",
    "simulations/scenario/test_mutated_files.py",
    "records/lrs",
)
HERE = Path(__file__).parent


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One for each core; none where files are named, since starting them takes longer than most files do."""
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return 0
    cores = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST)
    return cores if cores > 1 else 0


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest first, so that no process is left with one of them when the others have nothing more to do."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _place(item.path.relative_to(HERE).as_posix()))


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadFileScheduling:
    return FilesAndOneBrowser(config, log)  # type: ignore[arg-type]


class FilesAndOneBrowser(LoadFileScheduling):
    """A file at a time; but the fast tier's few browser tests all go to one process.

    A second would only wait while the demonstration is made, and then start a site and a browser of its own.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        together = self.config.option.markexpr == "not slow" and file.startswith("tests/browser/")
        return "tests/browser" if together else file


def _place(path: str) -> int:
    return next((place for place, long in enumerate(LONGEST_FIRST) if path.startswith(long)), len(LONGEST_FIRST))


@pytest.fixture(scope="session")
def browser_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What browsers load, fetched where it is not there yet."""
    from design import vendor

    with one_at_a_time(tmp_path_factory):
        vendor.gather()


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that all processes of this run share, filled by whichever of them asks first."""
    made = _shared(folders) / name
    with one_at_a_time(folders):
        if not made.exists():
            unfinished = folders.mktemp(name)
            make(unfinished)
            unfinished.rename(made)
    return made


def one_at_a_time(folders: pytest.TempPathFactory) -> FileLock:
    """Held by one process of this run; the others wait."""
    return FileLock(_shared(folders) / "one-at-a-time.lock")


def _shared(folders: pytest.TempPathFactory) -> Path:
    """A worker's folder stands in the run's."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
