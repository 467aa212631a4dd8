"""Whose phone it is: a yes to texts is for a phone of their own. Pure."""

import re

from .columns import FIELDS
from .row_facts import Told
from .set_aside import joined

#: Words beside a number that say what kind it is, or when to ring: it is their own.
_KINDS = """
    own personal private mobile mob cell phone telephone tel home house landline work
    extension ext main best preferred primary first new number no no. whatsapp day
    daytime evening evenings eve night nights morning mornings afternoon afternoons
    weekday weekdays weekend weekends after before from until till to between and or
    am pm noon mon tue wed thu fri sat sun m h w t c e
"""
_OWN = set(_KINDS.split())
#: What can be said yes to of a phone.
_BY_PHONE = ("may_call", "may_text", "may_leave_message")
_SAID = "The list says yes, but this phone might not be their own."


def may_be_someone_elses(words: str) -> bool:
    """
    >>> [may_be_someone_elses(w) for w in ("mum", "c/o Sarah", "work", "after 5pm", "")]
    [True, True, False, False, False]
    """
    said = re.findall(r"[^\W\d_]+", words.lower())
    return not _OWN.issuperset(said)


def take_back_yes(told: Told) -> None:
    """A yes beside someone else's phone is kept in words, and the row says so.

    Whoever filled in the list may have meant the person, or the owner of the phone.
    Only the person can tell, so nothing is sent until they are asked.
    """
    if not may_be_someone_elses(told.phone_words):
        return
    codes = [code for code in _BY_PHONE if told.may.get(code)]
    for code in codes:
        told.may[code] = False
        told.reach_words = joined(told.reach_words, f"{FIELDS[code]} {_SAID}")
    if codes:
        labels = " and ".join(f"“{FIELDS[code]}”" for code in codes)
        told.set_aside.append(
            f"The phone may be someone else’s, so a yes to {labels} was not taken. "
            "We’ve kept it in words: ask the person."
        )
