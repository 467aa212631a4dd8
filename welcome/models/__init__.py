"""The person, their one story, and what all rooms stand on."""

from .about import AccessNeed, Adjustment, Equality, Identifier
from .attachments import Attachment
from .calendar_links import CalendarLink
from .contact_wishes import ContactWish
from .contacts import Contact, ContactKind, Direction, FixedText, Outcome
from .conversations import Conversation, Draft
from .decisions import Decision, Task
from .dialogs import Dialog
from .digests import Digest
from .duplicate_asks import DuplicateAsk
from .emergencies import Emergency
from .facts import FactsBefore, Supporter
from .failed_tries import FailedTry
from .handovers import Handover
from .holdings import Farewell, Holding
from .hopes import Hope, Rating
from .huddles import Huddle, Mark
from .import_rows import ImportRow
from .imports import Import, ImportFile
from .introductions import Introduction, Source
from .letters import Letter, LetterTemplate
from .link_asked import LinkAsked
from .linking import Linking, Repointed
from .meetings import Meeting
from .memberships import Membership, Role
from .needs import Need
from .pages_opened import PageOpened
from .password_resets import PasswordResetRequest
from .people import Person
from .places import Nation, Organisation, Site, Team
from .possible_duplicates import NotTheSame
from .private_links import Device, PrivateLink
from .safeguarding import SafeguardingConcern
from .safeguarding_notes import SafeguardingNote
from .safeguarding_shares import SafeguardingShare
from .stories import ABOUT_ME, Passage, Prompt, Voice
from .story_maps import MapVersion
from .trail import Event, Look, Message
from .typed_totals import TypedTotal
from .used_codes import UsedCode
from .users import User
from .working_hours import WorkingHours

__all__ = [
    "ABOUT_ME",
    "AccessNeed",
    "Adjustment",
    "Contact",
    "ContactKind",
    "Attachment",
    "CalendarLink",
    "ContactWish",
    "Conversation",
    "Decision",
    "Device",
    "Dialog",
    "Direction",
    "Digest",
    "Draft",
    "DuplicateAsk",
    "Emergency",
    "Equality",
    "Event",
    "FixedText",
    "FactsBefore",
    "FailedTry",
    "Farewell",
    "Handover",
    "Holding",
    "Hope",
    "Huddle",
    "Identifier",
    "Import",
    "ImportFile",
    "ImportRow",
    "Introduction",
    "Letter",
    "LetterTemplate",
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
    "Outcome",
    "PageOpened",
    "Passage",
    "PasswordResetRequest",
    "Person",
    "PrivateLink",
    "Prompt",
    "Rating",
    "Repointed",
    "Role",
    "SafeguardingConcern",
    "SafeguardingNote",
    "SafeguardingShare",
    "Site",
    "Source",
    "Supporter",
    "Task",
    "Team",
    "TypedTotal",
    "UsedCode",
    "User",
    "Voice",
    "WorkingHours",
]
