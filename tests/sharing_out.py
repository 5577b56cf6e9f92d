"""How a run of a whole tier is shared out between processes (pytest-xdist): a file at a time, the longest files first.

Each process has a folder, a database, and servers on ports of its own. What is dear to make and the same for all, such
as a demonstration's first start, one of them makes and the others copy.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

MOST = 4
"""Processes; each may have a site and a browser of its own."""
LONGEST_FIRST = ("browser", "services", "diogel/test_the_demonstration.py", "simulations/live")
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
