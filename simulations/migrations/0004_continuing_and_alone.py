import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("simulations", "0003_cohorts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="conference",
            name="facilitator",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conferences_run",
                to=settings.AUTH_USER_MODEL,
                verbose_name="facilitator",
            ),
        ),
        migrations.AddField(
            model_name="conference",
            name="alone",
            field=models.BooleanField(
                default=False, verbose_name="one learner rehearses it alone, and nobody facilitates"
            ),
        ),
        migrations.AddField(
            model_name="conference",
            name="continues",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="continued_by",
                to="simulations.conference",
                verbose_name="the conference that it takes up",
            ),
        ),
        migrations.AddField(
            model_name="conference",
            name="taken_over",
            field=models.TextField(
                blank=True, editable=False, verbose_name="what it takes over from that conference, as JSON"
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(("alone", True), ("facilitator", None))
                | models.Q(("alone", False), ("facilitator__isnull", False)),
                name="somebody_runs_it_unless_alone",
            ),
        ),
    ]
