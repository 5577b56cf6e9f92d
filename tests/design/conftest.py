"""Tests of the look need the browser files, and govuk-frontend's own examples beside them."""

import pytest

from design import vendor


@pytest.fixture(scope="session", autouse=True)
def _browser_files() -> None:
    vendor.gather()
