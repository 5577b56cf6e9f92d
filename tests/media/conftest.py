"""Packages of a test are kept in a folder of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def package_folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which packages are kept."""
    folder = tmp_path_factory.mktemp("kept")
    options = {"location": folder}
    settings.STORAGES = {
        **settings.STORAGES,
        "h5p": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options},
    }
    return folder
