"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, ContactWish, Equality, Identifier
from .conversations import Conversation, Draft, Introduction, Source
from .doors import Device, PrivateLink
from .holdings import Farewell, Holding
from .huddles import Decision, Huddle, Mark, Task
from .meetings import Call, Meeting
from .people import Person
from .places import Membership, Nation, Organisation, Role, Site, Team
from .stories import ABOUT_ME, Passage, Prompt, Voice
from .trail import Event, Look, Message
from .users import User

__all__ = [
    "ABOUT_ME",
    "AccessNeed",
    "Adjustment",
    "Call",
    "ContactWish",
    "Conversation",
    "Decision",
    "Device",
    "Draft",
    "Equality",
    "Event",
    "Farewell",
    "Holding",
    "Huddle",
    "Identifier",
    "Introduction",
    "Look",
    "Mark",
    "Meeting",
    "Membership",
    "Message",
    "Nation",
    "Organisation",
    "Passage",
    "Person",
    "PrivateLink",
    "Prompt",
    "Role",
    "Site",
    "Source",
    "Task",
    "Team",
    "User",
    "Voice",
]
