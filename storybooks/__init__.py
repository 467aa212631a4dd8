"""Lived-experience narratives: written, made safe, approved, published, withdrawn."""
