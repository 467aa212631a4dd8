"""Who the fictional people are: faces, names, telephones, and when they come."""
