"""What statements are found by, and what is known of the activities that they speak of. Both can be derived again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.models.learned import Statement


class Mention(models.Model):
    """`statement` is found under `key` (records/xapi/mentions.py). Its one index answers every filter in order of storing.

    No constraint ties it to its statement: with one, deleting would look through all of the table for each row.
    """

    pk = models.CompositePrimaryKey("key", "stored", "statement")
    key = models.UUIDField()
    stored = models.DateTimeField()
    statement = models.ForeignKey(
        Statement, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="mentions"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")

    def __str__(self) -> str:
        return f"{self.key} {self.statement_id}"


class KnownActivity(models.Model):
    """What statements have said of an activity: its definition, grown together, in JSON."""

    key = models.UUIDField(primary_key=True)
    iri = models.CharField(max_length=2000)
    definition = models.TextField()

    class Meta:
        verbose_name = _("known activity")
        verbose_name_plural = _("known activities")

    def __str__(self) -> str:
        return self.iri
