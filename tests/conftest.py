"""What every test stands on: Wagtail's ground without its migrations, the services where they answer, and the cast."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNDER_CI = os.environ.get("CI") == "true"


def lay_wagtail_ground() -> None:
    """The rows that Wagtail's migrations would make: both languages, the root page and the root collection."""
    from django.conf import settings
    from wagtail.models import Collection, Locale, Page

    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="en"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        lay_wagtail_ground()
    yield


@pytest.fixture(autouse=True)
def _ground(request: pytest.FixtureRequest) -> None:
    """A test with real transactions empties the database when it ends; whoever comes next finds the ground laid again."""
    if {"db", "transactional_db"} & set(request.fixturenames) or request.node.get_closest_marker("django_db"):
        marker = request.node.get_closest_marker("django_db")
        real = "transactional_db" in request.fixturenames or bool(marker and marker.kwargs.get("transaction"))
        request.getfixturevalue("transactional_db" if real else "db")
        lay_wagtail_ground()
