"""Pages of the Perjanjian Kinerja."""
