"""Pages of a sosialisasi and of the answers to it."""
