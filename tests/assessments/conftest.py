"""A paper of two questions, from tests/files/papers; one right passes it, and there are two tries."""

from pathlib import Path

import pytest

from assessments.content_files import load
from assessments.models import Paper

FILES = Path(__file__).parent.parent / "files" / "papers"


def option(number: int) -> str:
    """Question 1: 11 and 13 are right, 12 and 14 are not; question 2 likewise with 2x."""
    return f"50000000-0000-4000-8000-0000000000{number}"


RIGHT = {1: {"decision": option(11), "reason": option(13)}, 2: {"decision": option(21), "reason": option(23)}}
WRONG = {1: {"decision": option(12), "reason": option(14)}, 2: {"decision": option(22), "reason": option(24)}}


@pytest.fixture
def paper(db: None) -> Paper:
    load(FILES)
    return Paper.objects.get(current=True)
