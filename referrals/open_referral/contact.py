"""Addresses of the web and of e-mail, as they may be shown as a link. Pure."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from welcome.values.text_cleaning import clean_code

_url = URLValidator(schemes=["http", "https"])


def web_address(words: str) -> str:
    """As it is, where a browser may follow it. Raises ValueError with a sentence."""
    try:
        _url(words)
    except ValidationError as problem:
        raise ValueError("It must start with https:// or http://") from problem
    return words


def email_address(words: str) -> str:
    """In plain signs. Raises ValueError with a sentence."""
    words = clean_code(words)
    try:
        validate_email(words)
    except ValidationError as problem:
        raise ValueError("It must look like name@example.org") from problem
    return words
