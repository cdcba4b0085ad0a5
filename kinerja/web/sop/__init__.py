"""Pages of the SOP sheet and its revisions."""
