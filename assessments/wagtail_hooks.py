"""Question banks in the editors' site: banks and outcomes as lists, questions with pages of their own, extra time."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from assessments.editing import paper_views, views
from assessments.exchanging import addresses as addresses_of_files  # noqa: F401 - registers them
from assessments.models import Bank, ExtraTime, Outcome


class BankViewSet(SnippetViewSet):
    model = Bank
    icon = "folder-open-inverse"
    list_display = ["slug", "name_en", "name_cy", "from_file"]
    search_fields = ["slug", "name_en", "name_cy"]


class OutcomeViewSet(SnippetViewSet):
    model = Outcome
    icon = "list-ul"
    list_display = ["slug", "bank", "name_en", "name_cy"]
    list_filter = ["bank"]


class ExtraTimeForm(WagtailAdminModelForm):
    """Whoever grants it is kept with it."""

    def save(self, commit: bool = True) -> ExtraTime:
        self.instance.granted_by = self.for_user
        kept: ExtraTime = super().save(commit)
        return kept


class ExtraTimeViewSet(SnippetViewSet):
    model = ExtraTime
    icon = "time"
    list_display = ["person", "percent", "granted_by", "granted_at"]
    edit_handler = ObjectList([FieldPanel("person"), FieldPanel("percent")], base_form_class=ExtraTimeForm)


class AssessmentsGroup(SnippetViewSetGroup):
    menu_label = _("Assessments")
    menu_icon = "help"
    menu_order = 260
    items = (BankViewSet, OutcomeViewSet, ExtraTimeViewSet)


register_snippet(AssessmentsGroup)


@hooks.register("register_admin_menu_item")
def questions_entry() -> MenuItem:
    return MenuItem(_("Questions"), reverse("assessments-questions"), name="questions", icon_name="help", order=261)


@hooks.register("register_admin_menu_item")
def papers_entry() -> MenuItem:
    return MenuItem(_("Papers"), reverse("assessments-papers"), name="papers", icon_name="doc-full", order=262)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("questions/", views.questions, name="assessments-questions"),
        path("questions/new/<slug:bank>/<slug:kind>/", views.add, name="assessments-question-add"),
        path("questions/<int:pk>/", views.edit, name="assessments-question"),
        path("questions/<int:pk>/history/", views.versions, name="assessments-question-history"),
        path("questions/<int:pk>/archive/", views.put_away, name="assessments-question-archive"),
        path("papers/", paper_views.papers, name="assessments-papers"),
        path("papers/new/", paper_views.add, name="assessments-paper-add"),
        path("papers/<slug:slug>/", paper_views.edit, name="assessments-paper"),
        path("questions/versions/<int:pk>/<str:language>/", views.preview, name="assessments-question-preview"),
    ]
