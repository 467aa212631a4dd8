"""The whole shared story on one page, as each side reads it."""

from typing import TypedDict, Unpack
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from welcome.access.permissions import who
from welcome.models import ABOUT_ME, Passage, User
from welcome.reading.banner import banner_for
from welcome.reading.versions import with_statements

from .. import actions
from ..access.opening import (
    is_ours,
    may_answer,
    may_read_story,
    open_referral,
    with_all_of_it,
)
from ..access.safeguarding import at_the_top
from ..access.workers import workers_at
from ..deadlines.answer_due_in_words import due_in_words
from ..forms import AcceptForm, AnswerForm, AskForm, NoteForm
from ..forms.first_meetings import ConfirmMeetingForm
from ..forms.hope_rating import PartnersRatingForm
from ..matching.already_said import Said
from ..models import Question, Referral
from ..reading.hopes_rated import rateable
from ..reading.meeting_card import card_for
from ..reading.team_page import seen_by_team


class SentBack(TypedDict, total=False):
    """Forms that come back with errors, under their names on the page."""

    wrong: AnswerForm
    wrong_rating: PartnersRatingForm
    accept_form: AcceptForm
    ask_form: AskForm
    #: What the story says already of what was asked.
    already: list[Said]
    note_form: NoteForm
    confirm_form: ConfirmMeetingForm


def shown(request: HttpRequest, pk: UUID, **forms: Unpack[SentBack]) -> HttpResponse:
    """Opens it and shows it: the only way to its page, with errors or without.

    So a form that is sent back with errors is a Look too, and never opens a story
    that was closed meanwhile. `forms` with errors take their places.
    """
    user = who(request)
    referral = open_referral(user, pk)
    if not may_read_story(user, referral):
        return render(
            request, "referrals/agreements/not_shared.html", _closed(referral, user)
        )
    if is_ours(user, referral):
        actions.note_seen(referral, by=user)
    return render(
        request, "referrals/referrals/referral.html", page(referral, user, **forms)
    )


def _closed(referral: Referral, user: User) -> dict[str, object]:
    """What a partner still sees: that it was asked, and what it wrote itself."""
    own = referral.notes.select_related("by") if referral.keeps_own_words else []
    return {
        "referral": referral,
        "person": referral.person,
        "own_notes": own,
        "safeguarding": at_the_top(user, referral),
    }


def page(
    referral: Referral, user: User, **forms: Unpack[SentBack]
) -> dict[str, object]:
    """What the page of a referral needs; `forms` are those sent back."""
    wrong, wrong_rating = forms.pop("wrong", None), forms.pop("wrong_rating", None)
    person, ours = referral.person, is_ours(user, referral)
    (due, due_kind), passages = due_in_words(referral), _shared(referral)
    read = None if ours else passages
    return {
        "referral": referral,
        "person": person,
        "ours": ours,
        "may_answer": may_answer(user, referral),
        "banner": banner_for(
            person,
            who=_who(referral),
            read=read,
            safeguarding=at_the_top(user, referral),
        ),
        "passages": passages,
        "held_back": _held_back(referral),
        "map_since": _drawn_since(referral),
        "questions": _questions(referral, wrong),
        "notes": referral.notes.select_related("by", "learned"),
        "due": due,
        "due_kind": due_kind,
        "accept_form": AcceptForm(workers=workers_at(referral.partner_id)),
        "ask_form": AskForm(prefix="ask"),
        "note_form": NoteForm(prefix="note"),
        "rateable": [] if ours else rateable(referral, user, wrong_rating),
        **card_for(user, referral),
        **(seen_by_team(referral) if ours else {}),
        **forms,
    }


def theirs(request: HttpRequest, pk: UUID) -> Referral:
    """A referral sent to this partner worker. Whether it may be read, `shown` asks."""
    mine = with_all_of_it(Referral.objects.to_partners_of(who(request)))
    return get_object_or_404(mine, pk=pk)


def _questions(
    referral: Referral, wrong: AnswerForm | None
) -> list[tuple[Question, AnswerForm]]:
    """Each with a form of its own, so that an error stands where it belongs."""
    asked = referral.questions.select_related("asked_by", "answered_by")
    forms = [(question, answer_form(question)) for question in asked]
    if wrong is None:
        return forms
    return [
        (question, wrong if form.auto_id == wrong.auto_id else form)
        for question, form in forms
    ]


def answer_form(question: Question, said: QueryDict | None = None) -> AnswerForm:
    return AnswerForm(said, prefix="answer", auto_id=f"q-{question.pk.hex}-%s")


def _who(referral: Referral) -> list[str]:
    """What a partner may know beside the name: no more than helps to be kind."""
    person = referral.person
    facts = [person.pronouns, person.age_in_words]
    if referral.sent_by and referral.sent_at:
        day = timezone.localdate(referral.sent_at)
        facts.append(f"sent by {referral.sent_by}, {referral.team}, {day.day} {day:%B}")
    return [fact for fact in facts if fact]


def _shared(referral: Referral) -> list[Passage]:
    """The passages that the agreement names, as the person agreed to them.

    What was corrected since, without being shared, says so; what the person says
    beside a professional's words is never parted from them.
    """
    if referral.agreement is None:
        return []
    named = referral.agreement.passages.exclude(prompt__in=ABOUT_ME)
    newer = Passage.objects.filter(replaces=OuterRef("pk"))
    rows = Passage.objects.filter(pk__in=named.values("pk"))
    rows = rows.annotate(changed_since=Exists(newer)).to_read().in_order()
    return with_statements(rows)


def _held_back(referral: Referral) -> bool:
    """Whether the story has more than is shared."""
    if referral.agreement is None:
        return False
    rest = referral.person.passages.current().exclude(prompt__in=ABOUT_ME)
    return rest.filter(beside=None).exclude(agreements=referral.agreement).exists()


def _drawn_since(referral: Referral) -> bool:
    """Whether the map that is shared is not the newest any more."""
    shared = referral.agreement and referral.agreement.map
    if not shared:
        return False
    return referral.person.maps.filter(number__gt=shared.number).exists()
