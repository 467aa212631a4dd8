"""How wide words are when written, and where they break. No browser is asked.

Widths are a little generous, so that another typeface still fits.
"""

from dataclasses import dataclass

#: How wide a letter is, in parts of its size; anything else counts as wide as `n`.
_WIDTHS = {
    0.33: "iljtfrI.,;:'’‘!|()[] /-",
    0.50: 'sczJ“”"?',
    0.72: "ABCDEFGHKLNOPQRSTUVXYZ&%",
    0.90: "mwMW—…@",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL = 0.57
_LEADING = 1.2


@dataclass(frozen=True)
class Block:
    """Lines of one size, each with its width."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> float:
        return max((width(line, self.size) for line in self.lines), default=0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    @property
    def leading(self) -> float:
        return self.size * _LEADING


def width(words: str, size: float) -> float:
    return sum(_letter(letter) for letter in words) * size


def _letter(letter: str) -> float:
    # letters of scripts that are written wider than ours
    return _WIDTH.get(letter, _USUAL if letter < "\u2e80" else 1.05)


def wrapped(words: str, size: float, most: float) -> Block:
    """Broken between words, and inside a word only where it is wider than a line."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, most)
    return Block(tuple(lines), size)


def balanced(words: str, size: float, most: float) -> Block:
    """In as few lines as `most` allows, and those about equally long."""
    fewest = wrapped(words, size, most)
    for narrower in range(int(most) - 8, 40, -8):
        tried = wrapped(words, size, narrower)
        if len(tried.lines) > len(fewest.lines) or tried.width > narrower:
            break
        fewest = tried
    return fewest


def _pieces(word: str, size: float, most: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces
