"""Scoring a group by its scenario's rubric on a page of its own, for a phone: apart while it runs, together once it is talked over.

The scores themselves are the engine's (`score`), whether they come from here or from the room.

sheets   what each gave and how far they agree; what they came to together
forms    the rubric as a form
views    the page
"""
