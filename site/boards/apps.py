from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from design.navigation import Entry, add_to_footer, add_to_header
        from people.models import Right
        from people.permissions import has_right

        add_to_footer(Entry(_("How we do it here"), "boards:here", 20, lambda request: request.user.is_authenticated))
        add_to_header(
            Entry(
                _("Our region"), "boards:index", 30, lambda request: has_right(request.user, Right.Kind.BOARD_OFFICER)
            )
        )
