"""The files of a person: listed, added, opened, removed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from .. import actions
from ..access.attachments import open_attachment, open_to_remove
from ..access.permissions import May, open_record, requires, who
from ..forms.attachments import AddFileForm, RemoveFileForm
from ..models import Attachment
from ..once import say_kept
from ..reading.banner import banner_for
from ..reading.safeguarding import of_record
from ..refusals import Refused
from ..web.file_downloads import answer_with_file
from ..web.pagination import page_of
from .letter_drafts import drafts_of


@require_safe
@requires(May.WELCOME_PEOPLE)
def attachments(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All files of a person that this user may see, the newest first."""
    user = who(request)
    person = open_record(user, pk)
    rows = Attachment.objects.visible_to(user).filter(person=person)
    rows = rows.select_related("added_by", "removed_by", "person")
    page = page_of(rows, request, by=("-dated", "-pk"))
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "page": page,
        "files": [(file, file.may_be_removed_by(user)) for file in page.rows],
        "drafts": drafts_of(person, request),
    }
    return render(request, "welcome/attachments/attachments.html", context)


@requires(May.WELCOME_PEOPLE)
def add_attachment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file, and what it is. What was typed stays where the file cannot be taken."""
    person = open_record(who(request), pk)
    form = AddFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            said = form.said()
            added = actions.add_attachment(person, by=who(request), **said)
        except Refused as why:
            form.add_error("file", str(why))
        else:
            once = form.cleaned_data["once"]
            say_kept(request, added, once, "The file is added.", "Remove one of them.")
            return redirect("welcome:attachments", person.pk)
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "form": form,
    }
    return render(request, "welcome/attachments/add_attachment.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def attachment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file itself."""
    found = open_attachment(who(request), pk)
    return answer_with_file(actions.open_content(found, by=who(request)))


@requires(May.WELCOME_PEOPLE)
def remove_attachment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Asks why first: what was in the file cannot be brought back."""
    found = open_to_remove(who(request), pk)
    form = RemoveFileForm(request.POST or None)
    if form.is_valid():
        actions.remove_attachment(found, by=who(request), **form.cleaned_data)
        messages.success(request, "The file is removed. Its line in the list stays.")
        return redirect("welcome:attachments", found.person_id)
    person = found.person
    context = {
        "person": person,
        "banner": banner_for(person, safeguarding=of_record(who(request), person)),
        "form": form,
    }
    context |= {"file": found}
    return render(request, "welcome/attachments/remove_attachment.html", context)
