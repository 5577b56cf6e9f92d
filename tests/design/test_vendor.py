"""The third-party browser files: what is gathered, what is left out, and what is said when it cannot be done."""

import re
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from design import vendor
from design.licences import browser_packages, requirement_name, server_packages


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


def test_the_licences_page_names_what_is_served_and_what_runs(client: Client, db: None) -> None:
    page = client.get("/en/design/licences/").content.decode()
    assert {licence.name for licence in browser_packages()} == {"govuk-frontend", "h5p-standalone", "idiomorph"}
    names = {licence.name.lower() for licence in server_packages()}
    assert {"django", "wagtail", "channels"} <= names
    assert all(licence.licence for licence in server_packages())
    for licence in [*browser_packages(), *server_packages()]:
        assert licence.name in page
        assert licence.version in page


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
