"""Keeping the content of files outside the database, and having it looked through."""
