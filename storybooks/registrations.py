"""What this app says of its own events, and its entry in the navigation."""

from welcome.access.permissions import May
from welcome.registries import event_payloads, event_sentences, navigation
from welcome.registries.navigation import Entry

from .payloads import PAYLOADS

SENTENCES = {
    "contributor.added": "A contributor was added",
    "narrative.written": "Written down",
    "narrative.edited": "The words were changed",
    "narrative.mark_decided": "A marked word was decided on",
    "narrative.draft": "Back to a draft",
    "narrative.deidentified": "Made safe to show",
    "narrative.with_contributor": "Sent to the contributor",
    "narrative.link_sent": "A new link was sent",
    "narrative.changes_asked": "The contributor asked for a change",
    "narrative.name_found": "A name that the contributor asked to leave out was in it",
    "narrative.approved": "The contributor said yes",
    "narrative.published": "On the shelf",
    "narrative.expiring": "The contributor was asked whether to keep it published",
    "narrative.taken_down": "Taken down",
    "narrative.withdrawn": "Withdrawn by the contributor",
    "narrative.copies_noted": "A note was made of where printed copies went",
}


def register() -> None:
    """Fill the registries. Called once, when Django starts."""
    event_payloads.register(PAYLOADS)
    event_sentences.register(SENTENCES, of_no_record=["contributor", "narrative"])
    navigation.register(Entry("Desk", "storybooks:desk", May.EDIT_STORYBOOKS, 90))
