"""Takes out `is_staff`, which nothing read: the editors' site opens by the right to it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0003_markers")]

    operations = [migrations.RemoveField("user", "is_staff")]
