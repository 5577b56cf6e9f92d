"""The look of every page: frame, colours, parts, forms, error pages, and which language a reader gets."""
