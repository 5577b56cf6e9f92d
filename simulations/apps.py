from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SimulationsConfig(AppConfig):
    name = "simulations"

    def ready(self) -> None:
        from design.navigation import Entry, add_to_header
        from simulations.live import news  # noqa: F401 -- connects its receivers

        add_to_header(Entry(_("Live conferences"), "simulations:index", order=2))
