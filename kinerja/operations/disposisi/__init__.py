"""Verbs and lists of disposisi."""
