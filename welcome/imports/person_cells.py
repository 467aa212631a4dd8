"""Who somebody is, and how to reach them: the cells that are read with care.

Each raises ValueError with a sentence where nothing can be understood.
"""

from ..values import birthdays, names, postcodes, written_phones
from . import set_aside
from .cells import is_empty
from .row_facts import Asked, Told

_LONGEST_PHONE = 30
_LONGEST_NAME = 120
_LONGEST_ADDRESS = 200
NO_ABODE = "No fixed address"


def born(told: Told, text: str, asked: Asked) -> None:
    """A month of a year is only a year to us, so its words are kept."""
    if is_empty(text):
        return
    told.born_on, told.born_year = birthdays.understand(
        text, asked.today, day_first=asked.is_day_first("born"), serials=True
    )
    if told.born_year and str(told.born_year) != text:
        set_aside.note(told, "born", f", as it was in the list: {text}")


def day(told: Told, code: str, text: str, asked: Asked) -> None:
    """The first day of a month or a year, where that is all; and its words as well."""
    if is_empty(text):
        return
    written = birthdays.past(
        text, asked.today, day_first=asked.is_day_first(code), serials=True
    )
    if written is None:
        return
    setattr(told, code, written.first_day)
    if written.day is None:
        set_aside.note(told, code, f", as it was in the list: {text}")


def phone(told: Told, code: str, text: str) -> None:
    """One number. Whose it is, or its extension, is kept in words."""
    if is_empty(text):
        return
    found = written_phones.read(text)
    if code == "phone":
        told.phone_words = found.words
    if len(found.the_one) > _LONGEST_PHONE:
        raise ValueError("Write one phone number, like 07700 900123")
    if not found.the_one:
        set_aside.keep_several(told, code, text)
        return
    setattr(told, code, found.the_one)
    if found.words:
        set_aside.note(told, code, f" {found.the_one}: {found.words}")


def postcode(told: Told, text: str) -> None:
    """Half of one is kept in words: a postcode is whole."""
    if is_empty(text):
        return
    found = postcodes.read(text)
    told.postcode = found.postcode
    told.has_no_fixed_abode = found.has_no_fixed_abode
    if found.district:
        why = "This is only its first half, so no postcode was saved"
        set_aside.keep(told, "postcode", found.district, why)


def no_fixed_abode(told: Told) -> None:
    """A fact of where they live, beside an address where there is one."""
    if not told.has_no_fixed_abode:
        return
    both = ". ".join(filter(None, [told.address, NO_ABODE]))
    if len(both) <= _LONGEST_ADDRESS:
        told.address = both
    else:
        told.notes = set_aside.joined(told.notes, f"{NO_ABODE}.")


def name(told: Told) -> None:
    """What they like to be called, and their full name. Raises where there is none."""
    found = names.read(told.known_as, told.formal_name, told.first_name, told.last_name)
    if len(found.full) > _LONGEST_NAME:
        raise ValueError(f"Full name: This is longer than {_LONGEST_NAME} characters")
    told.known_as, told.formal_name = found.known_as[:80].strip(), found.full
    if found.titles:
        told.notes = set_aside.joined(told.notes, f"Title: {found.titles}")
