"""The page editor: says in words why a page cannot be published yet.

The rule itself stands in models/bilingual.py and holds for every way of publishing; here an editor is told before that.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from courses.models.bilingual import BilingualPage


@hooks.register("before_publish_page")
def refuse_to_publish_one_half(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What was typed is kept as a draft; only the publishing is refused, with each reason."""
    if not isinstance(page, BilingualPage) or not (problems := page.language_problems()):
        return None
    if page.live and page.live_revision_id is None:  # Wagtail adds a new page as live before it asks
        page.live = False
        page.save(update_fields=["live"])
    messages.warning(request, _("Not published, but saved as a draft. Both languages are published together."))
    for problem in problems:
        messages.error(request, problem)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("after_publish_page")
def say_that_both_were_published(request: HttpRequest, page: Page) -> None:
    if isinstance(page, BilingualPage) and page.both_languages:
        messages.success(request, _("The other language was published with it."))
