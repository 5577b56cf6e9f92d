"""The third-party browser files: what is gathered, what is left out, and what is said when it cannot be done."""

import json
import re
import shutil
import subprocess
from importlib.metadata import requires
from importlib.metadata import version as distribution_version
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from design import vendor
from design.licences import requirement_name


def test_nothing_of_gov_uk_s_identity_is_left() -> None:
    css = (vendor.VENDOR / "govuk-frontend.css").read_text()
    assert ".govuk-button" in css
    assert "var(--app-font)" in css
    for word in ("GDS Transport", "@font-face", "/assets/", "crest", "crown"):
        assert word not in css
    kinds = {path.suffix for path in vendor.VENDOR.iterdir() if path.is_file()}
    assert kinds == {".css", ".js", ".json", ".txt"}


def test_a_new_trace_of_that_identity_is_refused() -> None:
    with pytest.raises(vendor.BrowserFilesMissing, match="crest is left"):
        vendor.without_identity(".govuk-footer__crest{display:block}")


def test_of_h5p_the_runtime_for_the_frame_is_taken_with_its_looks_and_no_player() -> None:
    taken = {path.relative_to(vendor.VENDOR / "h5p") for path in (vendor.VENDOR / "h5p").rglob("*") if path.is_file()}
    assert {Path("frame.bundle.js"), Path("styles/h5p.css")} <= taken
    assert not [path for path in taken if path.name.startswith("main.bundle")]
    css = (vendor.VENDOR / "h5p/styles/h5p.css").read_text()
    named = {Path("h5p") / path for path in re.findall(r"url\('\.\./([^'?]+)", css)}
    assert named
    assert all((vendor.VENDOR / path).is_file() for path in named)


def test_what_redraws_the_room_is_a_module_in_its_small_form() -> None:
    module = (vendor.VENDOR / "idiomorph.js").read_text()
    assert module.endswith("export { Idiomorph };\n")
    assert len(module) < 16_000


def test_a_script_that_makes_something_else_is_refused() -> None:
    with pytest.raises(vendor.BrowserFilesMissing, match="does not begin with Idiomorph"):
        vendor.as_module("const Idiomorph = {}", "Idiomorph")


def test_a_second_gathering_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor, "install", lambda: pytest.fail("npm was asked again"))
    assert vendor.gather() == ""


def test_a_change_of_versions_gathers_afresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(vendor.ROOT / name, tmp_path / name)
    (tmp_path / "package-lock.json").write_text((tmp_path / "package-lock.json").read_text() + "\n")
    asked: list[bool] = []
    monkeypatch.setattr(vendor, "ROOT", tmp_path)
    monkeypatch.setattr(vendor, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(vendor, "STAMP", tmp_path / "vendor" / "stamp.txt")
    monkeypatch.setattr(vendor, "LICENCES", tmp_path / "vendor" / "licences.json")
    monkeypatch.setattr(vendor, "install", lambda: asked.append(True))
    assert vendor.gather() == "fetched"
    assert vendor.gather() == ""
    assert asked == [True]


@pytest.mark.parametrize("left", [[], ["govuk-frontend"]], ids=["nothing", "one package"])
def test_what_npm_left_half_done_is_not_current(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, left: list[str]
) -> None:
    for name in left:
        (tmp_path / "node_modules" / name).mkdir(parents=True)
        shutil.copy(vendor.MODULES / name / "package.json", tmp_path / "node_modules" / name)
    assert vendor.is_current()
    monkeypatch.setattr(vendor, "MODULES", tmp_path / "node_modules")
    assert not vendor.is_current()


def test_a_package_of_another_version_is_not_current(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = json.loads((vendor.ROOT / "package-lock.json").read_text())
    for path, package in lock["packages"].items():
        if path:
            (tmp_path / path).mkdir(parents=True)
            (tmp_path / path / "package.json").write_text(json.dumps({"version": package["version"]}))
    monkeypatch.setattr(vendor, "MODULES", tmp_path / "node_modules")
    assert vendor.is_current()
    (tmp_path / "node_modules/axe-core/package.json").write_text('{"version": "4.0.0"}')
    assert not vendor.is_current()


def test_without_npm_the_message_names_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(vendor, "find_spec", lambda name: None)
    with pytest.raises(
        vendor.BrowserFilesMissing, match=r"^npm is not installed\. Run: \./run demo .*apt install npm$"
    ):
        vendor.install()


def test_without_a_network_the_message_is_one_line_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = SimpleNamespace(returncode=1, stderr="npm error code ENOTFOUND\nnpm error network\n")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **more: failed)
    with pytest.raises(vendor.BrowserFilesMissing, match=r"ENOTFOUND.*run again: \./run demo$") as caught:
        vendor.install()
    assert "\n" not in str(caught.value)


ROW = re.compile(
    r'<th scope="row"[^>]*>(?P<name>[^<]*)</th><td[^>]*>(?P<version>[^<]*)</td><td[^>]*>(?P<licence>[^<]*)</td>'
)
LICENCES_OF_FILES = {"SIL Open Font License": "OFL-1.1", "SIL OPEN FONT LICENSE": "OFL-1.1"}


@pytest.fixture
def told(client: Client, db: None) -> dict[str, tuple[str, str]]:
    """What stands on the licences page: version and licence by the package's name."""
    page = client.get("/en/design/licences/").content.decode()
    return {plain(row["name"]): (row["version"], row["licence"]) for row in ROW.finditer(page)}


def plain(name: str) -> str:
    """A package's name as it is one and the same, however it is written."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_package_whose_files_are_served_is_told_with_its_own_licence(told: dict[str, tuple[str, str]]) -> None:
    sources = [*vendor.COPIES, *vendor.FOLDERS, vendor.GOVUK, vendor.IDIOMORPH]
    for package in {source.partition("/")[0] for source in sources}:
        about = json.loads((vendor.MODULES / package / "package.json").read_text())
        version, licence = told[package]
        assert version == about["version"]
        assert licence.partition(";")[0] == about["license"]


def test_every_served_file_of_others_was_copied_from_such_a_package() -> None:
    made_here = {"stamp.txt", "licences.json"}
    copied = {*vendor.COPIES.values(), "govuk-frontend.css", "idiomorph.js"}
    for path in vendor.VENDOR.rglob("*"):
        name = path.relative_to(vendor.VENDOR).as_posix()
        if path.is_file() and name not in made_here:
            assert name in copied or name.startswith(tuple(f"{folder}/" for folder in vendor.FOLDERS.values())), name


def test_a_licence_that_lies_beside_served_files_is_told_too(told: dict[str, tuple[str, str]]) -> None:
    beside = [path for path in vendor.VENDOR.rglob("*.txt") if path != vendor.STAMP]
    assert beside
    for path in beside:
        names = {spdx for words, spdx in LICENCES_OF_FILES.items() if words in path.read_text(errors="replace")}
        assert names, f"{path} names a licence that this test does not know"
        assert names <= set(re.findall(r"[\w.-]+", told["h5p-standalone"][1]))
    assert "H5P core GPL-3.0-only" in told["h5p-standalone"][1]


def test_each_package_that_runs_on_the_server_is_told_with_its_licence(told: dict[str, tuple[str, str]]) -> None:
    wanted = [text for text in requires("diogel") or [] if "extra ==" not in text]
    assert len(wanted) > 20
    for text in wanted:
        name = requirement_name(text)
        about = told[plain(name)]
        assert about[0] == distribution_version(name)
        assert about[1].strip(), f"{name} is told without a licence"


@pytest.mark.parametrize(
    ("requirement", "name"),
    [
        ("django<5.3,>=5.2", "django"),
        ("django-csp>=4.0", "django-csp"),
        ("psycopg[binary]>=3.2", "psycopg"),
        ("nh3", "nh3"),
    ],
)
def test_the_name_is_read_out_of_a_requirement(requirement: str, name: str) -> None:
    assert requirement_name(requirement) == name
