"""Measures, charts and the protection of small numbers. Never a name."""
