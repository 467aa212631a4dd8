"""The card and the whole story as PDFs: for the welcome team, and at one's own door."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from welcome.access.permissions import May, open_record, requires, who
from welcome.models import User
from welcome.reading.pdfs import card_of
from welcome.views.own_page.guard import Own, at_own_door
from welcome.web import typst_rendering

from .. import actions
from ..reading.pdfs import whole_story_of


@require_GET
@requires(May.WELCOME_PEOPLE)
def card(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One page to lay on the table."""
    person = open_record(who(request), pk)
    made = typst_rendering.pdf("card", card_of(person, made_by=who(request).name))
    actions.print_out(person, by=who(request), sheet="card")
    return typst_rendering.answer_with(made, "card.pdf", to_keep=False)


@require_GET
@requires(May.WELCOME_PEOPLE)
def story(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything, to read with the person."""
    person = open_record(who(request), pk)
    made = typst_rendering.pdf(
        "story", whole_story_of(person, made_by=who(request).name)
    )
    actions.print_out(person, by=who(request), sheet="story")
    return typst_rendering.answer_with(made, "story.pdf", to_keep=False)


@at_own_door
def my_card(request: HttpRequest, own: Own) -> HttpResponse:
    made = typst_rendering.pdf("card", card_of(own.person, made_by="me"))
    actions.take_copy(own.person, by=User.objects.hand("person"), sheet="card")
    return typst_rendering.answer_with(made, "my-card.pdf", to_keep=True)


@at_own_door
def my_story(request: HttpRequest, own: Own) -> HttpResponse:
    made = typst_rendering.pdf("story", whole_story_of(own.person, made_by="me"))
    actions.take_copy(own.person, by=User.objects.hand("person"), sheet="story")
    return typst_rendering.answer_with(made, "my-story.pdf", to_keep=True)
