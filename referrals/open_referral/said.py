"""Reading one thing that a stranger's file says, and noting what is wrong. Pure."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from welcome.values.text_cleaning import clean

T = TypeVar("T")


class Said:
    """A part of a file. What cannot be taken is a sentence in `wrong`.

    What is right but has no place here is a sentence in `left_out`. Nothing is ever
    cut: a text that is too long is wrong.
    """

    def __init__(self, what: Any, parent: "Said | None" = None) -> None:
        self.facts: dict[str, Any] = what if isinstance(what, dict) else {}
        self.wrong: list[str] = parent.wrong if parent else []
        self.left_out: list[str] = parent.left_out if parent else []

    def text(
        self, key: str, most: int, *, needed: bool = False, as_is: bool = False
    ) -> str:
        """Clean words of at most so many letters; "" where nothing is said.

        `as_is` for what is never kept, only compared and said back.
        """
        words = self.facts.get(key)
        if words is None or words == "":
            return self._refuse(f"It has no {key}.") if needed else ""
        if not isinstance(words, str):
            return self._refuse(f"Its {key} is not a text.")
        if not _can_be_kept(words):
            return self._refuse(f"Its {key} has a character that cannot be stored.")
        words = (words if as_is else clean(words)).strip()
        if len(words) > most:
            return self._refuse(
                f"Its {key} is too long: the limit is {most} characters."
            )
        return words or (self._refuse(f"It has no {key}.") if needed else "")

    def uuid(self, key: str) -> UUID:
        """Needed, and a UUID. Of a wrong one comes the empty UUID."""
        words = self.facts.get(key)
        try:
            found = UUID(words) if isinstance(words, str) else None
        except ValueError:
            found = None
        if found is None or str(found) != str(words).lower():
            self._refuse(f"Its {key} is not a UUID.")
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
            return self._refuse(f"Its {key} cannot be used. {problem}.")

    def number(self, key: str, most: int) -> int | None:
        """A whole number from 0, written as one; None where nothing is said."""
        told = self.facts.get(key)
        if told is None:
            return None
        is_number = isinstance(told, int | float) and not isinstance(told, bool)
        if not is_number or not 0 <= told <= most or told != int(told):
            self._refuse(f"Its {key} is not a whole number from 0 to {most}.")
            return None
        return int(told)

    def part(self, key: str) -> "Said":
        return Said(self.facts.get(key), self)

    def parts(self, key: str) -> list["Said"]:
        listed = self.facts.get(key)
        return [Said(one, self) for one in listed] if isinstance(listed, list) else []

    def _refuse(self, sentence: str) -> str:
        self.wrong.append(sentence)
        return ""


def _can_be_kept(words: str) -> bool:
    """No database keeps a NUL, and half a sign is none."""
    halves = any("\ud800" <= sign <= "\udfff" for sign in words)
    return "\x00" not in words and not halves
