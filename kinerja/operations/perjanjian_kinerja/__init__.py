"""Verbs of the Perjanjian Kinerja."""
