"""The documentation keeps up with the code: what is not said there, or no longer true, fails here."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from django.apps import apps
from django.core.management import get_commands, load_command_class

DOCS = ROOT / "docs"
OURS = {"diogel", "boards", "courses", "simulations", "assessments", "media", "records", "people", "design"}


def our_commands() -> list[str]:
    return sorted(name for name, app in get_commands().items() if str(app).split(".")[0] in OURS)


def settings_read() -> set[str]:
    """Every `DIOGEL_…` variable that code, the two commands or CI read."""
    sources = [
        path
        for folder in ("site", "courses", "simulations", "assessments", "media")
        for path in (ROOT / folder).rglob("*.py")
    ]
    sources += [ROOT / "run", ROOT / ".ci/run", *(ROOT / "tests").rglob("*.py")]
    found = {name for path in sources for name in re.findall(r"\bDIOGEL_[A-Z_]+[A-Z]\b", path.read_text())}
    return {name.removesuffix("_FILE") for name in found}


@pytest.mark.parametrize("name", our_commands())
def test_every_command_is_in_the_docs_with_what_it_is_for(name: str) -> None:
    assert load_command_class(str(get_commands()[name]), name).help
    assert re.search(rf"^#+ `diogel {name}", (DOCS / "commands.md").read_text(), re.M), (
        f"docs/commands.md lacks `diogel {name}`"
    )


def test_every_setting_is_in_the_docs_and_no_other() -> None:
    told = set(re.findall(r"`(DIOGEL_[A-Z_]+)`", (DOCS / "settings.md").read_text()))
    assert told - {"DIOGEL_SECRET_KEY_FILE"} == settings_read()


def test_every_page_type_is_in_the_docs() -> None:
    from wagtail.models import get_page_models

    text = (DOCS / "courses.md").read_text()
    missing = [
        model.__name__
        for model in get_page_models()
        if model._meta.app_label in OURS and f"`{model.__name__}`" not in text
    ]
    assert missing == []


def test_every_app_opens_by_saying_what_it_is() -> None:
    silent = [name for name in OURS if not (apps.get_app_config(name).module.__doc__ or "").strip()]
    assert silent == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_no_link_between_pages_is_broken(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_can_be_found_from_the_first() -> None:
    text = (DOCS / "README.md").read_text()
    pages = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"({page})" not in text] == []
