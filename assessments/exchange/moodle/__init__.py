"""Moodle XML: choice, true or false, short answer, matching and (from Moodle 4.4 on part of it) ordering.

A category's last name is an outcome; `idnumber` is a question's key. Texts go out as Markdown, which Moodle knows.
"""

from assessments.exchange.moodle.reading import read
from assessments.exchange.moodle.writing import write

__all__ = ["read", "write"]
