"""What this app says of its own events, and its entries in the navigation."""

from .access.permissions import May
from .audit.payloads_by_code import PAYLOADS
from .registries import event_payloads, event_sentences, navigation
from .registries.event_sentences import Kind
from .registries.navigation import Entry

SENTENCES = {
    "introduction.made": "Introduced to us",
    "introduction.answered": "Somebody began to listen",
    "introduction.passed_on": "Recognised by another team",
    "introduction.closed": "The introduction was closed",
    "introduction.called": "A welcome call was made",
    "meeting.planned": "A first meeting was planned",
    "meeting.moved": "The first meeting was moved",
    "meeting.kept": "The first meeting took place",
    "meeting.not_kept": "The first meeting did not take place",
    "meeting.called_off": "The first meeting was called off",
    "huddle.begun": "The team met",
    "huddle.ended": "The team’s meeting ended",
    "huddle.raised": "Somebody asked the team to talk about this",
    "huddle.decided": "The {holder} talked, and decided what is next",
    "task.done": "What the team had decided was done",
    "person.welcomed": "A record was begun",
    "person.brought_over": "Brought over from the list of {holder}, who hold them",
    "person.recognised": "Recognised in the list of {holder}",
    "person.held": "Held by {holder}",
    "person.about_me": "What we know about them was written down",
    "supporter.added": "Somebody who matters to them was written down",
    "supporter.ended": "Somebody is not to be asked for them any more",
    "person.linked": "Two records were found to be one person, and linked",
    "person.unlinked": "A link was undone: two records again",
    "person.link_asked": "Another team asked whether two records are one person",
    "person.came_back": "They came back: the door was opened again",
    "person.moved": "They moved to another place, and their story went with them",
    "handover.offered": "{holder} was asked to hold them",
    "handover.accepted": "{holder} said yes to holding them",
    "handover.declined": "{holder} could not hold them this time",
    "handover.taken_back": "The question to {holder} was taken back",
    "handover.reminded": "{holder} was reminded that an answer is due",
    "handover.read": "What {holder} answered was read",
    "twins.not_the_same": "Somebody who looks alike is somebody else",
    "person.farewell": "We said farewell, and left the door open",
    "membership.begun": "Somebody began to work with {holder}",
    "membership.ended": "Somebody’s work with {holder} ended",
    "membership.changed": "Somebody’s work with {holder} changed",
    "conversation.begun": "A conversation began",
    "conversation.finished": "The conversation was finished",
    "passage.added": "Words were added to the story",
    "passage.corrected": "Words of the story were corrected; the old ones are kept",
    "passage.disputed": "The person put their own words beside somebody else’s",
    "hope.named": "A hope was named",
    "hope.rated": "A hope was rated",
    "hope.laid_down": "A hope was laid down",
    "dialog.filled": "DIALOG was filled in",
    "total.typed": "The total of a questionnaire was written down",
    "map.changed": "How things hang together was drawn anew",
    "copy.printed": "The story, or a card of it, was printed",
    "copy.taken": "The person took a copy away",
    "import.begun": "A list was read",
    "import.run": "A list was brought over",
    "import.rows_taken": "Rows that were not brought over were handed back",
    "import.put_aside": "A list was put aside",
    "emergency.opened": "The record was opened in an emergency",
    "emergency.closed": "What was opened in an emergency was closed again",
    "emergency.told": "They were told of it",
    "emergency.reviewed": "A privacy lead looked at what was opened in an emergency",
    "emergency.reminded": "A privacy lead was reminded of it",
    "safeguarding.raised": "A safeguarding concern was raised",
    "safeguarding.updated": "A safeguarding concern was updated",
    "safeguarding.closed": "A safeguarding concern was closed",
    "safeguarding.reopened": "A safeguarding concern was reopened",
    "safeguarding.shared": "A safeguarding concern was shared with {holder}",
    "safeguarding.unshared": "{holder} can no longer read a safeguarding concern",
    "safeguarding.shown": "A safeguarding concern was shown to the person",
    "safeguarding.hidden": "A safeguarding concern was hidden from the person",
    "safeguarding.reminded": "A review of a safeguarding concern was overdue",
    "safeguarding.moved": "A safeguarding concern moved to another site with them",
    "door.sent": "A link to their own page was made",
    "door.opened": "The person opened their own page",
    "door.asked": "Their own page was asked for on another phone or computer",
    "door.confirmed": "The person let another phone or computer in",
    "door.refused": "The person kept another phone or computer out",
    "door.revoked": "The link to their own page was shut",
    "link.rests": "A private link rested after wrong words",
    "link.shut": "After wrong words a private link opens on no new phone or computer",
}
KINDS = {
    "story": Kind("The story", ["passage", "map"], 10),
    "listening": Kind(
        "Conversations", ["introduction", "conversation", "meeting", "call"], 20
    ),
    "holding": Kind("Who holds", ["person", "handover", "huddle", "task", "mark"], 40),
    "hopes": Kind("Hopes", ["hope", "dialog", "total"], 50),
    "record": Kind(
        "The record",
        ["supporter", "door", "link", "copy", "paper", "twins", "emergency"],
        60,
    ),
    "safeguarding": Kind("Safeguarding", ["safeguarding"], 70),
}


def register() -> None:
    """Fill the registries. Called once, when Django starts."""
    event_payloads.register(PAYLOADS)
    event_sentences.register(
        SENTENCES, kinds=KINDS, of_no_record=["import", "membership"]
    )
    navigation.register(
        Entry("Today", "welcome:today", May.WELCOME_PEOPLE, 10),
        Entry("Huddle", "welcome:huddle", May.WELCOME_PEOPLE, 20),
        Entry("People", "welcome:people", May.WELCOME_PEOPLE, 30),
        Entry("Opened in an emergency", "welcome:privacy", May.REVIEW_EMERGENCIES, 80),
        Entry("Safeguarding", "welcome:safeguarding", May.LEAD_SAFEGUARDING, 90),
    )
