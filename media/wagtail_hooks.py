"""Interactive contents in the editors' site: put in by uploading packages, tried as a learner would, looked after.

What an editor uploads goes through the same import as everything else; each reason for a refusal is told at the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from media import editing
from media.forms import InteractiveContentForm
from media.models import InteractiveContent, OutsideHost


class InteractiveContentViewSet(SnippetViewSet):
    """Packages in both languages, and the rule by which the content is complete."""

    model = InteractiveContent
    icon = "cogs"
    list_display = ["title", "need"]
    search_fields = ["title"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            MultiFieldPanel([FieldPanel("package_cy"), FieldPanel("package_en")], heading=_("Packages")),
            MultiFieldPanel(
                [FieldPanel("need"), FieldPanel("percent"), FieldPanel("seconds")], heading=_("Complete when")
            ),
        ],
        base_form_class=InteractiveContentForm,
    )


class OutsideHostViewSet(SnippetViewSet):
    """Which servers outside contents may call. They are listed by the contents that name them."""

    model = OutsideHost
    icon = "site"
    list_display = ["name", "allowed"]
    list_filter = ["allowed"]


class InteractiveGroup(SnippetViewSetGroup):
    menu_label = _("Interactive")
    menu_icon = "cogs"
    menu_order = 250
    items = (InteractiveContentViewSet, OutsideHostViewSet)


register_snippet(InteractiveGroup)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("interactive/<int:pk>/try/", editing.try_out, name="media-try"),
        path("interactive/<int:pk>/judge/", editing.judge_it, name="media-judge"),
        path("interactive/<int:pk>/<str:language>.h5p", editing.download, name="media-download"),
        path("interactive/libraries/", editing.libraries_page, name="media-libraries"),
        path("interactive/libraries/<int:pk>/approve/", editing.approve_build, name="media-approve"),
    ]


@hooks.register("register_snippet_listing_buttons")
def offer_to_try(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, InteractiveContent):
        yield Button(_("Try it out"), url=reverse("media-try", args=[snippet.pk]), icon_name="view", priority=15)
