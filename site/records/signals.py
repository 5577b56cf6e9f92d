"""News of this app for those to its left."""

from django.dispatch import Signal

# Sent after the transaction that stored it: `statement` is the records.models.Statement, `credit` its Credit or None.
recorded = Signal()
