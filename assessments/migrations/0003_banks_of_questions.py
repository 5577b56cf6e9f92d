"""Questions get banks, kinds and versions; an attempt keeps which it asked and in which order."""

import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def carry_over(apps, schema_editor):
    """Each paper's questions go to a bank of its own, equal ones as one version; answers say their kind and their place."""
    papers = apps.get_model("assessments", "Paper").objects.order_by("key", "version")
    versions = {}  # by the id that the question had
    for paper in papers:
        bank = bank_of(apps, paper)
        for question in apps.get_model("assessments", "Question").objects.filter(paper=paper).order_by("position"):
            version = versions[question.pk] = version_of(apps, bank, question, archived=not paper.current)
            apps.get_model("assessments", "PaperQuestion").objects.create(
                paper=paper, version=version, position=question.position
            )
    for attempt in apps.get_model("assessments", "Attempt").objects.all():
        carry_over_attempt(apps, attempt, versions)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else no table can be altered in this transaction


def bank_of(apps, paper):
    title = paper.texts["title"]
    values = {"slug": paper.slug, "name_en": title["en"][:150], "name_cy": title["cy"][:150], "from_file": True}
    return apps.get_model("assessments", "Bank").objects.update_or_create(key=paper.key, defaults=values)[0]


def version_of(apps, bank, old, *, archived):
    values = {"bank": bank, "archived": archived}
    question, _is_new = apps.get_model("assessments", "BankQuestion").objects.update_or_create(
        key=old.key, defaults=values
    )
    content = {"kind": "vignette", **old.content}
    if question.current is None or question.current.content != content:
        number = question.current.number + 1 if question.current else 1
        question.current = apps.get_model("assessments", "QuestionVersion").objects.create(
            question=question,
            number=number,
            kind="vignette",
            content=content,
            whole=True,
            words="\n".join(texts_in(content)),
        )
        question.save()
    return question.current


def texts_in(value):
    if isinstance(value, dict) and set(value) == {"en", "cy"}:
        return [value["en"], value["cy"]]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in texts_in(part)]


def carry_over_attempt(apps, attempt, versions):
    """A row for each question asked, also for those that nobody answered."""
    attempt.points = attempt.right
    attempt.save()
    answers = apps.get_model("assessments", "Answer").objects
    known = {answer.question_id: answer for answer in answers.filter(attempt=attempt)}
    for old in apps.get_model("assessments", "Question").objects.filter(paper=attempt.paper):
        answer = known.get(old.pk)
        values = {"position": old.position, "version": versions[old.pk]}
        if answer is None:
            answers.create(attempt=attempt, question=old, **values)
            continue
        values["response"] = {"kind": "vignette", "decision": answer.decision, "reason": answer.reason}
        answers.filter(pk=answer.pk).update(**values)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0002_marking_by_people_and_practice"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bank",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_en", models.CharField(max_length=150, verbose_name="name in English")),
                ("name_cy", models.CharField(max_length=150, verbose_name="name in Welsh")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="short name")),
                ("from_file", models.BooleanField(default=False, editable=False, verbose_name="written in a file")),
                ("digest", models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                "verbose_name": "question bank",
                "verbose_name_plural": "question banks",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="BankQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("archived", models.BooleanField(default=False, verbose_name="archived")),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["bank", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ExtraTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(300),
                        ],
                        verbose_name="per cent more time",
                    ),
                ),
                ("granted_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "extra time",
                "verbose_name_plural": "extra time",
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_en", models.CharField(max_length=150, verbose_name="name in English")),
                ("name_cy", models.CharField(max_length=150, verbose_name="name in Welsh")),
                ("slug", models.SlugField(max_length=80, verbose_name="short name")),
                (
                    "read_again_en",
                    models.CharField(blank=True, max_length=300, verbose_name="address to read again, in English"),
                ),
                (
                    "read_again_cy",
                    models.CharField(blank=True, max_length=300, verbose_name="address to read again, in Welsh"),
                ),
                ("lessons", models.JSONField(blank=True, default=list, editable=False)),
            ],
            options={
                "verbose_name": "outcome",
                "verbose_name_plural": "outcomes",
                "ordering": ["bank", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["paper", "position"],
            },
        ),
        migrations.CreateModel(
            name="QuestionVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("outcome", models.SlugField(blank=True, max_length=80)),
                ("content", models.JSONField()),
                ("words", models.TextField(blank=True)),
                ("whole", models.BooleanField()),
                (
                    "welsh",
                    models.CharField(
                        choices=[
                            ("awaiting-translator", "waits for a translator"),
                            ("reviewed", "read by a translator"),
                        ],
                        default="awaiting-translator",
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "version of a question",
                "verbose_name_plural": "versions of questions",
                "ordering": ["question", "number"],
            },
        ),
        migrations.AlterModelOptions(
            name="answer",
            options={"ordering": ["attempt", "position"]},
        ),
        migrations.RemoveConstraint(
            model_name="answer",
            name="one_answer_each_question",
        ),
        migrations.AddField(
            model_name="answer",
            name="position",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="answer",
            name="response",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="answer",
            name="seed",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="attempt",
            name="ends_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="points",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="draws",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="paper",
            name="follows",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="follows_weeks",
            field=models.PositiveSmallIntegerField(default=6),
        ),
        migrations.AddField(
            model_name="paper",
            name="limit_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="outcome_marks",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="paper",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("closing", "Closes a course"),
                    ("practice", "Practice: each answer is explained at once, and nothing counts"),
                    ("before", "Before a course: shows what somebody may skip"),
                    ("later", "Some weeks afterwards: shows what has stayed"),
                ],
                default="closing",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="shuffled",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="paper",
            name="wait_hours",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="answer",
            name="answered_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="answer",
            name="answered_in",
            field=models.CharField(blank=True, choices=[("cy", "Cymraeg"), ("en", "English")], max_length=2),
        ),
        migrations.AlterField(
            model_name="paper",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="bankquestion",
            name="bank",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="assessments.bank",
                verbose_name="question bank",
            ),
        ),
        migrations.AddField(
            model_name="extratime",
            name="granted_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="extratime",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="extra_time", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="bank",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="outcomes", to="assessments.bank"
            ),
        ),
        migrations.AddField(
            model_name="paperquestion",
            name="paper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="places", to="assessments.paper"
            ),
        ),
        migrations.AddField(
            model_name="questionversion",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionversion",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="assessments.bankquestion"
            ),
        ),
        migrations.AddField(
            model_name="paperquestion",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="places", to="assessments.questionversion"
            ),
        ),
        migrations.AddField(
            model_name="bankquestion",
            name="current",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="current_of",
                to="assessments.questionversion",
            ),
        ),
        migrations.AddField(
            model_name="answer",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="assessments.questionversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(fields=("bank", "slug"), name="one_outcome_each_slug"),
        ),
        migrations.AddConstraint(
            model_name="questionversion",
            constraint=models.UniqueConstraint(fields=("question", "number"), name="one_version_each_number"),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="answer",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="assessments.questionversion"
            ),
        ),
        migrations.AlterField(
            model_name="answer",
            name="position",
            field=models.PositiveSmallIntegerField(),
        ),
        migrations.RemoveField(
            model_name="answer",
            name="question",
        ),
        migrations.RemoveField(
            model_name="answer",
            name="decision",
        ),
        migrations.RemoveField(
            model_name="answer",
            name="reason",
        ),
        migrations.RemoveField(
            model_name="attempt",
            name="right",
        ),
        migrations.DeleteModel(
            name="Question",
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("attempt", "position"), name="one_answer_each_question"),
        ),
        migrations.AddConstraint(
            model_name="paperquestion",
            constraint=models.UniqueConstraint(fields=("paper", "position"), name="one_question_each_position"),
        ),
    ]
