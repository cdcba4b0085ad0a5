"""Workbooks filled in outside and brought back."""
