"""Commands about offers and counts."""
