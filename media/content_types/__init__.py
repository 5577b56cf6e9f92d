"""Diogel's own H5P content types, one folder each as H5P wants them, and the exercises made with them (`contents/`).

`building` makes .h5p files of both; docs/h5p-content-types.md says how they are written.
"""
