"""A unit's figures of a triwulan."""
