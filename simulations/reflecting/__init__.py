"""What comes after a conference, for each person: how sure they are, what they made of it, what they will do, what they used.

statements   what people are asked, and how answers are named
actions      keeping answers: a person's own under their name, the rest under nobody's
counting     what the group sees of them: counts, from five people on
follow_up    the letter two weeks later, its reminder, and being written to no more
forms        the three forms
views        their pages
"""
