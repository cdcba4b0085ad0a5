"""Pages of disposisi."""
