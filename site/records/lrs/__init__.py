"""The record store's address for other systems, `/xapi/`: the specification's resources over HTTP.

A request is read by `asking`, let in by `clients`, answered by the module of its resource (statements, documents, known) and
refused in one place (views). The rules themselves are in records/xapi.
"""
