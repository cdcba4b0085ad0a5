"""The inspection pack: its page, and making it."""
