"""What a linked record says beside the one that stayed, where the rule was “both”."""

from ..models import Linking
from . import parts


def names_of(linking: Linking) -> list[str]:
    """For the line under the name: also known as, and the other address."""
    other = linking.other
    also = []
    if linking.both("name"):
        also.append(f"also known as {other.formal_name or other.known_as}")
    if linking.both("home"):
        place = ", ".join(filter(None, [other.address, other.postcode]))
        also.append(f"also at {place}")
    return also


def reach_of(linking: Linking) -> list[str]:
    """The other number, with the rules that belong to it and to no other."""
    if not linking.both(parts.REACH):
        return []
    said = parts.reach_of(linking.other)
    return [f"Also: {said}"] if said else []
