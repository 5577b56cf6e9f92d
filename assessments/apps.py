from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    name = "assessments"

    def ready(self) -> None:
        from assessments.adjusting import circles
        from assessments.practising import receivers  # noqa: F401 -- connects it
        from assessments.practising.due import PRACTICE
        from assessments.reminding import sources
        from assessments.reminding.papers import PAPERS
        from design.navigation import Entry, add_to_footer, add_to_header
        from people.models import Right
        from people.permissions import has_right

        circles.add(circles.in_my_region)
        sources.add(PRACTICE)
        sources.add(PAPERS)
        add_to_header(Entry(_("Papers"), "assessments:papers", 3))
        add_to_footer(
            Entry(
                _("More time in papers"),
                "assessments:adjusting:arrange",
                21,
                lambda request: circles.may_arrange(request.user),
            )
        )
        add_to_header(
            Entry(
                _("Marking"),
                "assessments:moderating:queue",
                25,
                lambda request: has_right(request.user, Right.Kind.MARKER),
            )
        )
        add_to_header(
            Entry(
                _("Questions"),
                "assessments:studying:index",
                26,
                lambda request: has_right(request.user, Right.Kind.TRAINER),
            )
        )
