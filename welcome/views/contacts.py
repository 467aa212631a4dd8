"""The contact log of one person: a quick note on top, the newest line first."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .. import actions, once
from ..access.permissions import May, open_record, requires, who
from ..forms.contacts import ContactForm
from ..linking import family
from ..models import ContactWish, Person
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
    page = page_of(family.contacts_of(person), request, by=("-at", "-pk"))
    context = {
        "person": person,
        "banner": banner_for(person),
        "form": form,
        "page": page,
    }
    return render(request, "welcome/contacts/contacts.html", context)


def _wish(person: Person) -> ContactWish | None:
    return getattr(person, "contact_wish", None)
