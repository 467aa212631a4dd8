"""What apps above this one add to its pages: sentences, navigation, huddle items.

Each registry is a small file that imports nothing of ours, or only what is pure. An
app fills it in `registrations.py`, called when Django starts; `checks.py` looks at what
came in. So no app names another that stands above it.
"""
