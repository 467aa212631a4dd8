"""Small pieces that templates need. More logic than that belongs in a property."""
