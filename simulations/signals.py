"""News of conferences, sent once what it tells is stored."""

from django.dispatch import Signal

# A page added to a conference's log: `conference` is its id, `number` that of the last event.
log_grew = Signal()
# Somebody was put on a conference's list, or taken off it: `conference` is its id.
list_changed = Signal()
