"""The two database roles: the one that owns the tables, and the one that works."""
