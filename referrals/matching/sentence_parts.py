"""Words as they stand in the middle of a sentence."""

from collections.abc import Iterable


def listed(many: Iterable[str]) -> str:
    return "; ".join(small(words) for words in many)


def small(words: str) -> str:
    """As it stands in the middle of a sentence; what is a name stays one.

    >>> small("No steps"), small("British Sign Language")
    ('no steps', 'British Sign Language')
    """
    is_name = any(word[:1].isupper() for word in words.split()[1:])
    return words if is_name else words[:1].lower() + words[1:]
