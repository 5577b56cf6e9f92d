"""What a debrief looks at beside the room: the conference gone through again, rooms side by side, figures to take away.

again        the room as a seat saw it at a moment of the timeline
definitions  what each figure counts, as its own page tells
figures      what a conference came to, for the group, without anybody's name or words
papers       the debrief as a tagged PDF for the cohort, of blocks that paper_blocks makes and debrief.typ sets
timeline     the geometry of the drawn timeline
views        their pages, deny by default: nothing before the step of the debrief that it belongs to
"""
