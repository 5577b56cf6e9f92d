"""Editors write questions and papers: a form drawn from the type itself, both languages side by side.

`entries` describes what a type asks for, `reading` makes of what was posted what the type is stored as, `telling` says at
which field something is wrong. So a new kind of question can be edited as soon as it is a type with words for its fields.
"""
