"""More time in papers with a limit, for those who need it. Why is asked of nobody.

circles   for whom somebody may arrange it: each part of the house adds whom it knows somebody to answer for
actions   arranging it, and taking it back
forms     an address and how much
views     the page
"""
