"""Words for lengths of time."""

from django import template
from django.utils.translation import gettext, ngettext

register = template.Library()


@register.filter
def duration(minutes: int) -> str:
    """Minutes as people say them: 45 minutes, 3 h 20 min."""
    hours, rest = divmod(int(minutes), 60)
    if not hours:
        return ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest}
    if not rest:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return gettext("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}
