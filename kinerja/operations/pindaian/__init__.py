"""What comes back signed, and its way into the archive."""
