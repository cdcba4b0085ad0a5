"""Pages of incoming letters."""
