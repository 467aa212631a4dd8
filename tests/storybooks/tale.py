"""The story that Jean tells, and what only she knows."""

TEXT = (
    "The first letter I did not open was from the gas.\n\n"
    "I have told this six times in this city.\n\n* * *\n\n"
    "Then somebody read it back to me."
)
WORDS = {
    "title": "The bag",
    "place": "Edinburgh",
    "content_note": "About debt.",
    "pull_quote": "I have told this six times in this city.",
    "text": TEXT,
}
FACT = "garden centre"
BOOK = {
    "slug": "the-long-way-round",
    "kind": "waiting",
    "title": "The long way round",
    "words": "Waiting, from the inside.",
}
#: Who tells it. Only the editors know her whole name.
JEAN = {
    "name": "Eugenia Rutherford",
    "email": "jean@example.org",
    "named": "chosen",
    "shown_as": "Jean",
}
#: To the three questions before a story leaves the desk.
ANSWERS = {
    "public": "No, nothing in it can be searched for.",
    "known": "Her sister might, and she is glad of it.",
    "staff": "No one is described.",
}
