"""Pages for what comes back signed."""
