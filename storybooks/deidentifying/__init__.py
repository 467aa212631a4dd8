"""Finding what in a text may give someone away. Pure: a person decides."""
