from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_follow_up")]

    operations = [
        migrations.AlterField(
            model_name="right",
            name="kind",
            field=models.CharField(
                choices=[
                    ("board-officer", "Board officer: sees the figures of a region"),
                    ("trainer", "Trainer: plans and runs live conferences"),
                    ("marker", "Marker: marks written work and decides appeals, without names"),
                ],
                max_length=20,
                verbose_name="right",
            ),
        ),
    ]
