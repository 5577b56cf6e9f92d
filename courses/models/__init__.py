"""Pages that hold the learning (pages.py), who is where in it (progress.py), and which files pages came from (loaded.py)."""

from courses.models.loaded import LoadedFile
from courses.models.pages import Course, CourseIndex, Lesson, PlainPage
from courses.models.progress import CheckAnswer, Enrolment, Progress

__all__ = ["CheckAnswer", "Course", "CourseIndex", "Enrolment", "Lesson", "LoadedFile", "PlainPage", "Progress"]
