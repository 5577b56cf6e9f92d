"""Pages that hold the learning (pages.py), who is where in it (progress.py), how sure
people are of what they learn (sureness.py), what they knew before (known.py), and which files pages came from
(loaded.py)."""

from courses.models.known import KnownLesson
from courses.models.loaded import LoadedFile
from courses.models.pages import Course, CourseIndex, Lesson, PlainPage
from courses.models.progress import CheckAnswer, Enrolment, Progress
from courses.models.sureness import Sureness

__all__ = [
    "CheckAnswer",
    "Course",
    "CourseIndex",
    "Enrolment",
    "KnownLesson",
    "Lesson",
    "LoadedFile",
    "PlainPage",
    "Progress",
    "Sureness",
]
