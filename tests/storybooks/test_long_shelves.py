"""The desk and the shelf say how many there are, and every story can be reached."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from storybooks.models import Replacement, Storybook, Wish
from storybooks.views import clearing, desk, narrative_pages, shelf

from ..reading_pages import text


@pytest.fixture
def at_the_desk(client, edith):
    client.force_login(edith)
    return client


def rows_like(row, changes):
    """Copies of this row, each with what is changed in it."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    same = {field.attname: getattr(row, field.attname) for field in fields}
    model = type(row)
    return model.objects.bulk_create(model(**same | change) for change in changes)


def more_like(narrative, count, called="tale"):
    """Narratives like this one, with the same yes to the same words."""
    slugs = [{"slug": f"{called}-{n:03}"} for n in range(count)]
    made = rows_like(narrative, slugs)
    for consent in narrative.consents.all():
        rows_like(consent, [{"narrative_id": one.pk} for one in made])
    return made


def read(client, address, mark, pattern):
    """What is read on this page and on all that follow it; the first page."""
    first = page = text(client.get(address))
    found = re.findall(pattern, page)
    while on := re.search(rf'href="([^"]*{mark}=[^"]*)">Show more', page):
        page = text(client.get(unescape(on[1])))
        found += re.findall(pattern, page)
    return set(found), first


def test_each_pile_on_the_desk_leads_on_to_all_of_it(at_the_desk, draft):
    count = desk._IN_A_PILE + 3
    more_like(draft, count)
    address, link = reverse("storybooks:desk"), r'<h3><a href="([^"]+)">The bag'
    there, page = read(at_the_desk, address, "draft", link)

    assert f"<b>{desk._IN_A_PILE} of {count + 1}</b>" in page
    assert len(there) == count + 1


def test_every_wish_and_event_of_a_narrative_can_be_read(at_the_desk, sent):
    count, now = narrative_pages._WISHES + 2, timezone.now()
    Wish.objects.bulk_create(
        Wish(narrative=sent, words=f"Wish {n:02}", at=now - timedelta(minutes=n))
        for n in range(count)
    )
    address = reverse("storybooks:narrative", args=[sent.pk])
    wishes, page = read(at_the_desk, address, "wishes", r"Wish \d\d")

    assert f"<b>{narrative_pages._WISHES} of {count}</b>" in page
    assert len(wishes) == count


def test_everything_that_was_replaced_can_be_read(at_the_desk, draft, edith):
    count = clearing._BESIDE + 2
    Replacement.objects.bulk_create(
        Replacement(narrative=draft, was=f"Name {n:02}", became="a friend", by=edith)
        for n in range(count)
    )
    address = reverse("storybooks:clear", args=[draft.pk])
    names, page = read(at_the_desk, address, "log", r"Name \d\d became")

    assert f"<b>{clearing._BESIDE} of {count}</b>" in page
    assert len(names) == count


def test_every_story_of_a_book_is_reached_from_its_page(client, published, book):
    count = shelf._STORIES + 3
    more_like(published, count)
    address = reverse("storybooks:book", args=[book.slug])
    titles, page = read(client, address, "after", r"tale-\d{3}")

    assert f"<b>{shelf._STORIES} of {count + 1}</b>" in page
    assert len(titles) == count


def test_the_shelf_leads_on_to_the_stories_that_it_does_not_show(
    client, published, book
):
    address = reverse("storybooks:shelf")
    leads_on = f"All the stories in “{book.title}”"
    more_like(published, shelf._ON_THE_SHELF - 1)
    assert leads_on not in text(client.get(address))

    more_like(published, 1, called="more")
    assert leads_on in text(client.get(address))


def test_the_next_of_a_story_is_the_next_however_many_there_are(
    client, published, book
):
    others = more_like(published, shelf._COUNTED + 2)
    in_turn = sorted([published, *others], key=lambda story: story.pk)
    last, first = in_turn[-1], in_turn[0]
    page = text(client.get(reverse("storybooks:story", args=[book.slug, last.slug])))

    where = page.partition('class="small soft where"')[2].partition("</p>")[0]
    assert "story" not in where.partition("</a>")[2]
    assert f'{first.slug}/">{first.title}</a>' in page.partition("Next:")[2]


def test_every_book_is_reached_from_the_shelf(client, db):
    count = shelf._BOOKS + 2
    Storybook.objects.bulk_create(
        Storybook(slug=f"book-{n}", kind="living", title=f"Book {n:02}", words=f"{n}")
        for n in range(count)
    )
    titles, page = read(client, reverse("storybooks:shelf"), "after", r"Book \d\d")

    assert f"<b>{shelf._BOOKS} of {count}</b>" in page
    assert len(titles) == count
