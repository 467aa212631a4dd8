"""An offer as its partner writes it: what is understood, and what stood there."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, TypedDict, cast

from django import forms
from django.http import QueryDict
from django.utils.dates import WEEKDAYS

from welcome.forms.plain_fields import radios
from welcome.models import Adjustment, Organisation, Site
from welcome.values.text_cleaning import clean_code

from ..actions.offer_facts import OfferFacts
from ..actions.offers import differ
from ..models import Offer, Stands
from . import opening_times
from .offer_fields import DAYS, FACTS, OfferBoxes

#: Whose offer it may be, by the code of a choice.
Places = Mapping[str, tuple[Organisation, Site]]
#: A district, or the whole postcode of which it is the first half.
_DISTRICT = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s?\d[A-Z]{2})?\b", re.ASCII)
_ADDRESS = ("address", "city", "postcode")


class Offering(TypedDict):
    """The arguments of `actions.make_offer` and `change_offer`."""

    facts: OfferFacts
    times: frozenset[tuple[int, time, time]]


class OfferForm(OfferBoxes):
    """Begins with what stands there, and knows by `seen` what the page has read."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        offer: Offer | None = None,
        places: Places | None = None,
    ) -> None:
        self.offer, self.places = offer, places or {}
        super().__init__(data, initial=_initial(offer))
        if offer:
            del self.fields["once"]  # it is there already
        if len(self.places) > 1:
            named = [
                (code, f"{partner}, {site}")
                for code, (partner, site) in self.places.items()
            ]
            self.fields["of"] = radios(
                "Which organisation offers it?", named, "Choose who offers it"
            )

    @property
    def place(self) -> tuple[Organisation, Site]:
        """Whose it is and where. Call on a valid form."""
        code = self.cleaned_data.get("of") or next(iter(self.places))
        return self.places[code]

    def arguments(self) -> Offering:
        """Those of `actions.make_offer` and `change_offer`. Call on a valid form."""
        said = self.cleaned_data
        facts = cast(OfferFacts, {name: said[name] for name in FACTS})
        return Offering(facts=facts, times=said["times"])

    def with_the_new_mark(self, now: Offer) -> "OfferForm":
        """What was typed, on a page that has read what stands there now."""
        data = cast(QueryDict, self.data).copy()
        data["seen"] = now.changed_at.isoformat()
        return type(self)(data, offer=now)

    def differences(self, now: Offer) -> list[tuple[str, str]]:
        """Where what stands there now is not what was typed: the box, and its words."""
        fresh, mine = OfferForm(offer=now), self.arguments()
        rows = [
            (str(fresh.fields[name].label), fresh._in_words(name))
            for name, typed in mine["facts"].items()
            if differ(getattr(now, name), typed)
        ]
        if now.opening != mine["times"]:
            words = "; ".join(str(one) for one in now.times.all())
            rows.append(("Opening times", words))
        return [(label, words or "Empty.") for label, words in rows]

    def _in_words(self, name: str) -> str:
        value = self.initial[name]
        named = dict(getattr(self.fields[name], "choices", []))
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, list):
            return ", ".join(str(named[code]) for code in value)
        return str(named.get(value, "" if value is None else value))

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")

    def clean_takes(self) -> str:
        return str(self.cleaned_data["takes"]).replace("\r\n", "\n")

    def clean_districts(self) -> list[str]:
        said = clean_code(self.cleaned_data["districts"]).upper()
        if re.sub(r"[,;\s]", "", _DISTRICT.sub("", said)):
            raise forms.ValidationError("Write postcode districts, like EH6, EH7")
        return list(dict.fromkeys(_DISTRICT.findall(said)))

    def clean_languages(self) -> list[str]:
        said = re.split(r"[,;]", self.cleaned_data["languages"])
        names = [name.strip() for name in said if name.strip()]
        if any(len(name) > 40 for name in names):
            raise forms.ValidationError("Put a comma between the languages")
        return list(dict.fromkeys(n for n in names if n.lower() != "english"))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        first, last = said.get("ages_from"), said.get("ages_to")
        if first is not None and last is not None and last < first:
            self.add_error("ages_to", "This is below the lowest age. Check both ages")
        if both := set(said.get("meets", [])) & set(said.get("cannot_meet", [])):
            named = "”, “".join(a.label for a in Adjustment if a in both)
            self.add_error("cannot_meet", f"“{named}” is ticked in both. Choose one")
        self._clean_address({name: said.get(name) for name in _ADDRESS})
        said["times"] = frozenset(
            (day, opens, closes)
            for day in DAYS
            for opens, closes in self._clean_day(
                day, said.get(f"opens_{day}", ""), said.get(f"closes_{day}", "")
            )
        )
        return said

    def _clean_address(self, told: dict[str, str | None]) -> None:
        """All of an address or nothing of it: half of one only tells where to look."""
        if not any(told.values()) or "postcode" in self.errors:
            return
        for name, words in told.items():
            if not words:
                label = str(self.fields[name].label).lower()
                self.add_error(name, f"Write the {label} too, or leave it all empty")

    def _clean_day(self, day: int, opens: str, closes: str) -> list[tuple[time, time]]:
        try:
            return opening_times.pair(opens, closes)
        except ValueError as problem:
            wrong = "opens" if closes and not opens else "closes"
            self.add_error(f"{wrong}_{day}", f"{WEEKDAYS[day - 1]}: {problem}")
            return []


def _initial(offer: Offer | None) -> dict[str, object]:
    if offer is None:
        return {"stands": Stands.ACTIVE, "ages_from": 18, "only_for": ""}
    facts: dict[str, object] = {name: getattr(offer, name) for name in FACTS}
    facts["seen"] = offer.changed_at.isoformat()
    facts["districts"] = ", ".join(offer.districts)
    facts["languages"] = ", ".join(offer.languages)
    for day in DAYS:
        mine = [one for one in offer.times.all() if one.day == day]
        facts[f"opens_{day}"] = opening_times.in_words(one.opens for one in mine)
        facts[f"closes_{day}"] = opening_times.in_words(one.closes for one in mine)
    return facts
