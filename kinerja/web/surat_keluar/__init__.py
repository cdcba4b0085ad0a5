"""Pages of outgoing letters."""
