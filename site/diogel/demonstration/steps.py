"""What a start of the demonstration does, in order. Each step finds out cheaply whether there is anything to do."""

import gc
import hashlib
import time
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from diogel import catalogues

Say = Callable[[str], None]
STAMP = Path(settings.STATIC_ROOT) / ".stamp"
"""Says for which packages and files the pages' files were collected."""


def take_all(say: Say) -> None:
    """Everything between a fresh clone and a site that can be served; says what it is doing while that takes a while."""
    first = not STAMP.exists()
    if first:
        say("· Setting up for the first time; about half a minute")
    for title, step in steps():
        if first:
            say(f"· {title} …")
        begun = time.monotonic()
        done = step()
        if done:
            say(f"· {title}: {done} ({time.monotonic() - begun:.1f} s)")


def steps() -> list[tuple[str, Callable[[], str]]]:
    import assessments.content_files
    import boards.demo
    import courses.content_files
    import media.shipped
    import people.demo
    import people.seed
    import simulations.demo
    import simulations.shipped
    from design import vendor

    return [
        ("Browser files", vendor.gather),
        ("Welsh", catalogues.compile_all),
        ("Database", migrate),
        ("Pages' files", collect_static),
        ("Regions and agencies", people.seed.load),
        ("Exercises", media.shipped.load),
        ("Courses", courses.content_files.load),
        ("Assessments", assessments.content_files.load),
        ("Scenarios", simulations.shipped.load),
        ("Invented people", people.demo.load),
        ("Invented learning", boards.demo.load),
        ("An invented conference", simulations.demo.load),
    ]


def migrate() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return ""
    usual = gc.get_threshold()
    gc.set_threshold(
        200_000
    )  # every model is made anew again and again; to look that often for what may go takes a quarter of the time
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        gc.set_threshold(*usual)
    return f"{len(waiting)} migrations"


def collect_static() -> str:
    """Compressed and hash-named, made anew only when a package or a file of ours has changed."""
    now = static_fingerprint()
    if STAMP.exists() and STAMP.read_text() == now:
        return ""
    call_command("collectstatic", verbosity=0, interactive=False, clear=STAMP.exists())
    STAMP.write_text(now)
    return "compressed"


def static_fingerprint() -> str:
    names = sorted(f"{each.metadata['Name']}=={each.version}" for each in distributions())
    for finder in get_finders():
        for path, storage in finder.list([]):
            place = Path(storage.path(path))
            if "site-packages" not in place.parts:
                about = place.stat()
                names.append(f"{place}:{about.st_size}:{about.st_mtime_ns}")
    return hashlib.sha256("\n".join(names).encode()).hexdigest()
