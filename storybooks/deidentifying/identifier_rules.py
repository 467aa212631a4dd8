"""What numbers, addresses and dates look like. Pure data, and one list of rules."""

import re

from .capitals import NAME

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|"
    "December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_STREETS = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Close|Court|Crescent|Gardens|Grove|Hill|"
    "Mews|Park|Place|Row|Square|Terrace|Walk|Way|Wynd|View|Gate|Brae"
)

#: Kind, what we call it, whether it is hard, and what it looks like; earlier ones win.
_LOOKS = [
    ("email", "an e-mail address", True, r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("web", "a web address", True, r"(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"),
    (
        "postcode",
        "a postcode",
        True,
        r"\b(?:[A-Za-z]{1,2}\d[A-Za-z\d]?|GIR) ?\d[A-Za-z]{2}\b",
    ),
    (
        "ni",
        "a National Insurance number",
        True,
        r"\b[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]\b",
    ),
    (
        "phone",
        "a phone number",
        True,
        r"(?<![\w+])(?:\+44|0)(?:[ -]?\(?\d\)?){9,10}(?!\w)",
    ),
    ("number", "a long number", True, r"(?<!\w)\d(?:[ -]?\d){6,}(?!\w)"),
    (
        "date",
        "a full date",
        True,
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\.?,? (?:19|20)\d\d\b",
    ),
    (
        "address",
        "an address",
        True,
        rf"\b\d{{1,4}}[A-Da-d]?,? (?:{NAME} ){{1,3}}(?:{_STREETS})\b",
    ),
    (
        "day",
        "a day of the year",
        False,
        rf"(?i:\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\b)",
    ),
    ("year", "a year", False, r"\b(?:19|20)\d\d\b"),
    (
        "title",
        "someone with a title",
        False,
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Lady|Nurse|Sister|Father|"
        rf"Canon|Imam|Rabbi|PC|Sgt)\.? {NAME}(?: {NAME})?",
    ),
]

RULES = [(kind, words, hard, re.compile(look)) for kind, words, hard, look in _LOOKS]
