"""Addresses of a subject, which `urls.py` puts together."""
