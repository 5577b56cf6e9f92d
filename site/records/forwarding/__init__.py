"""Statements sent on to other stores as they come (docs/records.md, sent on to other stores).

No row waits in a queue: a store's place among the statements, which are in order, tells what it has not got yet. `sending` asks
one store over HTTP; `going_on` decides what is next, and what becomes of each answer.
"""
