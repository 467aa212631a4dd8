"""What this app says of its own events, and its entry in the navigation."""

from welcome.access.permissions import May
from welcome.registries import event_payloads, event_sentences, navigation
from welcome.registries.navigation import Entry

from .payloads import PAYLOADS

SENTENCES = {
    "contributor.added": "Somebody new tells",
    "narrative.written": "Written down",
    "narrative.edited": "The words were changed",
    "narrative.draft": "A draft again",
    "narrative.deidentified": "Made safe to show",
    "narrative.with_contributor": "Sent to its contributor",
    "narrative.link_sent": "A fresh link was sent",
    "narrative.changes_asked": "Its contributor asked for a change",
    "narrative.name_found": "A name that its contributor asked to leave out was in it",
    "narrative.approved": "Its contributor said yes",
    "narrative.published": "On the shelf",
    "narrative.expiring": "Asked whether it shall stay",
    "narrative.taken_down": "Taken down",
    "narrative.withdrawn": "Taken back by its contributor",
    "narrative.copies_noted": "Where printed copies went was written down",
}


def register() -> None:
    """Fill the registries. Called once, when Django starts."""
    event_payloads.register(PAYLOADS)
    event_sentences.register(SENTENCES, of_no_record=["contributor", "narrative"])
    navigation.register(Entry("Desk", "storybooks:desk", May.EDIT_STORYBOOKS, 90))
