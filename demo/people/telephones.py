"""Telephones that ring nowhere, e-mail that goes nowhere, numbers never issued. Pure.

Ofcom keeps these ranges for drama; example.org belongs to nobody; no NHS number that
begins with 999 is ever given to a person; and no postcode ends in C, I, K, M, O or V.
"""

from random import Random

from welcome.values.identifiers import is_nhs_number

#: Spoken for by places and by the people of the design pages.
KEPT = {"07700 900418", "07700 900555"}
_NEVER_IN_A_POSTCODE = "CIKMOV"


class Telephones:
    """A thousand mobiles and some landlines of one place, none of them twice."""

    def __init__(self, rng: Random, dial: str) -> None:
        mobiles = {f"07700 900{n:03}" for n in range(1000)} - KEPT
        self._mobiles = sorted(mobiles)
        self._landlines = [f"{dial}{n:03}" for n in range(200, 1000)]
        rng.shuffle(self._mobiles)
        rng.shuffle(self._landlines)

    def mobile(self) -> str:
        """The next one; after a thousand they begin again."""
        self._mobiles.insert(0, self._mobiles.pop())
        return self._mobiles[0]

    def landline(self) -> str:
        self._landlines.insert(0, self._landlines.pop())
        return self._landlines[0]


def nhs_number(rng: Random) -> str:
    """A valid number from the range that is never issued.

    >>> nhs_number(Random(1))[:3]
    '999'
    """
    while True:
        nine = f"999{rng.randrange(10**6):06}"
        total = sum(int(f) * w for f, w in zip(nine, range(10, 1, -1), strict=True))
        number = nine + str((11 - total % 11) % 11)
        if is_nhs_number(number):
            return number


def postcode(rng: Random, district: str) -> str:
    """A real district, and an end that no postcode has."""
    end = "".join(rng.choices(_NEVER_IN_A_POSTCODE, k=2))
    return f"{district} {rng.randint(1, 9)}{end}"


def email(rng: Random, first: str, last: str) -> str:
    name = f"{first}.{last}".lower().replace("’", "").replace(" ", "-")
    return f"{name}.{rng.randint(10, 99)}@example.org"
