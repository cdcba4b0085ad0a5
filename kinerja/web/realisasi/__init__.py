"""Pages on which a unit fills in its figures."""
