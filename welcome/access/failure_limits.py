"""How many failures each thing may have, before a try has to wait."""

from dataclasses import dataclass
from datetime import timedelta

#: By then each count has run down to nothing, whatever its limit.
FORGET = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """So many failures are free; the next waits `first`, and each after it doubles.

    The count falls by one for each `forgives` that passes.
    """

    name: str
    free: int
    first: timedelta = timedelta(seconds=10)
    longest: timedelta = timedelta(minutes=15)
    forgives: timedelta = timedelta(minutes=15)

    @property
    def most(self) -> int:
        """The count that waits longest: beyond it would only take longer to forget."""
        return self.free + 1 + int(self.longest / self.first).bit_length()

    @property
    def facts(self) -> dict[str, float | str]:
        """For `_COUNT`, in seconds."""
        return {
            "free": self.free,
            "most": self.most,
            "first": self.first.total_seconds(),
            "longest": self.longest.total_seconds(),
            "forgives": self.forgives.total_seconds(),
        }


MINUTE = timedelta(minutes=1)
#: A browser that was let in before: it guesses for itself alone.
DEVICE = Limit("device", free=5)
#: One account or link, tried from one address.
PAIR = Limit("pair", free=4)
#: One address, whatever is tried from there: many people may share it.
ADDRESS = Limit("address", free=30, longest=MINUTE, forgives=2 * MINUTE)
#: One account or link, tried from wherever it is not known. Its owner may be there.
SUBJECT = Limit("subject", free=20, longest=2 * MINUTE)
#: Asking for a conversation or a link: not a failure, but robots are slowed. A library,
#: a ward or a hostel is one address.
ASKING = Limit("asking", free=60, longest=MINUTE, forgives=MINUTE)
