"""Reminders: for whoever asked to be reminded, one letter a week at most, of everything that waits for them in papers.

models    who asked
sources   what may wait: each part adds its own
papers    papers that fall due after another
letters   when a letter is due, what stands in it, posting it
views     asking for it, and no more
"""
