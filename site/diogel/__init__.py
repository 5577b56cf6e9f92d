"""The project: settings, addresses, the server's entrance, the `diogel` command, the Welsh catalogue.

It stands above every app and is imported by none.
"""
