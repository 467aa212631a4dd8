"""What this app says of its own events, and its entries in the navigation."""

from .access.permissions import May
from .audit.payloads_by_code import PAYLOADS
from .models import Emergency
from .reading import calendar_entries as meetings
from .reading import (
    discarded_drafts,
    huddle_reasons,
    last_contacts,
    next_steps,
    to_reach,
    today_duplicates,
    today_people,
    today_team,
    today_texts,
)
from .reading.needs import on_the_map
from .reading.planning import planned_by_us
from .registries import (
    busy_times,
    calendar_entries,
    event_payloads,
    event_sentences,
    navigation,
    needs,
    news,
    today_items,
)
from .registries import discarded_drafts as discarded
from .registries import last_contacts as contacts
from .registries import next_steps as steps
from .registries.event_sentences import Kind
from .registries.navigation import Entry
from .registries.news import Source
from .values.sentences_to_you import TO_YOU

SENTENCES = {
    "introduction.made": "Introduced to us",
    "introduction.answered": "A first conversation began",
    "introduction.passed_on": "Recognised by another team",
    "introduction.closed": "The introduction was closed",
    "introduction.reopened": "They are on the waiting list again",
    "introduction.called": "A welcome call was made",
    "contact.logged": "A contact was logged",
    "meeting.planned": "A meeting was planned",
    "meeting.moved": "The meeting was moved",
    "meeting.kept": "The meeting took place",
    "meeting.not_kept": "The meeting did not take place",
    "meeting.called_off": "The meeting was cancelled",
    "meeting.they_cancelled": "They cancelled the meeting",
    "meeting.reminded": "A reminder of the meeting was sent",
    "meeting.told": "They were told that the time of a meeting has changed",
    "huddle.begun": "The huddle began",
    "huddle.ended": "The huddle ended",
    "huddle.raised": "Someone brought this to the huddle",
    "huddle.decided": "The {holder} talked about this, and chose what happens next",
    "task.done": "A task from the huddle was done",
    "person.welcomed": "A record was started",
    "person.brought_over": "Imported from the list of {holder}, who hold them",
    "person.import_undone": "Removed again: the import was undone",
    "person.recognised": "Recognised in the list of {holder}",
    "person.held": "Held by {holder}",
    "person.about_me": "What we know about them was updated",
    "supporter.added": "A person who matters to them was added",
    "supporter.ended": "A person who mattered to them was removed",
    "person.linked": "Two records were found to be the same person, and linked",
    "person.unlinked": "A link was undone: there are two records again",
    "person.link_asked": "Another team asked whether two records are the same person",
    "person.came_back": "They came back, and were welcomed again",
    "person.moved": "They moved to another place, and their story moved with them",
    "handover.offered": "{holder} was asked to hold them",
    "handover.accepted": "{holder} agreed to hold them",
    "handover.declined": "{holder} could not hold them this time",
    "handover.taken_back": "The handover to {holder} was withdrawn",
    "handover.reminded": "{holder} was reminded that an answer is due",
    "handover.read": "The answer from {holder} was read",
    "twins.not_the_same": "A possible duplicate turned out to be a different person",
    "twins.opened_again": "“Not the same person” was taken back",
    "twins.asked": "A lead was asked whether another record is the same person",
    "person.farewell": "We said farewell. They can come back at any time",
    "membership.begun": "Someone started to work with {holder}",
    "membership.ended": "Someone stopped working with {holder}",
    "membership.changed": "Someone’s role with {holder} changed",
    "conversation.begun": "A conversation began",
    "conversation.finished": "The conversation was finished",
    "conversation.discarded": "The draft of a conversation was discarded",
    "conversation.restored": "A discarded draft of a conversation was brought back",
    "conversation.deleted": "A discarded draft of a conversation was deleted for good",
    "passage.added": "Words were added to the story",
    "passage.corrected": "Words in the story were corrected; we keep the earlier words",
    "passage.disputed": "The person added their own view next to someone else’s",
    "hope.named": "A hope was named",
    "hope.rated": "A hope was rated",
    "hope.laid_down": "A hope was closed",
    "dialog.filled": "DIALOG was filled in",
    "total.typed": "The total of a questionnaire was recorded",
    "map.changed": "The story map was changed",
    "copy.printed": "The story, or a card from it, was printed",
    "copy.taken": "The person took a copy with them",
    "list.taken": "A list was downloaded",
    "import.begun": "A list was uploaded",
    "import.run": "A list was imported",
    "import.rows_taken": "Rows that were not imported were downloaded",
    "import.put_aside": "An import was cancelled",
    "import.undone": "An import was undone, and everyone it made was removed",
    "attachment.added": "A file was added",
    "attachment.opened": "{holder} opened a file",
    "attachment.taken": "The person took a copy of their files away",
    "attachment.removed": "A file was removed, and what was in it was deleted",
    "attachment.infected": "A file had a virus in it, and was deleted",
    "letter_to.gp": "A letter to their GP was written",
    "letter_to.person": "A letter to them was written",
    "letter_draft.discarded": "A draft of a letter was discarded",
    "letter_draft.restored": "A discarded draft of a letter was brought back",
    "letter_draft.deleted": "A discarded draft of a letter was deleted for good",
    "emergency.opened": "The record was opened in an emergency",
    "emergency.closed": "The emergency access was closed",
    "emergency.told": "They were told about the emergency access",
    "emergency.reviewed": "A privacy lead reviewed the emergency access",
    "emergency.reminded": "A privacy lead was reminded to review the emergency access",
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
    "door.asked": "Someone asked to open their own page on another phone or computer",
    "door.confirmed": "The person allowed another phone or computer",
    "door.refused": "The person refused another phone or computer",
    "door.revoked": "The link to their own page was closed",
    "hours.said": "A worker said on which days they work",
    "hours.opening": "The opening hours of a team were changed",
    "calendar_link.made": "A private link to a worker’s calendar was made",
    "calendar_link.ended": "A private link to a worker’s calendar was turned off",
    "link.rests": "A private link was paused after wrong words",
    "link.shut": "After wrong words, a private link no longer opens on new devices",
}
KINDS = {
    "story": Kind("The story", ["passage", "map"], 10),
    "listening": Kind(
        "Conversations", ["introduction", "conversation", "meeting", "contact"], 20
    ),
    "holding": Kind(
        "Who holds them", ["person", "handover", "huddle", "task", "mark"], 40
    ),
    "hopes": Kind("Hopes", ["hope", "dialog", "total"], 50),
    "files": Kind("Files and letters", ["attachment", "letter_to", "letter_draft"], 55),
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
        SENTENCES,
        to_you=TO_YOU,
        kinds=KINDS,
        of_no_record=["import", "membership", "list", "calendar_link", "hours"],
    )
    navigation.register(
        Entry("Today", "welcome:today", May.WELCOME_PEOPLE, 10),
        Entry("Caseload", "welcome:caseload", May.WELCOME_PEOPLE, 15),
        Entry(
            "Calendar",
            "welcome:calendar",
            May.WELCOME_PEOPLE,
            17,
            or_with=(May.ANSWER_REFERRALS,),
        ),
        Entry("Huddle", "welcome:huddle", May.WELCOME_PEOPLE, 20),
        Entry("People", "welcome:people", May.WELCOME_PEOPLE, 30),
        Entry("Opened in an emergency", "welcome:privacy", May.REVIEW_EMERGENCIES, 80),
        Entry("Safeguarding", "welcome:safeguarding", May.LEAD_SAFEGUARDING, 90),
    )
    today_items.register(
        *today_people.KINDS,
        *today_team.KINDS,
        *today_duplicates.KINDS,
        *to_reach.KINDS,
        today_texts.KIND,
    )
    discarded.register(*discarded_drafts.KINDS)
    calendar_entries.register(*meetings.SOURCES)
    needs.register(on_the_map)
    busy_times.register(planned_by_us)
    contacts.register(
        last_contacts.logged, last_contacts.before_a_record, last_contacts.listened
    )
    steps.register(
        next_steps.handovers,
        next_steps.meetings,
        next_steps.tasks,
        next_steps.drafts,
        to_reach.next_steps,
    )
    news.register(
        Source("welcome:huddle", huddle_reasons.introduced_to, "made_at"),
        Source("welcome:huddle", huddle_reasons.marked_for, "made_at"),
        Source("welcome:privacy", Emergency.objects.to_review_by, "opened_at"),
    )
