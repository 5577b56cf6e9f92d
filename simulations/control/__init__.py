"""The control room's pages: all rooms that are held at once, and who is on a room's list.

What happens in a room comes over its socket (`simulations.live`); here is only what the pages are built from.
"""
