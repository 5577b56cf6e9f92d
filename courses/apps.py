from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"

    def ready(self) -> None:
        from assessments.reminding import sources
        from courses import receivers  # noqa: F401 -- connects them
        from courses.sureness.due import SURENESS
        from design.navigation import Entry, add_to_footer, add_to_header

        sources.add(SURENESS)
        add_to_header(Entry(_("My learning"), "courses:home", order=1))
        add_to_header(Entry(_("Support"), "courses:support", order=40))
        add_to_footer(Entry(_("Accessibility"), "courses:accessibility", order=1))
        add_to_footer(Entry(_("Privacy: who sees what"), "courses:privacy", order=2))
        add_to_footer(Entry(_("Support for you"), "courses:support", order=3))
