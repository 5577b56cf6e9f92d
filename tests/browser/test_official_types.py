"""H5P's own content types in a lesson: each starts, is gone through, left and come back to, reports, and is complete.

The packages are other people's and are not kept here. Whoever has some says where, and goes through them all:

    DIOGEL_H5P_PACKAGES=~/packages ./run test tests/browser/test_official_types.py

A file is one content; its type says how it is gone through (tests/browser/official.py), and what its rule is.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from browser.conftest import surroundings
from browser.interactive import LESSON, put_in
from browser.official import ONLY_STARTED, REPORTS_ITS_ANSWER, way_through

PACKAGES = os.environ.get("DIOGEL_H5P_PACKAGES", "")
FILES = sorted(Path(PACKAGES).expanduser().glob("*.h5p")) if PACKAGES else []
REQUESTS = 15  # for a first view, beside the content's own pictures and sounds
SETTLED = 5000  # milliseconds after which a type has gone on by itself, and said so
Visit = Callable[..., Page]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILES, reason="no H5P packages: name a folder of .h5p files in DIOGEL_H5P_PACKAGES"),
]

WHAT_CAME = """
import json, sys
import django; django.setup()
from media.h5p import said
from media.models import ContentAttempt
attempt = ContentAttempt.objects.latest("touched_at")
told = [said(json.loads(text)) for text in attempt.statements.values_list("text", flat=True)]
own = [[each.raw, each.most] for each in told if not each.is_child and each.raw is not None]
print(json.dumps({"verified": attempt.verified, "ours": [attempt.raw, attempt.most], "told": own[-1:]}))
"""


def what_came(folder: Path) -> Any:
    """The latest attempt on the demonstration's database: our marks, and those that the browser told."""
    more = {"DIOGEL_DEMO": "1", "DIOGEL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    done = subprocess.run(
        [sys.executable, "-c", WHAT_CAME], env=surroundings() | more, check=True, capture_output=True, timeout=600
    )
    return json.loads(done.stdout.splitlines()[-1])


def frame_of(page: Page) -> Frame:
    expect(page.locator(".interactive[data-started]")).to_be_visible()
    handle = page.locator(".interactive iframe").element_handle()
    frame = handle.content_frame() if handle else None
    assert frame
    page.wait_for_timeout(1000)
    return frame


def state_of(frame: Frame) -> Any:
    """What the content would keep."""
    return in_order(frame.evaluate("JSON.parse(JSON.stringify(H5P.instances[0].getCurrentState?.() ?? null))"))


def in_order(kept: Any) -> Any:
    """The same, where the order is by chance: what was chosen of several, and which word lies in which gap."""
    if isinstance(kept, dict):
        return {key: in_order(value) for key, value in kept.items()}
    if isinstance(kept, list):
        values = [in_order(each) for each in kept]
        by_chance = all(isinstance(each, int) or (isinstance(each, dict) and "draggable" in each) for each in values)
        return sorted(values, key=json.dumps) if by_chance else values
    return kept


def leave(page: Page) -> None:
    page.wait_for_timeout(SETTLED)
    page.goto("about:blank")


def errors(page: Page) -> list[str]:
    """What went wrong in it; that servers outside are not called is as it should be."""
    return [each for each in page.said if "Content Security Policy" not in each]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_official_type_is_played_to_its_end(visit: Visit, folder: Path, path: Path) -> None:
    name = main_library(path)
    put_in(folder, path.read_bytes(), "answered" if name in REPORTS_ITS_ANSWER else "end")
    page = visit(LESSON, person="officer")
    frame = frame_of(page)
    asked = [each.url for each in page.answers if "/media/" in each.url or "/vendor/h5p/" in each.url]  # type: ignore[attr-defined]
    assert len([each for each in asked if "/h5p/content/" not in each]) <= REQUESTS
    if name in ONLY_STARTED:
        pytest.skip("it starts; how it is gone through is not written yet")
    way = way_through(name)(frame)
    next(way)
    page.wait_for_timeout(SETTLED)
    left = state_of(frame)
    leave(page)

    again = visit(LESSON, person="officer")
    frame = frame_of(again)
    if left:
        assert state_of(frame) == left
    else:  # it keeps nothing, and begins anew
        way = way_through(name)(frame)
        next(way)
    with pytest.raises(StopIteration):
        way.send(frame)
    again.wait_for_timeout(SETTLED)
    again.locator("[data-end]").scroll_into_view_if_needed()
    expect(again.locator("[data-reason]")).to_contain_text("Done", timeout=20_000)
    came = what_came(folder)
    if came["verified"]:
        assert came["ours"] == came["told"][0]
    assert [*errors(page), *errors(again)] == []


def main_library(path: Path) -> str:
    """The content type's machine name, as h5p.json has it."""
    with zipfile.ZipFile(path) as zipped:
        return str(json.loads(zipped.read("h5p.json"))["mainLibrary"])
