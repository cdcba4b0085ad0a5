"""Pages of reports: read, composed, revised, printed."""
