"""Finding a person by what is typed, and possible duplicates, through the database.

What makes two people alike, without a database, belongs in `likeness`.
"""
