"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, ContactWish, Equality, Identifier
from .conversations import Conversation, Draft, Introduction, Source
from .doors import Device, PrivateLink
from .holdings import Farewell, Holding
from .not_the_same import NotTheSame
from .people import Person
from .places import Membership, Nation, Organisation, Role, Site, Team
from .stories import ABOUT_ME, Passage, Prompt, Voice
from .trail import Event, Look, Message
from .users import User

__all__ = [
    "ABOUT_ME",
    "AccessNeed",
    "Adjustment",
    "ContactWish",
    "Conversation",
    "Device",
    "Draft",
    "Equality",
    "Event",
    "Farewell",
    "Holding",
    "Identifier",
    "Introduction",
    "Look",
    "Membership",
    "Message",
    "Nation",
    "NotTheSame",
    "Organisation",
    "Passage",
    "Person",
    "PrivateLink",
    "Prompt",
    "Role",
    "Site",
    "Source",
    "Team",
    "User",
    "Voice",
]
