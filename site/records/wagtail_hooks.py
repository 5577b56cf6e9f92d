"""The trust list, on the editors' site: whose statements earn credits. Statements and credits themselves are not shown."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from records.models import Authority


class AuthorityViewSet(SnippetViewSet):
    model = Authority
    icon = "tick"
    menu_label = _("Trust list")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "code", "verified", "trusted"]


register_snippet(AuthorityViewSet)
