from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from design.navigation import Entry, add_to_footer, add_to_header
        from people.models import Right

        add_to_footer(Entry(_("How we do it here"), "boards:here", 20, lambda request: request.user.is_authenticated))
        add_to_header(Entry(_("Our region"), "boards:index", 30, lambda request: request.user.has(Right.Kind.BOARD_OFFICER)))
