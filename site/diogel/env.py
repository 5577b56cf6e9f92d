"""Readers for settings from the environment: each strict, each loud on anything odd.

Every name starts with `DIOGEL_`. A secret may stand in a file instead (`DIOGEL_SECRET_KEY_FILE`), as container platforms
hand them over. docs/settings.md lists them all; a test fails when it falls behind.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def envtext(name: str, default: str) -> str:
    return os.environ.get(name, default)


def envbool(name: str, default: bool) -> bool:
    """`1`, `true`, `yes`, `on` and their opposites; anything else is refused, since a mistyped `flase` must not mean yes."""
    text = os.environ.get(name)
    if text is None:
        return default
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    try:
        return known[text.strip().lower()]
    except KeyError:
        raise ImproperlyConfigured(f"{name} is {text!r}; write 1 or 0.") from None


def envint(name: str, default: int) -> int:
    text = os.environ.get(name)
    if text is None:
        return default
    try:
        return int(text)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {text!r}; write a whole number.") from None


def envlist(name: str, default: list[str]) -> list[str]:
    """Words between commas."""
    text = os.environ.get(name)
    return default if text is None else [word.strip() for word in text.split(",") if word.strip()]


def envsecret(name: str) -> str | None:
    """The variable itself, or the content of the file that `NAME_FILE` points at; both at once are refused."""
    text, path = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if text and path:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set; keep one.")
    if path:
        try:
            text = Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE: {path} cannot be read ({error.strerror}).") from None
    return text or None
