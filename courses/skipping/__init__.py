"""Skipping what a paper before the course shows somebody to know.

showing   which lessons an attempt at such a paper shows them to know, kept when it is handed in or put right
actions   skipping one, and the record that says by what
views     the button
"""
