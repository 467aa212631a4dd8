"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, ContactWish, Equality, Identifier
from .conversations import Conversation, Draft
from .dialogs import Dialog, TypedTotal
from .emergencies import Emergency
from .facts import FactsBefore, Supporter
from .failed_tries import FailedTry
from .handovers import Handover
from .holdings import Farewell, Holding
from .hopes import Hope, Rating
from .huddles import Decision, Huddle, Mark, Task
from .imports import Import, ImportRow
from .introductions import Introduction, Source
from .linking import LinkAsked, Linking, Repointed
from .meetings import Call, Meeting
from .needs import Need
from .password_resets import PasswordResetRequest
from .people import Person
from .places import Membership, Nation, Organisation, Role, Site, Team
from .possible_duplicates import NotTheSame
from .private_links import Device, PrivateLink
from .stories import ABOUT_ME, Passage, Prompt, Voice
from .story_maps import MapVersion
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
