"""What every page's frame needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from design.theme import theme_of


def page(request: HttpRequest) -> dict[str, Any]:
    return {"demo": settings.DEMO, "theme": theme_of(request)}
