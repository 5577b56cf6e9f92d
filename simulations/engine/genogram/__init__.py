"""The genogram of a scenario's family: who is whose parent, by generations, and who lives together.

`kin` says who is related to whom, `placing` where each of them stands, `drawing` the shapes and lines, in pixels. It is
drawn from what stands on the common sheet and nothing else, so that every seat may look at it.
"""

from simulations.engine.genogram.drawing import Drawn, Genogram, draw

__all__ = ["Drawn", "Genogram", "draw"]
