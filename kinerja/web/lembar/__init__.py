"""Pages of other SOP sheets."""
