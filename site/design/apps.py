from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesignConfig(AppConfig):
    name = "design"

    def ready(self) -> None:
        from design.navigation import Entry, add_to_footer

        add_to_footer(Entry(_("Licences"), "design:licences", order=90))
