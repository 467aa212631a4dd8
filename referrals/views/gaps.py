"""Nothing here fits: said by a welcomer, seen by commissioners as a number."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, open_record, requires, who
from welcome.reading.banner import banner_for

from .. import actions
from ..forms.gaps import GapForm
from ..models import Gap


@requires(May.SEND_REFERRALS)
def note_gap(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write it down; the team goes on holding them."""
    person = open_record(who(request), pk)
    known = {"need": request.GET.get("about", "")}
    form = GapForm(request.POST or None, initial=known)
    if form.is_valid():
        actions.note_gap(person, by=who(request), **form.cleaned_data)
        said = f"Gap noted. Commissioners will see a number. You still hold {person}."
        messages.success(request, said)
        return redirect("welcome:person", person.pk)
    context = {"form": form, "person": person, "banner": banner_for(person)}
    return render(request, "referrals/gaps/note_gap.html", context)


@require_POST
@requires(May.SEND_REFERRALS)
def close_gap(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Someone was found, or it is not needed any more."""
    gap = get_object_or_404(Gap.objects.visible_to(who(request)), pk=pk)
    actions.close_gap(gap, by=who(request))
    messages.success(request, "Gap closed.")
    return redirect("welcome:person", gap.person_id)
