"""The person learns nothing of a safeguarding concern, unless it is shown to them."""

import uuid

import pytest
from django.test import Client

from welcome import actions
from welcome.actions import private_links
from welcome.linking import family

from .. import factories as make

MARKED = "A bruise on her wrist."
WORD = "Copper teapot"


@pytest.fixture
def at_home(amina, priya):
    """Amina on her own page, and its address."""
    path = private_links.send_door(
        amina, by=priya, once=uuid.uuid4(), way="hand", question="", fact=WORD
    )
    client = Client()
    client.post(path, {"fact": WORD})
    return client, path


def everything_of_hers(at_home):
    """All that Amina can read or take away, as one text."""
    client, path = at_home
    ends = ["who-looked/", "what-happened/", "about/", "hopes/", "map/", "agreed/"]
    pages = [client.get(path + end) for end in ["", *ends, "copy/"]]
    pages.append(client.post(f"{path}copy.json", {"take": "yes"}))
    assert {page.status_code for page in pages} == {200}
    return " ".join(page.content.decode() for page in pages)


def test_a_hidden_concern_is_nowhere_on_her_page_her_copy_or_her_history(
    concern, amina, at_home, sheila, harbour, omar
):
    make.browser_of(sheila).get(f"/safeguarding/{concern.pk}/")
    actions.share_concern(concern, by=sheila, partner=harbour, reason="They visit.")
    actions.add_update(
        concern,
        by=sheila,
        once=uuid.uuid4(),
        words="Rang.",
        review_on=concern.review_on,
    )

    hers = everything_of_hers(at_home)

    assert MARKED not in hers
    assert "afeguarding" not in hers
    assert "Sheila" not in hers
    assert family.events_of(amina).filter(what__startswith="safeguarding").count() == 3


def test_once_it_is_shown_she_reads_it_with_its_history(concern, at_home, sheila):
    path = f"/safeguarding/{concern.pk}"
    make.browser_of(sheila).post(f"{path}/show/", {"words": "We talked about it."})

    hers = everything_of_hers(at_home)
    client, home = at_home
    taken = client.post(f"{home}copy.json", {"take": "yes"}).json()

    assert MARKED in hers
    assert "A safeguarding concern was shown to the person" in hers
    assert taken["safeguarding_concerns"][0]["seen_or_said"].startswith(MARKED)

    make.browser_of(sheila).post(f"{path}/hide/", {"words": "He reads her phone."})

    hers = everything_of_hers(at_home)
    assert MARKED not in hers
    assert "He reads her phone." not in hers


def test_show_pressed_twice_does_not_hide_it_again(concern, sheila):
    client, path = make.browser_of(sheila), f"/safeguarding/{concern.pk}/show/"

    for _ in "12":
        client.post(path, {"words": "We talked about it."})

    concern.refresh_from_db()
    assert concern.shown_by == sheila
    assert concern.notes.filter(kind="shown").count() == 1
