"""What happened, said in plain words: one sentence for each kind of event."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Event

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
    "person.farewell": "We said farewell, and left the door open",
    "membership.begun": "Somebody began to work with {holder}",
    "membership.ended": "Somebody’s work with {holder} ended",
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
    "request.made": "Help was asked for",
    "request.changed": "What was asked for was changed, before it was sent",
    "agreement.given": "Agreed to share with {holder}",
    "agreement.changed": "Agreed that {holder} reads the corrected words",
    "agreement.withdrawn": "The agreement with {holder} was withdrawn",
    "referral.sent": "The story was sent to {holder}",
    "referral.accepted": "{holder} said yes",
    "referral.helping": "{holder} began to help",
    "referral.paused": "{holder} paused for now",
    "referral.returned": "{holder} gave back to the welcome team",
    "referral.ended": "{holder} said farewell",
    "referral.withdrawn": "What was sent to {holder} was withdrawn",
    "referral.discarded": "What was prepared for {holder} was put aside, and not sent",
    "referral.decided": "After {holder}: nothing more for now",
    "question.asked": "{holder} asked a question",
    "question.answered": "A question of {holder} was answered",
    "note.added": "{holder} wrote how it goes",
    "told_again.said": "The person said whether {holder} made them tell it again",
    "copy.printed": "The story, or a card of it, was printed",
    "copy.taken": "The person took a copy away",
    "import.begun": "A list was read",
    "import.run": "A list was brought over",
    "import.rows_taken": "Rows that were not brought over were handed back",
    "import.put_aside": "A list was put aside",
    "contributor.added": "Somebody new tells",
    "narrative.written": "Written down",
    "narrative.edited": "The words were changed",
    "narrative.draft": "A draft again",
    "narrative.deidentified": "Made safe to show",
    "narrative.with_contributor": "Sent to its contributor",
    "narrative.link_sent": "A fresh link was sent",
    "narrative.changes_asked": "Its contributor asked for a change",
    "narrative.approved": "Its contributor said yes",
    "narrative.published": "On the shelf",
    "narrative.expiring": "Asked whether it shall stay",
    "narrative.taken_down": "Taken down",
    "narrative.withdrawn": "Taken back by its contributor",
    "narrative.copies_noted": "Where printed copies went was written down",
    "door.sent": "A link to their own page was made",
    "door.opened": "The person opened their own page",
    "door.asked": "Their own page was asked for on another phone or computer",
    "door.confirmed": "The person let another phone or computer in",
    "door.refused": "The person kept another phone or computer out",
    "door.revoked": "The link to their own page was shut",
    "link.rests": "A private link rested after wrong words",
    "link.shut": "A private link was shut after wrong words",
}


#: The kinds by which a timeline is sifted: what it is called, and whose codes it holds.
KINDS = {
    "story": ("The story", ["passage", "map"]),
    "listening": ("Conversations", ["introduction", "conversation", "meeting", "call"]),
    "partners": (
        "Partners",
        ["request", "agreement", "referral", "question", "note", "told_again"],
    ),
    "holding": ("Who holds", ["person", "handover", "huddle", "task", "mark"]),
    "hopes": ("Hopes", ["hope", "dialog", "total"]),
    "record": ("The record", ["supporter", "door", "link", "copy", "paper"]),
}


def in_words(event: "Event") -> str:
    """One plain sentence. Needs `team` and `partner` with it; names no staff."""
    holder = event.partner or event.team or "somebody"
    sentence = SENTENCES.get(event.what)
    if sentence is None:
        return event.what.replace(".", ": ").replace("_", " ").capitalize()
    return sentence.format(holder=holder)
