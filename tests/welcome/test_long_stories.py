"""A long story ends on no page without saying so, and every word of it can be read."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from welcome import actions
from welcome.models import Passage, User
from welcome.views.story_pages import AT_ONCE

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text

MORE = 2 * AT_ONCE + 7


@pytest.fixture
def told(amina, priya):
    """Many passages, later than her first two; what keeps her safe came last."""
    at = timezone.now()
    rows = [
        Passage(
            person=amina,
            prompt="learned" if n % 2 else "hard",
            voice="team",
            words=f"Part {n:03}.",
            heard_by=priya,
            said_at=at + timedelta(seconds=n // 3),
        )
        for n in range(MORE)
    ]
    Passage.objects.bulk_create(rows)
    said = {"prompt": "keeps_safe", "words": "Ringing Leila.", "said_at": at}
    make.make_passage(amina, priya, **said)
    return amina


def for_the_team(client, told, priya, tomasz):
    client.force_login(priya)
    return reverse("welcome:person", args=[told.pk])


def in_an_emergency(client, told, priya, tomasz):
    opened = actions.open_in_emergency(told, by=tomasz, why="life", words="Bridge.")
    client.force_login(tomasz)
    return reverse("welcome:emergency", args=[opened.pk])


def before_a_yes(client, told, priya, tomasz):
    asked = make.ask_to_hold(told, by=priya, to_team=tomasz.first_team)
    client.force_login(tomasz)
    return reverse("welcome:handover", args=[asked.pk])


def on_her_own_page(client, told, priya, tomasz):
    path = send(told, priya)
    client.post(path, {"fact": WORD})
    return path


PAGES = [for_the_team, in_an_emergency, before_a_yes, on_her_own_page]


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def path(request, client, told, priya, tomasz):
    return request.param(client, told, priya, tomasz)


def test_every_passage_is_read_once_by_turning_the_pages(client, path):
    pages = [text(client.get(path))]
    assert f"{AT_ONCE} of 99+" in pages[0]
    while on := re.search(r'href="([^"]*[?&;]story=[^"]*)">Show more', pages[-1]):
        pages.append(text(client.get(unescape(on[1]))))

    said = [part for page in pages for part in re.findall(r"Part \d{3}\.", page)]
    assert sorted(said) == [f"Part {n:03}." for n in range(MORE)]
    assert len(pages) == 3


def test_what_keeps_them_safe_is_on_the_first_page_of_an_emergency(
    client, told, priya, tomasz
):
    path = in_an_emergency(client, told, priya, tomasz)

    assert "Ringing Leila." in text(client.get(path))


def test_many_things_that_keep_them_safe_lead_on_too(client, told, priya, tomasz):
    for n in range(AT_ONCE + 1):
        make.make_passage(told, priya, prompt="keeps_safe", words=f"Walk {n}.")
    page = text(client.get(in_an_emergency(client, told, priya, tomasz)))
    assert f"{AT_ONCE} of {AT_ONCE + 2}" in page

    on = re.search(r'href="([^"]*[?&;]safe=[^"]*)">Show more', page)
    assert f"Walk {AT_ONCE}." in text(client.get(unescape(on[1])))


def test_what_the_person_says_beside_a_passage_is_on_its_page(client, told, priya):
    part = told.passages.get(words="Part 001.")
    her_hand = User.objects.hand("person")
    beside = actions.dispute(part, by=her_hand, words="That is not how it was.")
    path = for_the_team(client, told, priya, None)
    assert beside.words not in text(client.get(path))

    on = re.search(r'href="([^"]*[?&;]story=[^"]*)">Show more', text(client.get(path)))
    page = text(client.get(unescape(on[1])))
    assert page.count(beside.words) == 1


def test_a_refused_form_leads_on_to_a_page_that_can_be_read(
    client, told, tomasz, priya
):
    path = before_a_yes(client, told, priya, tomasz)
    refused = text(client.post(f"{path}decline/", {}))
    on = re.search(r'href="([^"]*[?&;]story=[^"]*)"', refused)

    assert client.get(unescape(on[1])).status_code == 200


def test_beside_the_boxes_of_a_conversation_stand_the_newest_and_the_page_says_so(
    client, told, priya
):
    begun = actions.begin(told, by=priya)
    client.force_login(priya)
    page = text(client.get(reverse("welcome:conversation", args=[begun.pk])))

    assert f"Part {MORE - 1:03}." in page or f"Part {MORE - 2:03}." in page
    assert f"<b>{AT_ONCE} of 99+</b>" in page
    assert f'{told.pk}/">Read the whole story' in page


def test_a_short_story_is_whole_and_counts_nothing(client, amina, priya):
    page = text(client.get(for_the_team(client, amina, priya, None)))

    assert "The letters frighten me." in page
    assert 'aria-label="Story"' not in page
    assert "Show more" not in page


def test_the_copy_made_for_paper_is_whole(client, told, priya):
    page = text(client.get(f"{on_her_own_page(client, told, priya, None)}copy/"))

    assert set(re.findall(r"Part \d{3}\.", page)) >= {"Part 000.", "Part 001."}
    assert len(re.findall(r"Part \d{3}\.", page)) == MORE
