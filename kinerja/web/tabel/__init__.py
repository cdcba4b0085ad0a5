"""Tables of figures as downloads."""
