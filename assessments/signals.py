"""News of this app for those to its left."""

from django.dispatch import Signal

# Sent after the transaction in which an attempt was handed in: `attempt` is the assessments.models.Attempt.
handed_in = Signal()

# As handed_in, when people's decisions changed the result of an attempt that was handed in before.
remarked = Signal()
