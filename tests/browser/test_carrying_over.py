"""Contents carried over by the program that a type has for it: run in the author's browser, where it reaches nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from h5p_packages import packed, sound_with
from playwright.sync_api import Browser, Page, expect

from browser.test_writing_contents import editors, signed_in
from diogel import extraction

__all__ = ["editors"]
pytestmark = pytest.mark.slow
OWN_TYPES = extraction.ROOT / "media/content_types"

PUT_IN = """
import django; django.setup()
import sys
from media.importing import import_package
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        print(import_package(file, "test.h5p", language="en").version.content_id)
"""
PART = {"name": "inside", "type": "library", "options": ["T.Part 1.0"]}
LATER_PART = {"name": "inside", "type": "library", "options": ["T.Part 1.1"]}
# As H5P's own types write them: steps in both spellings, told by calling back, one of them later.
STEPS = """
var H5PUpgrades = H5PUpgrades || {};
H5PUpgrades['T.Moving'] = (function () {
  return { 1: {
    0: function (parameters, finished) { finished('never: it is of the version that is left'); },
    1: function (parameters, finished) { parameters.words = parameters.text; delete parameters.text; setTimeout(function () { finished(null, parameters); }, 10); },
    2: { contentUpgrade: function (parameters, finished, extras) {
      var reached = [];
      try { window.parent.document; reached.push('page'); } catch (error) {}
      fetch('/who-is-here/').then(function () { reached.push('server'); }, function () {}).then(function () {
        finished(null, Object.assign(parameters, { reached: reached.join(' ') || 'nothing' }), extras);
      });
    } },
    3: function (parameters, finished) { finished('never: it is of a later version than is wanted'); }
  } };
})();
"""
STEPS_OF_PART = """
var H5PUpgrades = H5PUpgrades || {};
H5PUpgrades['T.Part'] = { 1: { 1: function (parameters, finished) { finished(null, { title: parameters.heading + '!' }); } } };
"""
ENDLESS = "var H5PUpgrades = { 'T.Endless': { 1: { 2: function () { for (;;) {} } } } };"


def library(
    machine: str, minor: int, fields: list[dict[str, Any]], steps: str = "", runnable: int = 1
) -> dict[str, Any]:
    folder = f"{machine}-1.{minor}"
    about = {
        "title": machine, "machineName": machine, "majorVersion": 1, "minorVersion": minor, "patchVersion": 0,
        "runnable": runnable, "coreApi": {"majorVersion": 1, "minorVersion": 24},
    }  # fmt: skip
    files: dict[str, Any] = {f"{folder}/library.json": about, f"{folder}/semantics.json": fields}
    return files | ({f"{folder}/upgrades.js": steps.encode()} if steps else {})


def package(machine: str, minor: int, content: dict[str, Any], *libraries: dict[str, Any]) -> bytes:
    made = {key: value for key, value in sound_with().items() if not key.startswith("T.Probe")}
    made["h5p.json"] |= {"mainLibrary": machine, "title": f"{machine} {minor}", "language": "en"}
    needed = [{"machineName": machine, "majorVersion": 1, "minorVersion": minor}]
    made["h5p.json"]["preloadedDependencies"] = needed
    made["content/content.json"] = content
    for each in libraries:
        made |= each
    return packed(made)


def put_in(folder: Path, *packages: bytes) -> list[str]:
    paths = [folder / f"{number}.h5p" for number in range(len(packages))]
    for path, raw in zip(paths, packages, strict=True):
        path.write_bytes(raw)
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    more = {"DIOGEL_DEMO": "1", "DIOGEL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    command = [sys.executable, "-c", PUT_IN, *map(str, paths)]
    return subprocess.run(
        command, env=surroundings | more, check=True, capture_output=True, text=True, timeout=600
    ).stdout.split()


def carried(browser: Browser, site: str, content: str, to: str) -> Page:
    page = signed_in(browser, site)
    page.goto(f"{site}/admin/interactive/{content}/try/")
    page.get_by_role("button", name=f"Carry it over to {to}").click()
    expect(page.locator("[data-draft]")).to_be_visible()
    return page


def test_a_types_own_steps_move_what_older_contents_hold(browser: Browser, editors: str, folder: Path) -> None:
    text = {"name": "text", "type": "text"}
    content = {"text": "helo", "inside": {"library": "T.Part 1.0", "params": {"heading": "Rhan"}, "subContentId": "a"}}
    older = package(
        "T.Moving", 0, content, library("T.Moving", 0, [text, PART]),
        library("T.Part", 0, [{"name": "heading", "type": "text"}]),
    )  # fmt: skip
    words = [{"name": "words", "type": "text"}, {"name": "reached", "type": "text"}, LATER_PART]
    later = package(
        "T.Moving", 2, {"words": "x", "inside": {"library": "T.Part 1.1", "params": {"title": "x"}}},
        library("T.Moving", 2, words, STEPS), library("T.Part", 1, [{"name": "title", "type": "text"}], STEPS_OF_PART),
    )  # fmt: skip
    content_id, _other = put_in(folder, older, later)
    page = carried(browser, editors, content_id, "T.Moving 1.2")
    expect(page.locator('input[name="p.content.params.words"]')).to_have_value("helo")
    expect(page.locator('input[name="p.content.params.reached"]')).to_have_value("nothing")
    expect(page.locator('input[name="p.content.params.inside.params.title"]')).to_have_value("Rhan!")
    expect(page.get_by_text("could not be run")).to_have_count(0)
    page.context.close()


def test_steps_that_never_end_are_given_up_and_fields_kept_by_name(
    browser: Browser, editors: str, folder: Path
) -> None:
    text = [{"name": "text", "type": "text"}]
    older = package("T.Endless", 0, {"text": "helo"}, library("T.Endless", 0, text))
    later = package("T.Endless", 2, {"text": "arall"}, library("T.Endless", 2, text, ENDLESS))
    content_id, _other = put_in(folder, older, later)
    page = carried(browser, editors, content_id, "T.Endless 1.2")
    expect(page.get_by_text("could not be run")).to_be_visible()
    expect(page.locator('input[name="p.content.params.text"]')).to_have_value("helo")
    page.context.close()


def test_the_steps_of_our_own_types_are_programs_that_go_no_further_than_their_version(browser: Browser) -> None:
    page = browser.new_page()
    found = sorted(OWN_TYPES.glob("*/upgrades.js"))
    assert found
    for path in found:
        about = json.loads((path.parent / "library.json").read_text())
        page.add_script_tag(content=path.read_text())
        steps = page.evaluate(
            "name => Object.entries(H5PUpgrades[name]).map(([major, minors]) => [major, Object.keys(minors)])",
            about["machineName"],
        )
        for major, minors in steps:
            assert int(major) <= about["majorVersion"]
            assert all(int(each) <= about["minorVersion"] for each in minors)
    page.close()
