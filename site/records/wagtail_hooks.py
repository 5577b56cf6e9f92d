"""The record store on the editors' site: the trust list, credentials for other systems, stores that statements are sent on to.

Statements and credits themselves are not shown.
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BaseColumn, BulkActionsCheckboxColumn, Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, DeleteView, IndexView, SnippetViewSet, SnippetViewSetGroup

from records.forms import CredentialForm, ForwardingForm
from records.forwarding.going_on import forwardings
from records.lrs.clients import make_credential
from records.models import Authority, Credential, Forwarding


class AuthorityViewSet(SnippetViewSet):
    model = Authority
    icon = "tick"
    menu_label = _("Trust list")
    list_display = ["name", "code", "verified", "trusted"]


class MakeCredential(CreateView):
    """Answers with the key and the secret instead of a redirect: they are shown once and kept nowhere."""

    request: HttpRequest

    def save_instance(self) -> Credential:
        made, self.secret = make_credential(self.form.cleaned_data["name"], self.form.cleaned_data["scopes"])
        return made

    def save_action(self) -> HttpResponse:
        told = {"credential": self.object, "secret": self.secret, "back": self.get_success_url()}
        told |= {"page_title": _("The credential is made"), "header_icon": self.header_icon}
        found = render(self.request, "records/credential_made.html", told)
        found["Cache-Control"] = "no-store"
        return found


class RevokeCredential(DeleteView):
    """It lets nobody in any more; that it was there, and when it was last used, stays to be seen."""

    page_title = _("Revoke")
    success_message = _("%(object)s is revoked. What it sent stays.")

    def get_confirmation_message(self) -> str:
        return str(_("From now on nobody gets in by it, and it cannot be given back. What it sent stays."))

    def delete_action(self) -> None:
        Credential.objects.filter(pk=self.object.pk, revoked=None).update(revoked=timezone.now())


class WithoutBoxes(IndexView):
    """What is done to many at once, by ticking boxes, is deleting; nothing in these lists is ever deleted."""

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]


class CredentialViewSet(SnippetViewSet):
    model = Credential
    icon = "key"
    menu_label = _("Credentials")
    list_display = ["name", "key", Column("allows", label=_("what it may do")), "made", "used", "revoked"]
    index_view_class = WithoutBoxes
    add_view_class = MakeCredential
    delete_view_class = RevokeCredential
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("scopes")], base_form_class=CredentialForm)


class Forwardings(WithoutBoxes):
    """Of the stores in the settings; neither added nor deleted here."""

    def get_base_queryset(self) -> QuerySet[Forwarding]:
        return Forwarding.objects.filter(pk__in=[each.pk for each in forwardings()])


class ForwardingPolicy(ModelPermissionPolicy):
    """Where statements go is said in the settings alone."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "change" and bool(super().user_has_permission(user, action))


class ForwardingViewSet(SnippetViewSet):
    model = Forwarding
    icon = "redirect"
    menu_label = _("Sent on")
    list_display = ["name", "paused", "sent", "through", Column("waits", label=_("refused")), "problem", "next_try"]
    index_view_class = Forwardings
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("paused"),
            FieldPanel("again"),
            *(FieldPanel(name, read_only=True) for name in ("sent", "through", "problem", "next_try")),
            HelpPanel(template="records/refused.html", heading=_("Refused, the newest first")),
        ],
        base_form_class=ForwardingForm,
    )


class RecordsGroup(SnippetViewSetGroup):
    menu_label = _("Records")
    menu_icon = "folder-inverse"
    menu_order = 310
    items = (AuthorityViewSet, CredentialViewSet, ForwardingViewSet)


register_permission_policy(Forwarding, ForwardingPolicy(Forwarding))
register_snippet(RecordsGroup)
