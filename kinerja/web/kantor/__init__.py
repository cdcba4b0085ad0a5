"""Pages of the office's settings."""
