"""Postcodes, tidied so that two ways of writing one are the same. Pure."""

import re

from .text_cleaning import clean_code

_SHAPE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})", re.ASCII)


def tidy(text: str) -> str:
    """In capitals with one space. Raises ValueError with a sentence for people.

    >>> tidy("eh67aa"), tidy(" EH6 7AA "), tidy("")
    ('EH6 7AA', 'EH6 7AA', '')
    """
    words = re.sub(r"\s+", "", clean_code(text).upper())
    if not words:
        return ""
    if match := _SHAPE.fullmatch(words):
        return f"{match[1]} {match[2]}"
    raise ValueError("Write the whole postcode, like EH6 7AA, or leave it empty")
