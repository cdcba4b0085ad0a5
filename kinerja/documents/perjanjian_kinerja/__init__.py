"""The Perjanjian Kinerja on paper."""
