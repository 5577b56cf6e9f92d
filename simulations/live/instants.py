"""What time it is, asked several times for each message: Django's own `now` looks at its settings each time, in Python."""

from datetime import UTC, datetime


def now() -> datetime:
    """In UTC."""
    return datetime.now(UTC)
