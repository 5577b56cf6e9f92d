"""H5P's own content types in a lesson: each starts, is gone through, left and come back to, reports, and is complete.

The packages are other people's and are not kept here. Whoever has some says where, and goes through them all:

    DIOGEL_H5P_PACKAGES=~/packages ./run test tests/browser/test_official_types.py

A file is one content; its type says how it is gone through (tests/browser/official.py), and what its rule is. With `-rP` each
says what came of it.
"""

import json
import os
import sqlite3
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from browser.conftest import surroundings
from browser.interactive import LESSON, frame_of, runtime_requests
from browser.official import ONLY_STARTED, REPORTS_ITS_ANSWER, way_through
from media.h5p import said

PACKAGES = os.environ.get("DIOGEL_H5P_PACKAGES", "")
FILES = sorted(Path(PACKAGES).expanduser().glob("*.h5p")) if PACKAGES else []
REQUESTS = 15  # for a first view, beside the content's own pictures and sounds
SETTLED = 5000  # milliseconds after which a type has gone on by itself, and said so
CLOCKS = {"timer"}
Visit = Callable[..., Page]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILES, reason="no H5P packages: name a folder of .h5p files in DIOGEL_H5P_PACKAGES"),
]

STATE = """() => {
    try {
        return JSON.parse(JSON.stringify(H5P.instances[0].getCurrentState?.() ?? null));
    } catch {
        return null;
    }
}"""
TAKE_IN = """
import json, sys
import django; django.setup()
from media.importing import import_package
taken = {}
for path, need in json.loads(sys.argv[1]).items():
    try:
        with open(path, "rb") as file:
            content = import_package(file, "test.h5p", language="en").version.content
    except Exception as error:
        taken[path] = repr(error)
        continue
    content.need = need
    content.save()
    taken[path] = content.pk
print(json.dumps(taken))
"""


@pytest.fixture(scope="module")
def contents(folder: Path, request: pytest.FixtureRequest) -> dict[str, Any]:
    """All packages that are to be gone through, taken in at once by a process of its own: the content's number, or what went wrong."""
    asked = [item.callspec.params["path"] for item in request.session.items if hasattr(item, "callspec")]
    needs = {str(each): "answered" if main_library(each) in REPORTS_ITS_ANSWER else "end" for each in asked}
    more = {"DIOGEL_DEMO": "1", "DIOGEL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    command = [sys.executable, "-c", TAKE_IN, json.dumps(needs)]
    done = subprocess.run(command, env=surroundings() | more, check=True, capture_output=True, timeout=600)
    taken: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return taken


@contextmanager
def rows(folder: Path) -> Iterator[sqlite3.Connection]:
    """The demonstration's database, beside the process that serves it."""
    with closing(sqlite3.connect(folder / "diogel.sqlite3", timeout=60)) as connection, connection:
        yield connection


def show(folder: Path, content: int) -> None:
    """Let it stand alone in the lesson."""
    block = {"type": "interactive", "id": str(uuid.uuid4()), "value": {"content": content}}
    slug = LESSON.rstrip("/").rpartition("/")[2]
    query = """UPDATE courses_lesson SET body = ? WHERE page_ptr_id = (
        SELECT page.id FROM wagtailcore_page page JOIN wagtailcore_locale locale ON locale.id = page.locale_id
        WHERE page.slug = ? AND locale.language_code = 'en')"""
    with rows(folder) as database:
        database.execute(query, [json.dumps([block]), slug])


def what_came(folder: Path, content: int) -> Any:
    """The attempt at it: our marks, those that the browser told, and in which words."""
    with rows(folder) as database:
        query = "SELECT id, verified, raw, most FROM media_contentattempt WHERE content_id = ? ORDER BY number DESC"
        attempt, verified, raw, most = database.execute(query, [content]).fetchone()
        query = "SELECT text FROM media_attemptstatement WHERE attempt_id = ? ORDER BY id"
        told = [said(json.loads(text)) for (text,) in database.execute(query, [attempt])]
    own = [[each.raw, each.most] for each in told if not each.is_child and each.raw is not None]
    verbs = sorted({f"part {each.verb}" if each.is_child else each.verb for each in told})
    return {"verified": bool(verified), "ours": [raw, most], "told": own[-1:], "verbs": verbs}


def keeps(frame: Frame) -> bool:
    """Whether this version of the type has anything to keep."""
    return bool(frame.evaluate("typeof H5P.instances[0].getCurrentState === 'function'"))


def state_of(frame: Frame) -> Any:
    """What the content would keep; nothing while it has a part that cannot tell before it was shown."""
    return in_order(frame.evaluate(STATE))


def in_order(kept: Any) -> Any:
    """The same, where the order is by chance: what was chosen of several, and which word lies in which gap.

    Time goes on: a film is gone on with from the second where it was, and a clock is another thing each time.
    """
    if isinstance(kept, dict):
        return {key: in_order(value) for key, value in kept.items() if key not in CLOCKS}
    if isinstance(kept, float):
        return int(kept)
    if isinstance(kept, list):
        values = [in_order(each) for each in kept]
        by_chance = all(isinstance(each, int) or (isinstance(each, dict) and "draggable" in each) for each in values)
        return sorted(values, key=json.dumps) if by_chance else values
    return kept


def errors(page: Page) -> list[str]:
    """What went wrong in it; that servers outside are not called is as it should be."""
    return [each for each in page.said if "Content Security Policy" not in each]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_official_type_is_played_to_its_end(
    visit: Visit, folder: Path, contents: dict[str, Any], path: Path
) -> None:
    name = main_library(path)
    content = contents[str(path)]
    assert isinstance(content, int), content
    show(folder, content)
    page = visit(LESSON, person="officer")
    frame = frame_of(page)
    asked = runtime_requests(page)
    if name in ONLY_STARTED:
        pytest.skip("it starts, and cannot be gone through here")
    begun, is_kept = state_of(frame), keeps(frame)
    way = way_through(name)(frame)
    next(way)
    page.wait_for_timeout(SETTLED)
    left = state_of(frame)
    assert (left != begun) == is_kept
    page.goto("about:blank")

    again = visit(LESSON, person="officer")
    frame = frame_of(again)
    if is_kept:
        assert state_of(frame) == left
    else:  # it begins anew
        way = way_through(name)(frame)
        next(way)
    with pytest.raises(StopIteration):
        way.send(frame)
    again.wait_for_timeout(SETTLED)
    again.locator("[data-end]").scroll_into_view_if_needed()
    expect(again.locator("[data-reason]")).to_contain_text("Done", timeout=20_000)
    came = what_came(folder, content)
    if came["verified"]:
        assert came["ours"] == came["told"][0]
    print(json.dumps({"package": path.stem, "requests": len(asked), "kept": is_kept, **came}))
    assert [*errors(page), *errors(again)] == []
    assert len(asked) <= REQUESTS, asked


def main_library(path: Path) -> str:
    """The content type's machine name, as h5p.json has it."""
    with zipfile.ZipFile(path) as zipped:
        return str(json.loads(zipped.read("h5p.json"))["mainLibrary"])
