"""Checks across the sections of a file that is well formed: ids, who knows what, casting, time, firing, wording, people.

Each module has one function `check`, which notes problems in the notebook and changes nothing. Where a section
that a check looks at could not be read, the check is left out: its findings would only be echoes of that mistake.
"""
