"""The seven sites with their teams, partners, offers and staff."""
