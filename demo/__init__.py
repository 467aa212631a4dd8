"""Fictional people, teams, partners and stories, made by chance from a seed."""
