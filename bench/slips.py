"""What goes wrong when somebody's facts are told a second time. Pure; a fixed seed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from .spellings import SHORT, SPELT


@dataclass
class Told:
    """A person's facts as told this time."""

    first: str
    last: str
    born_on: date | None
    born_year: int | None
    phone: str
    postcode: str
    backwards: bool = False
    only_called: bool = False
    extra: str = ""
    #: Whether phone and postcode are those that we know.
    same_phone: bool = False
    same_postcode: bool = False

    @property
    def name(self) -> str:
        if self.only_called:
            return self.first
        parts = [self.first, self.extra, self.last]
        return " ".join(p for p in (reversed(parts) if self.backwards else parts) if p)


def slip(random: Random, word: str) -> str:
    """One letter wrong, missing, too many, or turned with the next."""
    i = random.randrange(len(word))
    letter = random.choice("abcdefghijklmnopqrstuvwxyz")
    kind = random.randrange(4)
    if kind == 0:
        return word[:i] + letter + word[i + 1 :]
    if kind == 1 and len(word) > 3:
        return word[:i] + word[i + 1 :]
    if kind == 2:
        return word[:i] + letter + word[i:]
    i = min(i, len(word) - 2)
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def exactly(random: Random, told: Told) -> Told:
    return told


def one_slip(random: Random, told: Told) -> Told:
    if random.random() < 0.5:
        return replace(told, first=slip(random, told.first.lower()))
    return replace(told, last=slip(random, told.last.lower()))


def slip_in_each(random: Random, told: Told) -> Told:
    last = slip(random, told.last.lower())
    return replace(told, first=slip(random, told.first.lower()), last=last)


def swapped(random: Random, told: Told) -> Told:
    return replace(told, backwards=True)


def short_form(random: Random, told: Told) -> Told | None:
    forms = SHORT.get(told.first.lower())
    return replace(told, first=random.choice(forms.split())) if forms else None


def another_spelling(random: Random, told: Told) -> Told | None:
    first, last = SPELT.get(told.first.lower()), SPELT.get(told.last.lower())
    if not first and not last:
        return None
    return replace(
        told,
        first=random.choice(first.split()) if first else told.first,
        last=random.choice(last.split()) if last else told.last,
    )


def no_birthday(random: Random, told: Told) -> Told | None:
    """Something else must be told instead: a name alone is many people's."""
    if not told.same_phone and not told.same_postcode:
        return None
    return replace(told, born_on=None, born_year=None)


def only_the_year(random: Random, told: Told) -> Told | None:
    if not told.born_on:
        return None
    return replace(told, born_on=None, born_year=told.born_on.year)


def day_and_month_turned(random: Random, told: Told) -> Told | None:
    day = told.born_on
    if not day or day.day > 12 or day.day == day.month:
        return None
    return replace(told, born_on=date(day.year, day.day, day.month))


def one_figure_wrong(random: Random, told: Told) -> Told | None:
    if not told.born_on:
        return None
    text = f"{told.born_on:%Y%m%d}"
    i = random.randrange(2, 8)
    text = text[:i] + random.choice("0123456789") + text[i + 1 :]
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
    return replace(told, born_on=day) if day != told.born_on else None


def new_surname_same_phone(random: Random, told: Told) -> Told | None:
    return replace(told, last=told.extra or "Newlands") if told.same_phone else None


def new_surname_same_place(random: Random, told: Told) -> Told | None:
    if not told.same_postcode or not told.born_on:
        return None
    return replace(told, last="Newlands", phone="")


def only_called(random: Random, told: Told) -> Told | None:
    if not told.born_on or not (told.same_phone or told.same_postcode):
        return None
    return replace(told, only_called=True)


def middle_name(random: Random, told: Told) -> Told:
    return replace(told, extra=random.choice(["Anne", "James", "Rose", "Lee", "Nur"]))


def mixed(random: Random, told: Told) -> Told | None:
    """Two things at once: one in the name, one in the birthday."""
    names = [one_slip, short_form, another_spelling, swapped, middle_name]
    days = [only_the_year, day_and_month_turned, one_figure_wrong, no_birthday]
    once = random.choice(names)(random, told)
    return random.choice(days)(random, once) if once else None


KINDS: list[Callable[[Random, Told], Told | None]] = [
    exactly, one_slip, slip_in_each, swapped, short_form, another_spelling, no_birthday,
    only_the_year, day_and_month_turned, one_figure_wrong, new_surname_same_phone,
    new_surname_same_place, only_called, middle_name, mixed,
]  # fmt: skip
