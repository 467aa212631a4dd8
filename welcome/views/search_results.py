"""What was typed into the search box, and the people it finds."""

from django.contrib import messages
from django.http import HttpRequest, QueryDict

from ..access.permissions import who
from ..linking import family
from ..models import Person
from ..values.text_cleaning import clean
from ..web.found_pages import FoundPage, found_page
from ..web.post_redirect_get import has_ended, posted_before


def words_asked(request: HttpRequest) -> str:
    """What was looked for: under the key in the address, never in it."""
    if has_ended(request):
        messages.info(request, "That search has ended. Please search again.")
    asked = posted_before(request) or QueryDict()
    return clean(asked.get("q", "")).strip()[:100]


def results(
    request: HttpRequest, words: str, *, but: Person | None = None
) -> FoundPage:
    """Whom these words find, the nearest first; `but` for who is looked at already."""
    found = family.found(who(request), words)
    people = [person for person in found.people if person != but]
    return found_page(people, request, is_cut=found.is_cut)
