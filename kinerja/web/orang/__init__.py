"""Pages about people and their login."""
