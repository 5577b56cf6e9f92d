"""The record store: statements of what people learned, and the credits that follow from them."""
