"""A page that stands in Welsh and in English, and is published in both or in neither.

People may begin in one language and finish in the other, so both pages must hold the same blocks under the same UUIDs.
`save()` is the one door every publication goes through (editor, schedule, workflow, loader), so the rule stands there;
wagtail_hooks.py says it to an editor in words before that door is reached. receivers.py then publishes the other half.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, cast

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction


class BilingualPage(Page):
    """What all our pages share: the promise of both languages, and the state of the Welsh."""

    both_languages = models.BooleanField(
        gettext_lazy("promised in both languages"),
        default=True,
        help_text=gettext_lazy(
            "While this is ticked, the page is published in Welsh and English together or not at all."
        ),
    )
    awaits_translator = models.BooleanField(
        gettext_lazy("the Welsh awaits a translator"),
        default=True,
        help_text=gettext_lazy("Untick once a translator has read the Welsh. Until then readers of Welsh are told."),
    )

    language_panels = [
        MultiFieldPanel(
            [
                HelpPanel(template="courses/admin/welsh_state.html"),
                FieldPanel("both_languages"),
                FieldPanel("awaits_translator"),
            ],
            heading=gettext_lazy("Welsh and English"),
        )
    ]
    settings_panels = [*language_panels, *Page.settings_panels]

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As a visitor who is not signed in sees it: an editor's preview is nobody's learning and leaves no record."""
        request.user = AnonymousUser()
        return cast("HttpResponse", self.serve(request))

    def get_admin_display_title(self) -> str:
        title = str(super().get_admin_display_title())
        waits = self.awaits_translator and self.locale.language_code == "cy"
        return _("%(title)s (awaits a translator)") % {"title": title} if waits else title

    def get_view_restrictions(self) -> Any:
        """As Wagtail's, in one query: every path that leads here is a beginning of this page's own."""
        if self.alias_of_id:
            return super().get_view_restrictions()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def blocks(self) -> dict[str, str]:
        """The page's blocks as {UUID: the words it begins with}, those inside lists included, in reading order."""
        return {}

    def other_language(self) -> Self | None:
        """The page's other half as it was last saved, published or not; None where there is none."""
        other = self.get_translations().first()
        return cast("Self", other.specific.get_latest_revision_as_object()) if other else None

    def language_problems(self) -> list[str]:
        """Why this page, as it stands, may not be published; empty when it may."""
        if not self.both_languages:
            return []
        other = self.other_language()
        if other is None:
            if self.locale.language_code == "en":
                return [_("There is no Welsh page yet. Make it with “Translate this page”, then publish both.")]
            return [_("There is no English page yet. Make it with “Translate this page”, then publish both.")]
        return list(differences(self, other))

    def save(self, *args: Any, **options: Any) -> Any:
        """As Wagtail's. Raises ValidationError with each reason when this would publish a page whose halves differ."""
        is_published = self.live and self.live_revision_id is not None
        if is_published and not options.get("update_fields") and (problems := self.language_problems()):
            raise ValidationError(problems)
        return super().save(*args, **options)

    def publish_other_language(self, user: Any = None) -> None:
        """Publish the other half's last saved state, unless that is what readers already see."""
        other = self.get_translations().first()
        if not other or (other.live and not other.has_unpublished_changes):
            return
        stored = other.specific
        latest = stored.get_latest_revision() or stored.save_revision(user=user)
        latest.publish(user=user, skip_permission_checks=True)


def differences(page: BilingualPage, other: BilingualPage) -> Iterator[str]:
    """Each block that one half holds and the other lacks, or holds elsewhere, as a sentence for an editor."""
    mine, theirs = page.blocks(), other.blocks()
    name = other.locale.get_display_name()
    for block, words in mine.items():
        if block not in theirs:
            yield _(
                "Page in the other language (%(name)s): it lacks this block: “%(words)s”. Add it there by syncing."
            ) % {
                "name": name,
                "words": words,
            }
    for block, words in theirs.items():
        if block not in mine:
            yield _("Page in the other language (%(name)s): it has a block that is missing here: “%(words)s”.") % {
                "name": name,
                "words": words,
            }
    if not mine.keys() ^ theirs.keys() and list(mine) != list(theirs):
        yield _("Page in the other language (%(name)s): its blocks stand in another order.") % {"name": name}


def stream_blocks(stream: Any) -> Iterator[tuple[str, str]]:
    """(UUID, beginning of its words, or its kind where it has none) of each block of a StreamValue and each choice of a question."""
    for child in stream:
        heading = child.value.get("heading") if child.block_type == "text" else ""
        words = heading or beginning(child.block.get_searchable_content(child.value))
        yield str(child.id), words or str(child.block.label)
        if child.block_type == "question":
            for option in child.value["options"].bound_blocks:
                yield str(option.id), str(option.value["text"])


def beginning(words: list[Any]) -> str:
    return Truncator(strip_tags(" ".join(str(part) for part in words))).chars(60)
