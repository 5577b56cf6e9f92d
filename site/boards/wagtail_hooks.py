"""A board's threshold for small counts, on the editors' site."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from boards.models import Board


class BoardViewSet(SnippetViewSet):
    model = Board
    icon = "view"
    menu_label = _("Boards")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["region", "threshold"]


register_snippet(BoardViewSet)
