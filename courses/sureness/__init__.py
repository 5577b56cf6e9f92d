"""How sure somebody is of what a course is for, before it, after it and some weeks later: for themselves, if they like.

moments    when which of the three is asked: pure
actions    keeping what somebody says
selectors  where somebody stands in a course, what waits for them
forms      one choice from 1 to 10 for each outcome, each of which may be left out
views      their pages
due        what waits, for the letter of reminders
"""
