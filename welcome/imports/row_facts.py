"""What one row says of somebody, or that it cannot be."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Asked:
    """What has to be known to read a row: the day, the country, the order of dates."""

    today: date
    nation: str
    #: The columns in which dates have the month first.
    month_first: Collection[str] = ()
    is_spreadsheet: bool = False

    def is_day_first(self, code: str) -> bool:
        return code not in self.month_first


@dataclass
class Told:
    """Somebody as a team's own list knows them."""

    known_as: str = ""
    formal_name: str = ""
    first_name: str = ""
    last_name: str = ""
    born_on: date | None = None
    born_year: int | None = None
    identifier: str = ""
    phone: str = ""
    #: What the cell says beside the number: whose it is, or when to ring.
    phone_words: str = ""
    email: str = ""
    postcode: str = ""
    address: str = ""
    has_no_fixed_abode: bool = False
    language: str = ""
    interpreter: str = ""
    pronouns: str = ""
    gp_practice: str = ""
    gp_phone: str = ""
    may: dict[str, bool] = field(default_factory=dict)
    reach_words: str = ""
    access_codes: list[str] = field(default_factory=list)
    access_words: str = ""
    source: str = "other"
    introduced_by: str = ""
    introduced_on: date | None = None
    held_since: date | None = None
    notes: str = ""
    #: As the list names them: who that is in the team is found when it is imported.
    worker: str = ""
    #: What was not understood and is kept in words, in sentences for the row.
    set_aside: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.formal_name or self.known_as

    @property
    def year(self) -> int | None:
        return self.born_on.year if self.born_on else self.born_year

    @property
    def who(self) -> str:
        """Enough to recognise the row by."""
        return f"{self.name}, born {self.year}" if self.year else self.name


class Bad(ValueError):
    """This row cannot be brought over. Its message says why, and repeats nothing."""
