"""Measures speed and scale: `make bench` runs it."""
