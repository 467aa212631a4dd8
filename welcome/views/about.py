"""The parts of the record besides the story: read at a glance, changed one by one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..forms.about import PARTS, SupporterForm
from ..forms.record_parts import PartForm
from ..models import Person, Supporter
from ..reading.banner import banner_for
from ..web.pagination import page_of

AT_MOST = 20


@require_safe
@requires(May.WELCOME_PEOPLE)
def about(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything besides the story, and who matters to them."""
    person = open_record(who(request), pk)
    return _page(request, person, SupporterForm())


@requires(May.WELCOME_PEOPLE)
def change_about(request: HttpRequest, pk: UUID, part: str) -> HttpResponse:
    """One part on a page. The second of two users sees what the first one wrote."""
    if part not in PARTS:
        raise Http404
    person = open_record(who(request), pk)
    form = PARTS[part](request.POST or None, person=person)
    status = 200
    if form.is_valid():
        try:
            actions.rewrite(person, part, by=who(request), **form.arguments())
            messages.success(request, "Saved. The earlier version is in the history.")
            return redirect("welcome:about", person.pk)
        except actions.NumberTaken as taken:
            form.add_error("identifier", str(taken))
        except actions.ChangedSince:
            form, status = form.with_the_new_mark(), 409
    return _form_page(request, person, form, status)


@require_POST
@requires(May.WELCOME_PEOPLE)
def add_supporter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Someone who matters to them, written down."""
    person = open_record(who(request), pk)
    form = SupporterForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form)
    actions.add_supporter(person, by=who(request), **form.cleaned_data)
    messages.success(request, "Saved.")
    return redirect("welcome:about", person.pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def end_supporter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Not to be asked any more."""
    mine = Supporter.objects.visible_to(who(request))
    supporter = get_object_or_404(mine, pk=pk)
    open_record(who(request), supporter.person_id)
    actions.end_supporter(supporter, by=who(request))
    messages.success(request, "We won’t ask them any more.")
    return redirect("welcome:about", supporter.person_id)


def _page(request: HttpRequest, person: Person, form: SupporterForm) -> HttpResponse:
    forms = [form_of(person=person) for form_of in PARTS.values()]
    context = {
        "person": person,
        "banner": banner_for(person),
        "parts": [(part, part.in_words(part.now)) for part in forms],
        "supporters": page_of(
            person.supporters.now(),
            request,
            by=("-is_rung_first", "added_at", "pk"),
            size=AT_MOST,
            mark="supporters",
        ),
        "form": form,
    }
    return render(request, "welcome/about/about.html", context)


def _form_page(
    request: HttpRequest, person: Person, form: PartForm, status: int
) -> HttpResponse:
    rows = person.facts_before.filter(part=form.part).select_related("changed_by")
    page = page_of(rows, request, by=("-until_at", "-pk"), size=AT_MOST)
    context = {
        "person": person,
        "banner": banner_for(person),
        "form": form,
        "newer": form.in_words(form.now) if status == 409 else None,
        "page": page,
        "before": [(row, form.in_words(row.facts)) for row in page.rows],
    }
    return render(request, "welcome/about/about_part.html", context, status=status)
