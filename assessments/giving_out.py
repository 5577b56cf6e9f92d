"""A bank's questions given out as a file: the current version of each that is not archived, in the bank's order."""

from __future__ import annotations

from assessments.exchange import Entry, Form, Writing, write
from assessments.models import Bank


def give_out(bank: Bank, form: Form, language: str) -> Writing:
    """`language` counts where the form has one only. One query."""
    questions = bank.questions.filter(archived=False, current__isnull=False).select_related("current").order_by("pk")
    entries = [
        Entry(str(each.key), each.current.asked, each.current.outcome) for each in questions if each.current is not None
    ]
    return write(entries, form, language)


def file_name(bank: Bank, form: Form, language: str) -> str:
    spoken = "" if form.has_both_languages else f"-{language}"
    version = f"-{form.value}" if form.ending == "zip" else ""
    return f"{bank.slug}{spoken}{version}.{form.ending}"
