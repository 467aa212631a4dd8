"""What the detail of each event holds: a TypedDict by its code, from each app.

`welcome.audit.trail` asks here before it writes, so no event is kept with another key
than those its readers know: measures in SQL, letters and pages.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict


class Nothing(TypedDict):
    """No detail: that it happened, when, by whom and to whom says it all."""


_payloads: dict[str, type[Any]] = {}


def register(payloads: Mapping[str, type[Any]]) -> None:
    """Add an app's types by code. Raises ValueError where a code has one already."""
    if twice := _payloads.keys() & payloads.keys():
        raise ValueError(f"Registered twice: {', '.join(sorted(twice))}")
    _payloads.update(payloads)


def payloads() -> dict[str, type[Any]]:
    """Every code that can be written, with the type of its detail."""
    return dict(_payloads)


def without_payload(codes: Iterable[str]) -> list[str]:
    """Those of these codes that no app has given a type."""
    return [code for code in codes if code not in _payloads]


def checked(what: str, detail: Mapping[str, object]) -> dict[str, object]:
    """The detail, if its keys are those of the code's type; ValueError if they are not.

    >>> register({"kettle.boiled": Nothing})
    >>> checked("kettle.boiled", {})
    {}
    >>> checked("kettle.boiled", {"litres": 2})
    Traceback (most recent call last):
    ValueError: kettle.boiled holds [], and was written with ['litres'].
    >>> checked("kettle.sang", {})
    Traceback (most recent call last):
    ValueError: The event kettle.sang has no payload.
    >>> del _payloads["kettle.boiled"]
    """
    payload = _payloads.get(what)
    if payload is None:
        raise ValueError(f"The event {what} has no payload.")
    required, optional = payload.__required_keys__, payload.__optional_keys__
    if not required <= detail.keys() <= required | optional:
        may = sorted(required | optional)
        raise ValueError(f"{what} holds {may}, and was written with {sorted(detail)}.")
    return dict(detail)
