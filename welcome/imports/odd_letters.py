"""Signs that stand where no name has them: letters that were read wrongly. Pure."""

import re
import unicodedata

#: Looked at in a file of any size: so many words with letters beyond A to Z.
_LOOKED_AT = 2_000
_WORDS = re.compile(r"[^\s,;|\t]*[^\x00-\x7f][^\s,;|\t]*")
#: What Windows has for the bytes 80 to 9f.
_WINDOWS = "".join(
    bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)
)
#: UTF-8 whose bytes were taken for Windows letters, and saved as UTF-8 once more.
TWICE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]+")
#: Signs that open something, so that no letter stands before them.
_OPENS = "‘“‚„‹«¿¡"
#: Signs that touch no letter.
_APART = "†‡™®©¢¥¬¯±´¶×÷"
_NEVER = "ƒªºˆ˜µ¤¦¨¸\ufffd"


def words_beyond_ascii(text: str) -> list[str]:
    """The first words that have a sign beyond A to Z, figures and plain marks."""
    return _WORDS.findall(text)[:_LOOKED_AT]


def oddness(text: str) -> int:
    """How many signs stand where no name has them.

    >>> oddness("Zoë Fåhraeus, “quoted” – and Ellen’s"), oddness("Zo‘ FŒhraeus")
    (0, 2)
    """
    words = words_beyond_ascii(text)
    return sum(_is_odd(word, place) for word in words for place in range(len(word)))


def _is_odd(word: str, place: int) -> bool:
    sign = word[place]
    if sign <= "\x7f":
        return False
    before, after = word[place - 1] if place else "", word[place + 1 : place + 2]
    if sign in _NEVER or "\x80" <= sign <= "\x9f":
        return True
    if sign in _OPENS:
        return before.isalpha()
    if sign in _APART:
        return before.isalpha() or after.isalpha()
    if sign.isalpha():
        return _is_odd_letter(sign, before, after)
    return before.isalpha() and after.isalpha() and _is_symbol(sign)


def _is_odd_letter(sign: str, before: str, after: str) -> bool:
    if TWICE.match(sign + after):
        return True
    if sign.islower():
        return after.isupper()
    return sign.isupper() and (before.islower() or bool(before) and after.islower())


def _is_symbol(sign: str) -> bool:
    """No apostrophe, dash or mark on a letter: those stand inside names."""
    if sign in "’\u2010\u2011–—·\u200c\u200d":
        return False
    return unicodedata.category(sign)[0] not in "LM"
