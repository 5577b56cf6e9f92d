"""Interactive contents in the editors' site: put in by uploading packages, tried as a learner would, looked after.

What an editor uploads goes through the same import as everything else; each reason for a refusal is told at the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from media import editing, library_views
from media.authoring import publishing_views, views, welsh_views
from media.authoring.upgrading import upgrade_page
from media.console import views as console
from media.forms import LANGUAGES, InteractiveContentForm
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


class WriteItem(MenuItem):
    """Shown to whoever may write contents."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.ADDS)


class WelshItem(MenuItem):
    """Shown to whoever may change contents."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(welsh_views.EDITS)


class LibrariesItem(MenuItem):
    """Shown to whoever looks after the libraries."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(library_views.LOOKS_AFTER)


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

    def get_submenu_items(self) -> list[MenuItem]:
        more = [
            WriteItem(_("Write a content"), reverse_lazy("media-write"), icon_name="edit"),
            WelshItem(_("Words on buttons in Welsh"), reverse_lazy("media-welsh"), icon_name="globe"),
            LibrariesItem(_("H5P libraries"), reverse_lazy("media-libraries"), icon_name="cogs"),
        ]
        return [*super().get_submenu_items(), *more]


register_snippet(InteractiveGroup)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("interactive/<int:pk>/console/", console.content_console, name="media-console"),
        path("interactive/attempts/<uuid:key>/", console.attempt_console, name="media-attempt"),
        path("interactive/<int:pk>/try/", editing.try_out, name="media-try"),
        path("interactive/<int:pk>/judge/", editing.judge_it, name="media-judge"),
        path("interactive/<int:pk>/<str:language>.h5p", editing.download, name="media-download"),
        path("interactive/write/", views.write, name="media-write"),
        path("interactive/versions/<int:pk>/change/", views.change, name="media-change"),
        path("interactive/versions/<int:pk>/upgrade/<int:library>/", upgrade_page, name="media-upgrade"),
        path("interactive/versions/<int:pk>/waiting/", publishing_views.waiting, name="media-waiting"),
        path("interactive/versions/<int:pk>/publish/", publishing_views.publish, name="media-publish"),
        path("interactive/versions/<int:pk>/withdraw/", publishing_views.withdraw, name="media-withdraw"),
        path("interactive/versions/<int:pk>/put-back/", publishing_views.put_back, name="media-put-back"),
        path("interactive/drafts/<int:pk>/", views.write_draft, name="media-draft"),
        path("interactive/drafts/<int:pk>/discard/", views.discard_draft, name="media-draft-discard"),
        path("interactive/drafts/<int:pk>/pictures/<path:path>", views.draft_picture, name="media-draft-picture"),
        path("interactive/welsh/", welsh_views.types, name="media-welsh"),
        path("interactive/welsh/<int:pk>/", welsh_views.texts, name="media-welsh-texts"),
        path("interactive/libraries/", library_views.libraries_page, name="media-libraries"),
        path("interactive/libraries/put-in/", library_views.put_in, name="media-libraries-put-in"),
        path("interactive/libraries/delete-unused/", library_views.delete_unused, name="media-libraries-delete"),
        path("interactive/libraries/<int:pk>/approve/", library_views.approve_build, name="media-approve"),
        path("interactive/libraries/<int:pk>/restrict/", library_views.restrict, name="media-restrict"),
    ]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def show_what_is_different(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """A package put in place of another waits: its page comes next."""
    if isinstance(instance, InteractiveContent):
        version = instance.versions.filter(number=None).order_by("-pk").first()
        if version and any(request.FILES.get(f"package_{language}") for language in LANGUAGES):
            return redirect("media-waiting", version.pk)
    return None


@hooks.register("register_snippet_listing_buttons")
def offer_to_try(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, InteractiveContent):
        yield Button(_("Try it out"), url=reverse("media-try", args=[snippet.pk]), icon_name="view", priority=15)
        address = reverse("media-console", args=[snippet.pk])
        yield Button(_("What became of it"), url=address, icon_name="list-ul", priority=16)
