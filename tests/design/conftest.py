"""Tests of the look need the browser files, and govuk-frontend's own examples beside them."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def _browser_files(browser_files: None) -> None:
    """For every test of this folder."""
