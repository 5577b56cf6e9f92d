"""Rooms planned together share a number that says nothing of whom they were for, instead of a cohort whose people have names."""

from uuid import uuid4

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def keep_together(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Rooms of one cohort at one hour stay together; every other conference is by itself."""
    conferences = apps.get_model("simulations", "Conference").objects
    for pk in conferences.filter(cohort=None).values_list("pk", flat=True):
        conferences.filter(pk=pk).update(gathering=uuid4())
    rooms = conferences.exclude(cohort=None).order_by()
    for cohort, planned_for in rooms.values_list("cohort", "planned_for").distinct():
        conferences.filter(cohort=cohort, planned_for=planned_for).update(gathering=uuid4())


class Migration(migrations.Migration):
    dependencies = [("simulations", "0009_scores_agreed_on")]

    operations = [
        migrations.AddField(
            model_name="conference",
            name="gathering",
            field=models.UUIDField(editable=False, null=True, verbose_name="what the rooms planned together share"),
        ),
        migrations.RunPython(keep_together, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="conference",
            name="gathering",
            field=models.UUIDField(default=uuid4, editable=False, verbose_name="what the rooms planned together share"),
        ),
        migrations.RemoveField(model_name="conference", name="cohort"),
    ]
