"""The contact log of one person: a quick note on top, the newest line first."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from .. import actions, once
from ..access.permissions import May, open_record, requires, who
from ..forms.contacts import ContactForm, TextForm
from ..linking import family
from ..models import ContactWish, Person
from ..reading import text_messages
from ..reading.banner import banner_for
from ..web.pagination import page_of


@requires(May.WELCOME_PEOPLE)
def contacts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read the log, or add a line to it."""
    person = open_record(who(request), pk)
    form = ContactForm(request.POST or None, wish=_wish(person))
    if form.is_valid():
        contact = actions.log_contact(person, by=who(request), **form.cleaned_data)
        said, both = "Saved in the contact log.", "Both are in the contact log."
        key = form.cleaned_data["once"]
        once.say_kept(request, contact, key, said, both, key="once")
        return redirect("welcome:contacts", person.pk)
    return show_log(request, person, form)


@requires(May.WELCOME_PEOPLE)
@require_POST
def send_text(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send one of the fixed texts; the log says so in a line of its own."""
    person = open_record(who(request), pk)
    form = TextForm(request.POST, auto_id="text_%s")
    if not form.is_valid():
        return show_log(request, person, ContactForm(wish=_wish(person)), text=form)
    contact = actions.send_text(person, by=who(request), **form.cleaned_data)
    said, both = "The text will be sent.", "Both are in the contact log."
    once.say_kept(request, contact, form.cleaned_data["once"], said, both, key="once")
    return redirect("welcome:contacts", person.pk)


def show_log(
    request: HttpRequest,
    person: Person,
    form: ContactForm,
    *,
    text: TextForm | None = None,
) -> HttpResponse:
    """The page, with what was typed and what is wrong with it."""
    page = page_of(family.contacts_of(person), request, by=("-at", "-pk"))
    context = {
        "person": person,
        "banner": banner_for(person),
        "form": form,
        "page": page,
        "texts": text_messages.arrivals_of(page.rows),
        "text_form": text or TextForm(auto_id="text_%s"),
        "can_text": text_messages.can_send(person),
    }
    return render(request, "welcome/contacts/contacts.html", context)


def _wish(person: Person) -> ContactWish | None:
    return getattr(person, "contact_wish", None)
