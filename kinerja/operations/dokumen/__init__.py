"""Issuing documents: numbers, codes, data digests."""
