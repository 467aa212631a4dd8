"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, ContactWish, Equality, Identifier
from .conversations import Conversation, Draft, Introduction, Source
from .dialogs import Dialog, TypedTotal
from .doors import Device, PrivateLink
from .facts import FactsBefore, Supporter
from .holdings import Farewell, Holding
from .hopes import Hope, Rating
from .linking import LinkAsked, Linking, Repointed
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
    "Dialog",
    "Draft",
    "Equality",
    "Event",
    "FactsBefore",
    "Farewell",
    "Holding",
    "Hope",
    "Identifier",
    "Introduction",
    "LinkAsked",
    "Linking",
    "Look",
    "Membership",
    "Message",
    "Nation",
    "Organisation",
    "Passage",
    "Person",
    "PrivateLink",
    "Prompt",
    "Rating",
    "Repointed",
    "Role",
    "Site",
    "Source",
    "Supporter",
    "Team",
    "TypedTotal",
    "User",
    "Voice",
]
