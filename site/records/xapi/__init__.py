"""xAPI statements, apart from any database: said by our own parts, checked wherever they come from.

The modules follow the specification's chapters (IEEE 9274.1.1, xAPI 2.0, Base Standard; section numbers in each):
identifiers (UUIDs and IRIs), times (timestamps and durations), languages (tags and maps), statements (what one must hold).
`vocabulary` names the verbs, activity types and extensions that we use; `events` turns something that happened here into a
statement. Pure: no Django nor any app, so that it can be read, tested and used alone.
"""
