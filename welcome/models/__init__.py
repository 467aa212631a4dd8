"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, ContactWish, Equality, Identifier
from .conversations import Conversation, Draft, Introduction, Source
from .dialogs import Dialog, TypedTotal
from .doors import Device, PrivateLink
from .emergencies import Emergency
from .facts import FactsBefore, Supporter
from .failed_tries import FailedTry
from .handovers import Handover
from .holdings import Farewell, Holding
from .hopes import Hope, Rating
from .huddles import Decision, Huddle, Mark, Task
from .imports import Import, ImportRow
from .linking import LinkAsked, Linking, Repointed
from .maps import MapVersion
from .meetings import Call, Meeting
from .needs import Need
from .not_the_same import NotTheSame
from .password_resets import PasswordResetRequest
from .people import Person
from .places import Membership, Nation, Organisation, Role, Site, Team
from .stories import ABOUT_ME, Passage, Prompt, Voice
from .trail import Event, Look, Message
from .used_codes import UsedCode
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
    "Dialog",
    "Draft",
    "Emergency",
    "Equality",
    "Event",
    "FactsBefore",
    "FailedTry",
    "Farewell",
    "Handover",
    "Holding",
    "Hope",
    "Huddle",
    "Identifier",
    "Import",
    "ImportRow",
    "Introduction",
    "LinkAsked",
    "Linking",
    "Look",
    "MapVersion",
    "Mark",
    "Meeting",
    "Membership",
    "Message",
    "Nation",
    "Need",
    "NotTheSame",
    "Organisation",
    "Passage",
    "PasswordResetRequest",
    "Person",
    "PrivateLink",
    "Prompt",
    "Rating",
    "Repointed",
    "Role",
    "Site",
    "Source",
    "Supporter",
    "Task",
    "Team",
    "TypedTotal",
    "UsedCode",
    "User",
    "Voice",
]
