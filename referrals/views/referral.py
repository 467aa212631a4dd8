"""One referral: the whole shared story on one page, and what can be done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from welcome.access import May, may, requires, who
from welcome.banner import banner_for
from welcome.models import ABOUT_ME, Passage, User
from welcome.versions import with_statements

from .. import actions, clocks
from ..forms import AcceptForm, AnswerForm, AskForm, NoteForm
from ..models import Question, Referral
from ..opening import is_ours, open_referral
from .either import for_either_side


@require_safe
@for_either_side
def referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For the partner what was agreed; for the team what was sent, and how it goes."""
    user = who(request)
    referral = open_referral(user, pk)
    context = page(referral, user)
    template = "referrals/referral.html"
    if not context["ours"] and not referral.is_shared:
        template = "referrals/not_shared.html"
    return render(request, template, context)


def page(referral: Referral, user: User, **forms: Any) -> dict[str, Any]:
    """What the page of a referral needs; `forms` with errors take their places."""
    person, ours = referral.person, is_ours(user, referral)
    due = referral.answer_due_on
    return {
        "referral": referral,
        "person": person,
        "ours": ours,
        "may_answer": not ours and may(user, May.ANSWER_REFERRALS),
        "banner": banner_for(person, who=_who(referral)),
        "passages": _shared(referral),
        "held_back": _held_back(referral),
        "questions": referral.questions.select_related("asked_by", "answered_by"),
        "notes": referral.notes.select_related("by"),
        "due": due and clocks.in_words(due, timezone.localdate(), person.site.nation),
        "due_kind": due and clocks.kind(due, timezone.localdate()),
        "accept_form": AcceptForm(workers=workers(referral)),
        "ask_form": AskForm(prefix="ask"),
        "answer_form": AnswerForm(prefix="answer"),
        "note_form": NoteForm(prefix="note"),
    } | forms


def workers(referral: Referral) -> Any:
    """Who works at the partner now and could be the one."""
    here = User.objects.filter(
        memberships__organisation=referral.partner_id,
        memberships__role__in=["partner", "partner_lead"],
        memberships__ended_at=None,
        is_active=True,
    )
    return here.distinct().order_by("name")


@require_POST
@requires(May.ANSWER_REFERRALS)
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    referral = _theirs(request, pk)
    form = AcceptForm(request.POST, workers=workers(referral))
    if form.is_valid():
        actions.accept(referral, by=who(request), **form.cleaned_data)
        messages.success(request, f"Thank you. {referral.person} is with you now.")
        return redirect("referrals:referral", referral.pk)
    context = page(referral, who(request), accept_form=form)
    return render(request, "referrals/referral.html", context)


@require_POST
@requires(May.ANSWER_REFERRALS)
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, and it is asked once."""
    referral = _theirs(request, pk)
    form = AskForm(request.POST, prefix="ask")
    if form.is_valid():
        actions.ask(referral, by=who(request), **form.cleaned_data)
        messages.success(request, "Asked. You hear as soon as they have answered.")
        return redirect("referrals:referral", referral.pk)
    context = page(referral, who(request), ask_form=form)
    return render(request, "referrals/referral.html", context)


@require_POST
@requires(May.SEND_REFERRALS)
def answer(request: HttpRequest, pk: UUID, question: UUID) -> HttpResponse:
    """The person's answer, written down by the team that asked them."""
    ours = Referral.objects.from_teams_of(who(request))
    asked = get_object_or_404(
        Question.objects.filter(referral__in=ours).select_related("referral"),
        pk=question,
        referral_id=pk,
    )
    form = AnswerForm(request.POST, prefix="answer")
    if form.is_valid():
        actions.answer(asked, by=who(request), **form.cleaned_data)
        messages.success(request, "Answered. The partner has been told.")
        return redirect("referrals:referral", pk)
    whole = open_referral(who(request), pk)
    context = page(whole, who(request), answer_form=form)
    return render(request, "referrals/referral.html", context)


@require_POST
@requires(May.ANSWER_REFERRALS)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it is going, in a sentence or two."""
    referral = _theirs(request, pk)
    form = NoteForm(request.POST, prefix="note")
    if form.is_valid():
        actions.add_note(referral, by=who(request), **form.cleaned_data)
        messages.success(request, "Written down. The welcome team can read it.")
        return redirect("referrals:referral", referral.pk)
    context = page(referral, who(request), note_form=form)
    return render(request, "referrals/referral.html", context)


def _theirs(request: HttpRequest, pk: UUID) -> Referral:
    """A referral sent to this partner worker, whose story is still shared."""
    mine = Referral.objects.to_partners_of(who(request)).select_related(
        "person__site", "person__team", "person__contact_wish", "team", "partner",
        "offer", "request", "agreement", "sent_by", "worker", "moved_by",
    )  # fmt: skip
    return get_object_or_404(mine, pk=pk)


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
