"""What pages, PDFs and exports say about a person, gathered from the models.

Nothing here changes anything; changes belong in `actions`.
"""
