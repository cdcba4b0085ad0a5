"""Workbooks: written, and read in a child."""
