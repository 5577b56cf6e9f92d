"""Choosing a person in the editors' site, by name or e-mail: a list to scroll through is of no use with thousands of people.

Wagtail takes this for every field of its forms that leads to a person. The names are shown to those alone who may enter
something about people there, such as a post or a right.
"""

from typing import Any

from django import forms
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from people.models import User

PARTS = ("first_name", "last_name", "email")


class SearchForm(BaseFilterForm):
    """Each word has to stand in the person's name or e-mail address."""

    q = forms.CharField(
        label=_("Name or e-mail"), required=False, widget=forms.TextInput({"placeholder": _("Name or e-mail")})
    )

    def filter(self, objects: QuerySet[User]) -> QuerySet[User]:
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            objects = objects.filter(Q(*((f"{part}__icontains", word) for part in PARTS), _connector=Q.OR))
        return objects


class Guarded:
    """Every view of the chooser asks: each of them says a name."""

    def dispatch(self, request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if not may_choose(request.user):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *arguments, **named)  # type: ignore[misc]
        return response


class Listing(Guarded):
    """What the window and its list of results share. The address tells people of one name apart."""

    ordering = ("last_name", "first_name", "pk")
    filter_form_class = SearchForm

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("email", label=User._meta.get_field("email").verbose_name)]  # type: ignore[misc]


class ChoosePerson(Listing, ChooseView):
    pass


class ChoosePersonResults(Listing, ChooseResultsView):
    pass


class ChosenPerson(Guarded, ChosenView):
    pass


class ChosenPeople(Guarded, ChosenMultipleView):
    pass


class PersonChooser(ChooserViewSet):
    model = User
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose somebody else")
    choose_view_class = ChoosePerson
    choose_results_view_class = ChoosePersonResults
    chosen_view_class = ChosenPerson
    chosen_multiple_view_class = ChosenPeople


def may_choose(editor: Any) -> bool:
    """Whether the editor may enter anything that leads to a person."""
    entered = {each.related_model for each in User._meta.related_objects if each.field.name == "person"}
    verbs = ("add", "change")
    return any(
        editor.has_perm(f"{model._meta.app_label}.{get_permission_codename(verb, model._meta)}")
        for model in entered
        if not isinstance(model, str)
        for verb in verbs
    )


person_chooser = PersonChooser("person_chooser")
