"""What this app adds to the history, to the navigation and to the huddle."""

from welcome.access.permissions import May
from welcome.registries import (
    busy_times,
    calendar_entries,
    discarded_drafts,
    event_payloads,
    event_sentences,
    huddle_items,
    last_contacts,
    navigation,
    needs,
    news,
    next_steps,
    today_items,
)
from welcome.registries.event_sentences import Kind
from welcome.registries.navigation import Entry
from welcome.registries.news import Source

from .models import Referral
from .payloads import PAYLOADS
from .reading import calendar_entries as meetings
from .reading import discarded_drafts as drafts
from .reading import next_steps as steps
from .reading import (
    to_reach,
    today_directories,
    today_ended_agreements,
    today_from_partners,
    today_with_partners,
)
from .reading.busy_times import met_with_partners
from .reading.huddle_agenda import given_back_to, passed_around
from .reading.last_contacts import noted
from .reading.needs import asked_for
from .sentences_to_you import TO_YOU

SENTENCES = {
    "request.made": "Help was asked for",
    "request.changed": "What was asked for was changed before it was sent",
    "request.restored": "A discarded draft of a referral was brought back",
    "request.deleted": "A discarded draft of a referral was deleted for good",
    "agreement.given": "Agreed to share with {holder}",
    "agreement.changed": "Agreed that {holder} can read the corrected words",
    "agreement.reviewed": "Asked whether {holder} can read on after its help ends",
    "agreement.withdrawn": "The agreement with {holder} was withdrawn",
    "referral.sent": "A referral was sent to {holder}",
    "referral.accepted": "{holder} said yes",
    "referral.helping": "{holder} began to help",
    "referral.worker_named": "{holder} named its key contact",
    "referral.paused": "{holder} paused for now",
    "referral.resumed": "Help from {holder} resumed after a pause",
    "referral.returned": "{holder} could not help",
    "referral.ended": "{holder} said farewell",
    "referral.withdrawn": "The referral to {holder} was withdrawn",
    "referral.discarded": "The draft for {holder} was discarded, and not sent",
    "referral.decided": "After {holder}: nothing more for now",
    "referral.reminded": "{holder} was reminded that an answer is due",
    "referral.overdue": "{holder} has not answered in time; both leads were told",
    "referral.reopened": "The referral to {holder} ended by mistake, and was reopened",
    "referral.passed_around": "Given back more than once: the lead was told",
    "hand_on.proposed": "{holder} suggested another service",
    "hand_on.agreed": "Agreed to move from {holder} to another service",
    "hand_on.declined": "The other service was declined: {holder} is still helping",
    "introducer.told": "Their introducer was told that help from {holder} has ended",
    "first_meeting.proposed": "A first meeting with {holder} was proposed",
    "first_meeting.confirmed": "The first meeting with {holder} was confirmed",
    "first_meeting.moved": "Another time was proposed for meeting {holder}",
    "first_meeting.called_off": "The first meeting with {holder} was cancelled",
    "first_meeting.they_cancelled": "They cancelled the first meeting with {holder}",
    "first_meeting.kept": "The first meeting with {holder} took place",
    "first_meeting.not_kept": "The first meeting with {holder} did not take place",
    "first_meeting.told": "They were told that the meeting with {holder} is off",
    "first_meeting.reminded": "A reminder was sent of the first meeting with {holder}",
    "objection.made": "They said no to {holder}; we will remember it",
    "objection.lifted": "They’ve changed their mind: {holder} can be asked again",
    "gap.noted": "None of the offers here fits what they need",
    "gap.closed": "What was missing has been found, or is no longer needed",
    "question.asked": "{holder} asked a question",
    "question.answered": "A question from {holder} was answered",
    "note.added": "{holder} wrote how it is going",
    "told_again.said": "The person said whether {holder} made them tell it again",
}
KINDS = {
    "partners": Kind(
        "Partners",
        [
            "request", "agreement", "referral", "question", "note", "told_again",
            "hand_on", "objection", "gap", "first_meeting", "introducer",
        ],
        30,
    )
}  # fmt: skip


def register() -> None:
    """Fill the registries. Called once, when Django starts."""
    event_payloads.register(PAYLOADS)
    event_sentences.register(
        SENTENCES, to_you=TO_YOU, kinds=KINDS, of_no_record=["offer", "change"]
    )
    navigation.register(
        Entry("Referrals sent", "referrals:sent", May.SEND_REFERRALS, 40),
        Entry("Referrals", "referrals:inbox", May.ANSWER_REFERRALS, 50),
        Entry("Our offers", "referrals:offers", May.KEEP_OFFERS, 60),
        Entry("Dashboard", "numbers:home", May.SEE_NUMBERS, 70),
    )
    last_contacts.register(noted)
    needs.register(asked_for)
    busy_times.register(met_with_partners)
    next_steps.register(steps.referrals, steps.questions, steps.meetings)
    next_steps.register(to_reach.next_steps)
    calendar_entries.register(*meetings.SOURCES)
    huddle_items.register(given_back_to, passed_around)
    discarded_drafts.register(drafts.KIND)
    today_items.register(*today_from_partners.KINDS, *today_with_partners.KINDS)
    today_items.register(
        *to_reach.KINDS, today_directories.KIND, today_ended_agreements.KIND
    )
    news.register(
        Source("welcome:huddle", today_from_partners.given_back, "moved_at"),
        Source("referrals:inbox", Referral.objects.sent_to_partners_of, "sent_at"),
    )
