"""How alike two people are: names, nicknames, match keys, scores. Pure."""
