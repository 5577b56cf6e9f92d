"""Writing interactive contents in the editors' site, with forms made from the semantics of any installed H5P type."""
