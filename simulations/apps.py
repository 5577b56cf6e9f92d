from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SimulationsConfig(AppConfig):
    name = "simulations"

    def ready(self) -> None:
        from assessments.adjusting import circles
        from design.navigation import Entry, add_to_header
        from simulations.live import news  # noqa: F401 -- connects its receivers
        from simulations.selectors import is_on_list_of

        circles.add(is_on_list_of)
        add_to_header(Entry(_("Live"), "simulations:index", order=2))
