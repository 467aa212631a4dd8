"""What is known about a person besides their story, read and changed by themselves."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ... import actions
from ...forms.about import PARTS
from ...models import User
from .guard import Own, at_own_door

#: What someone who has got hold of a link may not turn against the person: where
#: messages go, and by which name and number they are found.
TOLD_TO_THE_TEAM = {"names", "reach"}


@at_own_door
def my_about(request: HttpRequest, own: Own) -> HttpResponse:
    """Everything besides the story, in the words of the forms it was asked by."""
    forms = [part(person=own.person).speaking_to_them() for part in PARTS.values()]
    context = {
        "own": own,
        "here_now": "about",
        "parts": [
            (form, form.in_words(form.now), form.part not in TOLD_TO_THE_TEAM)
            for form in forms
        ],
        "supporters": own.person.supporters.now(),
    }
    return render(request, "welcome/own_page/my_about.html", context)


@at_own_door
def my_about_part(request: HttpRequest, own: Own, part: str) -> HttpResponse:
    """One part, changed by the person. What stood there before is kept."""
    if part not in PARTS or part in TOLD_TO_THE_TEAM:
        raise Http404
    said = request.POST if "read" in request.POST else None
    form = PARTS[part](said, person=own.person).speaking_to_them()
    status = 200
    if form.is_valid():
        try:
            their_hand = User.objects.hand("person")
            actions.rewrite(own.person, part, by=their_hand, **form.arguments())
            messages.success(request, "Saved. We’ve kept the earlier version.")
            return redirect("welcome:my_about", own.token)
        except actions.ChangedSince:
            form, status = form.with_the_new_mark(), 409
    context = {
        "own": own,
        "here_now": "about",
        "form": form,
        "newer": form.in_words(form.now) if status == 409 else None,
    }
    return render(
        request, "welcome/own_page/my_about_part.html", context, status=status
    )
