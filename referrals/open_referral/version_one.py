"""A service of version 1 of Open Referral UK, said in the words of version 3. Pure.

Most councils still serve version 1. Only what means the same is said again under its
new name. A service of version 3 comes out as it went in.
"""

from collections.abc import Callable
from functools import partial

Words = dict[str, object]

#: The old name of a list, and the new one.
_LISTS = [
    ("regular_schedules", "schedules"),
    ("regular_schedule", "schedules"),
    ("link_taxonomies", "attributes"),
    ("physical_addresses", "addresses"),
    ("accessibility_for_disabilities", "accessibility"),
]
#: The old name of what one of a list is called, by the list.
_NAMES = [
    ("service_areas", "service_area", "name"),
    ("languages", "language", "name"),
    ("accessibility", "accessibility", "description"),
    ("attributes", "taxonomy", "taxonomy_term"),
]


def as_version_3(told: object) -> object:
    """
    >>> as_version_3({"languages": [{"language": "Polish"}]})
    {'languages': [{'language': 'Polish', 'name': 'Polish'}]}
    """
    if not isinstance(told, dict):
        return told
    said = _parts_again(told)
    said |= {"fees": _fees(said)} if not said.get("fees") and _fees(said) else {}
    for key, age in _ages(said).items():
        said.setdefault(key, age)
    return said


def _parts_again(told: Words) -> Words:
    """With the lists under their new names, here and at each of its places."""
    said = dict(told)
    for old, new in _LISTS:
        if isinstance(said.get(old), list) and not said.get(new):
            said[new] = said[old]
    for listed, old, new in _NAMES:
        if isinstance(said.get(listed), list):
            said[listed] = _each(said[listed], partial(_named, old=old, new=new))
    if isinstance(said.get("service_at_locations"), list):
        said["service_at_locations"] = _each(said["service_at_locations"], _at_place)
    return said


def _at_place(told: Words) -> Words:
    said = _parts_again(told)
    if isinstance(said.get("location"), dict):
        said["location"] = _parts_again(dict(_dictionary(said["location"])))
    return said


def _named(one: Words, *, old: str, new: str) -> Words:
    return one | {new: one[old]} if old in one and not one.get(new) else one


def _each(listed: object, change: Callable[[Words], Words]) -> list[object]:
    items = listed if isinstance(listed, list) else []
    return [change(one) if isinstance(one, dict) else one for one in items]


def _fees(said: Words) -> str:
    """What it costs, where each way to pay has words of its own."""
    options = [_dictionary(one) for one in _list(said.get("cost_options"))]
    told = [_cost(one) for one in options]
    return "; ".join(filter(None, told))


def _cost(option: Words) -> str:
    words = option.get("amount_description") or option.get("option")
    amount = option.get("amount")
    money = f"£{amount}" if isinstance(amount, int | float) and amount else ""
    return ": ".join(str(part) for part in (words, money) if part)


def _ages(said: Words) -> Words:
    """From whom and up to whom, where it says so once."""
    rules = _list(said.get("eligibilitys")) or _list(said.get("eligibility"))
    if len(rules) != 1:
        return {}
    only = _dictionary(rules[0])
    keys = ("minimum_age", "maximum_age")
    return {key: only[key] for key in keys if only.get(key) is not None}


def _list(what: object) -> list[object]:
    return what if isinstance(what, list) else []


def _dictionary(what: object) -> Words:
    return what if isinstance(what, dict) else {}
