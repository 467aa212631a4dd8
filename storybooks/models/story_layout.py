"""How a text is laid out to be read. Pure: words in, parts out."""

from dataclasses import dataclass

#: A line of its own in the text: the place where the story turns.
TURN = "* * *"


@dataclass(frozen=True)
class Part:
    """One part of a tale. `kind`: open (the first paragraph), p, pull or turn."""

    kind: str
    words: str = ""


def laid_out(text: str, pull_quote: str = "") -> list[Part]:
    """Paragraphs in order; the pull quote follows the paragraph that holds it.

    >>> laid_out("One.\\n\\n* * *\\n\\nTwo, and more.", "Two")
    [Part(kind='open', words='One.'), Part(kind='turn', words=''), \
Part(kind='p', words='Two, and more.'), Part(kind='pull', words='Two')]
    """
    parts: list[Part] = []
    for words in _paragraphs(text):
        if words == TURN:
            parts.append(Part("turn"))
            continue
        parts.append(Part("p" if parts else "open", words))
        if pull_quote and pull_quote in words:
            parts.append(Part("pull", pull_quote))
            pull_quote = ""
    return parts


def _paragraphs(text: str) -> list[str]:
    """What stands between empty lines, each as one line."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]
