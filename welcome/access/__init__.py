"""Who may do what, opening records, signing in, sessions and rate limits.

All decisions on who may do what are here; views and templates decide nothing.
"""
