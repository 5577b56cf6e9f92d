"""The scenario file of the format `conference/1`: its typed model and its reader.

`model` is the heart: a `Scenario`, frozen and complete. The sections stand in files of their own, by noun: `family`,
`papers`, `meeting`, `scripts`, `conditions`, `debrief`; the small types in `values`, the closed lists in
`vocabulary`. `variants` narrows a scenario to one of its variants.
"""
