"""The inbox: a source a file."""
