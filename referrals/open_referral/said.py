"""Reading one thing that a stranger's file says, and noting what is wrong. Pure."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from welcome.values.numbers_from_outside import whole_number
from welcome.values.text_cleaning import clean, clean_code

from .html_text import one_line, plain_text
from .text_from_files import can_be_kept, formula_shows, is_formula, without_quotes

T = TypeVar("T")

#: No description is longer, whatever HTML is around its words.
_LONGEST_RAW = 40_000


class Said:
    """A part of a file.

    What it can't do without is a sentence in `wrong`. Any other field that can't be
    read costs that field only: a sentence in `left_out`, and its key in `lost`. What
    we could read all the same is in `repaired`. Nothing is ever cut.
    """

    def __init__(self, what: Any, parent: "Said | None" = None) -> None:
        self.facts: dict[str, Any] = what if isinstance(what, dict) else {}
        self.wrong: list[str] = parent.wrong if parent else []
        self.left_out: list[str] = parent.left_out if parent else []
        self.repaired: list[str] = parent.repaired if parent else []
        self.lost: set[str] = set()

    def text(
        self, key: str, most: int, *, needed: bool = False, as_is: bool = False
    ) -> str:
        """Clean words on one line, of at most so many letters; "" if it says nothing.

        `as_is` for what is never kept, only compared and said back.
        """
        words = self._words(key, needed=needed)
        words = words.strip() if as_is else clean(one_line(words)).strip()
        return self._fits(key, words, most, needed=needed)

    def paragraphs(self, key: str, most: int) -> str:
        """The same, with its paragraphs and bullets."""
        words = clean(plain_text(self._words(key, needed=False))).strip()
        return self._fits(key, words, most, needed=False)

    def code(self, key: str, most: int) -> str:
        """Plain figures and signs, without the quotation marks around them."""
        words = self.text(key, most)
        bare = without_quotes(words)
        if bare != words:
            self.repaired.append(f"Its {key} was in quotation marks.")
        return clean_code(bare)

    def uuid(self, key: str) -> UUID:
        """Needed, and a UUID. Of a wrong one comes the empty UUID."""
        words = self.facts.get(key)
        try:
            found = UUID(words) if isinstance(words, str) else None
        except ValueError:
            found = None
        if found is None or str(found) != str(words).lower():
            self.wrong.append(f"Its {key} is not a UUID.")
            return UUID(int=0)
        return found

    def checked(self, key: str, most: int, check: Callable[[str], T]) -> T | str:
        """Words that `check` takes, or ""; it raises ValueError with a sentence."""
        words = self.text(key, most)
        if not words:
            return ""
        try:
            return check(words)
        except ValueError as problem:
            return self.lose(key, f"Its {key} cannot be used. {problem}.")

    def number(self, key: str, most: int) -> int | None:
        """A whole number from 0; None where nothing is said."""
        told: Any = self.facts.get(key)
        if told is None or told == "":
            return None
        if isinstance(told, str):
            told = self._number_as_text(key, told)
        is_number = isinstance(told, int | float) and not isinstance(told, bool)
        if not is_number or not 0 <= told <= most or told != int(told):
            self.lose(key, f"Its {key} is not a whole number from 0 to {most}.")
            return None
        return int(told)

    def part(self, key: str) -> "Said":
        return Said(self.facts.get(key), self)

    def parts(self, key: str) -> list["Said"]:
        listed = self.facts.get(key)
        return [Said(one, self) for one in listed] if isinstance(listed, list) else []

    def lose(self, key: str, sentence: str) -> str:
        self.left_out.append(f"{sentence} We left it out.")
        self.lost.add(key)
        return ""

    def _words(self, key: str, *, needed: bool) -> str:
        words = self.facts.get(key)
        if words is None:
            return ""
        if isinstance(words, int) and not isinstance(words, bool):
            words = self._number_shown(key, words)
        sentence = _unreadable(key, words)
        if sentence:
            return self._refuse(key, sentence, needed=needed)
        return self._shown(key, words, needed=needed) if is_formula(words) else words

    def _number_shown(self, key: str, number: int) -> str:
        self.repaired.append(f"Its {key} was a number, not a text.")
        return str(number) if -(10**20) < number < 10**20 else ""

    def _shown(self, key: str, formula: str, *, needed: bool) -> str:
        shows = formula_shows(formula)
        if not shows:
            sentence = f"Its {key} is a formula of a spreadsheet."
            return self._refuse(key, sentence, needed=needed)
        self.repaired.append(f"Its {key} was a formula. We took what it shows.")
        return shows

    def _fits(self, key: str, words: str, most: int, *, needed: bool) -> str:
        if len(words) > most:
            sentence = f"Its {key} is too long: the limit is {most} characters."
            return self._refuse(key, sentence, needed=needed)
        if needed and not words and not any(f" {key} " in one for one in self.wrong):
            self.wrong.append(f"It has no {key}.")
        return words

    def _number_as_text(self, key: str, words: str) -> Any:
        bare = without_quotes(clean_code(words[:40])).removesuffix(".0")
        number = whole_number(bare)
        if number is not None:
            self.repaired.append(f"Its {key} was a text, not a number.")
        return number

    def _refuse(self, key: str, sentence: str, *, needed: bool) -> str:
        if not needed:
            return self.lose(key, sentence)
        self.wrong.append(sentence)
        return ""


def _unreadable(key: str, words: object) -> str:
    """Why this is no text that we can keep, in a sentence; or nothing."""
    if not isinstance(words, str):
        return f"Its {key} is not a text."
    if not can_be_kept(words):
        return f"Its {key} has a character that cannot be stored."
    return f"Its {key} is too long." if len(words) > _LONGEST_RAW else ""
