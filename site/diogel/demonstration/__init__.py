"""`diogel demo`: an invented organisation on this machine, from nothing to serving, and again without losing anything.

- `environment` sets what settings read, before they are read: the folder, a secret of its own, an address.
- `steps` are what a start does, in order, each saying so; each does nothing where nothing changed.
- `visit` is `--check`: a visitor who opens the main pages in both languages and a socket, and reports.
"""
