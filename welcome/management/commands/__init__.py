"""One command a file; each calls the code that the pages call."""
