"""A person’s wish and an offer to choose, as `routing` reads them. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wish:
    """What the person needs, and how they live."""

    called: str
    #: Codes of needs: what they ask for now first ("" where nothing is asked yet), then
    #: what is on their map.
    needs: tuple[str, ...] = ()
    age: int | None = None
    #: The first half of their postcode, or "".
    district: str = ""
    #: Codes of what has to be right for them to be there, with their words.
    access: dict[str, str] = field(default_factory=dict)
    language: str = ""
    gender: str = ""
    hopes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What is known of one offer."""

    words: str = ""
    #: Codes of the needs it is for, with their words.
    needs: dict[str, str] = field(default_factory=dict)
    ages_from: int = 18
    ages_to: int | None = None
    districts: frozenset[str] = frozenset()
    meets: frozenset[str] = frozenset()
    cannot_meet: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    only_for: str = ""
    #: open, wait or paused; and in words.
    capacity: str = "open"
    room: str = ""
    weeks: int = 0
    #: In the last year, for needs like theirs.
    returned: int = 0
    answered: int = 0
    #: What stands against it for this person, from `standing`.
    against: str = ""


#: What was found, and how many times it counts; nothing where the rule is silent.
Found = tuple[int, str] | None
