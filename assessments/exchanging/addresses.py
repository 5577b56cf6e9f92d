"""Where the page of files stands among the editors' pages."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from assessments.exchanging import views


class FilesItem(MenuItem):
    """Shown to those who may edit questions."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.EDITS)


@hooks.register("register_admin_menu_item")
def files_entry() -> MenuItem:
    return FilesItem(
        _("Files of questions"), reverse("assessments-files"), name="question-files", icon_name="upload", order=262
    )


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("questions/files/", views.files, name="assessments-files"),
        path("questions/files/take/", views.take, name="assessments-files-take"),
        path("questions/files/template/", views.sheet, name="assessments-files-template"),
        path("questions/files/<slug:bank>/<str:form>/<str:language>/", views.give, name="assessments-files-give"),
    ]
