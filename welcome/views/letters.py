"""A letter from a site's template: chosen, written, looked at, made into a PDF."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .. import actions
from ..access.attachments import open_letter
from ..access.permissions import May, open_record, requires, who
from ..forms.letters import GpLetterForm, LetterForm
from ..models import Letter, LetterTemplate, Person
from ..models.letters import To
from ..once import say_kept
from ..reading.banner import banner_for
from ..reading.letter_facts import addressee_of, begun_from, paper_of
from ..reading.safeguarding import of_record
from ..refusals import Refused
from ..web import typst_rendering
from .letter_drafts import drafts_of

_FIELDS = ("addressee", "address", "words", "agreed", "why_not_agreed")


@require_safe
@requires(May.WELCOME_PEOPLE)
def choose_template(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the letter begins as; and the drafts that are there already."""
    person = open_record(who(request), pk)
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "templates": person.site.letter_templates.filter(is_offered=True),
        "drafts": drafts_of(person, request),
    }
    return render(request, "welcome/letters/choose_template.html", context)


@requires(May.WELCOME_PEOPLE)
def new_letter(request: HttpRequest, pk: UUID, template: UUID) -> HttpResponse:
    """The words, filled in, to be changed as needed. Saved as a draft."""
    person = open_record(who(request), pk)
    offered = LetterTemplate.objects.filter(site=person.site_id, is_offered=True)
    chosen = get_object_or_404(offered, pk=template)
    begun = {"words": begun_from(chosen, person, who(request))}
    form = _form(chosen.to)(
        request.POST or None, initial=begun | addressee_of(chosen, person)
    )
    if form.is_valid():
        saved = actions.save_letter(
            person, by=who(request), to=chosen.to, **form.cleaned_data
        )
        once = form.cleaned_data["once"]
        say_kept(request, saved, once, "The draft is saved.", "The other is below.")
        return redirect("welcome:letter", saved.pk)
    return _write(request, person, form)


@requires(May.WELCOME_PEOPLE)
def change_letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A draft in other words."""
    draft = open_letter(who(request), pk)
    initial = {name: getattr(draft, name) for name in _FIELDS}
    form = _form(draft.to)(request.POST or None, initial=initial)
    del form.fields["once"]  # it is there already
    if form.is_valid():
        actions.save_letter(
            draft.person, by=who(request), to=draft.to, draft=draft, **form.cleaned_data
        )
        messages.success(request, "The draft is saved.")
        return redirect("welcome:letter", draft.pk)
    return _write(request, draft.person, form, draft)


@requires(May.WELCOME_PEOPLE)
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The draft as it will be on paper; and the button that makes the PDF."""
    draft = open_letter(who(request), pk)
    if request.method == "POST":
        if request.POST.get("seen") != draft.written_at.isoformat():
            raise Refused("This letter has changed since you opened it. Read it again.")
        paper = typst_rendering.pdf("post", paper_of(draft))
        actions.make_letter(draft, by=who(request), paper=paper)
        messages.success(request, "The letter is ready to print. We’ve logged it.")
        return redirect("welcome:attachments", draft.person_id)
    person = draft.person
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "letter": draft,
        "paper": paper_of(draft),
        "seen": draft.written_at.isoformat(),
        "drafts": drafts_of(person, request, but=draft),
    }
    return render(request, "welcome/letters/letter.html", context)


def _form(to: str) -> type[LetterForm]:
    return GpLetterForm if to == To.GP else LetterForm


def _write(
    request: HttpRequest, person: Person, form: LetterForm, draft: Letter | None = None
) -> HttpResponse:
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "form": form,
    }
    context |= {"draft": draft}
    return render(request, "welcome/letters/write_letter.html", context)
