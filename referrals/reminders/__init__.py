"""Reminding in time of what is due: answers, and first meetings."""
