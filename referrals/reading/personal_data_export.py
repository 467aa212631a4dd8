"""What this room adds to a person's copy: who was asked, what was agreed, and then."""

from django.utils import timezone

from welcome.models import Person
from welcome.reading.exported_story import columns
from welcome.reading.personal_data_export import copy_of

from ..matching.objections import said_no_to
from ..models import Referral


def whole_copy(person: Person) -> dict[str, object]:
    """Everything that both rooms keep about this person."""
    rows = person.referrals.exclude(sent_at=None).order_by("sent_at")
    rows = rows.select_related(
        "partner", "offer", "request", "agreement__asked_by", "agreement__map", "worker"
    ).prefetch_related("agreement__passages", "told_again", "outcomes")
    return {
        "what_this_is": "A copy of everything that Living Well keeps about you",
        "made_at": timezone.now(),
        **copy_of(person),
        "whom_i_do_not_want": [
            {"partner": str(no.partner), "since": no.said_at, "words": no.words}
            for no in said_no_to(person)
        ],
        "who_was_asked_to_help": [_one(referral) for referral in rows],
    }


def _one(referral: Referral) -> dict[str, object]:
    outcome = referral.outcome
    return {
        "partner": str(referral.partner),
        "offer": str(referral.offer),
        "what_i_asked": referral.request.words,
        "what_i_asked_before": referral.request.said_before,
        "sent_at": referral.sent_at,
        "now": referral.get_state_display(),
        "who_helps": referral.worker and referral.worker.name,
        "given_back_because": referral.get_reason_display(),
        "suggestion": referral.suggestion,
        "agreement": _agreed(referral),
        "questions": columns(
            referral.questions.all(), "asked_at", "words", "answered_at", "answer"
        ),
        "first_meetings": columns(
            referral.first_meetings.all(),
            "at",
            "how",
            "place",
            "state",
            "welcomer__name",
            "worker__name",
            "planned_anyway",
            "confirmed_anyway",
        ),
        "notes": columns(referral.notes.all(), "at", "words", "by__name"),
        "how_it_went": outcome and f"{outcome.get_how_display()}: {outcome.words}",
        "farewell_letter": outcome.letter if outcome else "",
        "told_again": [
            {"when": said.get_when_display(), "answer": said.get_answer_display()}
            for said in referral.told_again.all()
        ],
    }


def _agreed(referral: Referral) -> dict[str, object] | None:
    agreement = referral.agreement
    if agreement is None:
        return None
    return {
        "in_my_words": agreement.words,
        "how": agreement.get_how_display(),
        "asked_by": agreement.asked_by.name,
        "asked_at": agreement.asked_at,
        "until_on": agreement.until_on,
        "after_their_help": agreement.get_after_help_display(),
        "ended_at": agreement.withdrawn_at,
        "passages": [passage.pk for passage in agreement.passages.all()],
        "files": [file.pk for file in agreement.files],
        "map": agreement.map and agreement.map.number,
        "who_else_helps": agreement.shares_helpers,
    }
