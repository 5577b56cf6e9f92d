"""Practice: what somebody got wrong in a paper is asked again when it is about to be forgotten. Theirs alone.

schedule   when to ask again: pure, by a published schedule
models     a card: a question, for one person, and when it is due
actions    making cards of what was wrong, telling how a card went, putting one away
selectors  what is due
asking     a card's question as it stands now, and what was answered of it
views      the pages
receivers  a paper handed in makes cards
"""
