"""Sheets started on demand."""
