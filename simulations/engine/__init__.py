"""The conference engine: the rules of a simulated conference, and nothing else.

Pure Python. There is no Django here, no clock, no reading or writing and no chance: what time it is, who asks and
under which id free text was kept all come in with a command. So a conference can be held in a test in
milliseconds, and the same events always give the same conference.

    decide(scenario, state, command, now) -> events, or a Refusal     may this be done, and what happens then?
    evolve(scenario, state, event)        -> state                    what is so, now that it has happened
    due(scenario, state)                  -> when the clock should next be asked
    view(scenario, state, viewer)         -> the sections that this viewer may see
    measure(scenario, state)              -> what the debrief shows

`commands` and `events` are the two vocabularies. There is one small module per area (`floor`, `sharing`, `asking`,
`views_given`, …); `deciding` and `evolving` find the right one by the command's or event's type. docs/engine.md tells
it at more length.
"""
