"""More was said before a conversation than it has boxes for: none of it is lost."""

import re
import uuid

import pytest

from welcome import actions
from welcome.models import Person
from welcome.reading import said_before

from .. import factories as make
from ..reading_pages import text

BOXES = len(said_before.BOXES)


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def listening(team, priya):
    """Begins a first conversation, after so many calls about the introduction."""

    def after(calls):
        asked = make.make_introduction(team, known_as="Ailsa", words="The post.")
        for n in range(calls):
            actions.log_call(
                asked, by=priya, once=uuid.uuid4(), reached=True, words=f"Call {n}."
            )
        given = {"known_as": "Ailsa", "introduction": asked}
        return actions.welcome(by=priya, team=team, **given)

    return after


def _boxes(page):
    box = r'<textarea name="(said_\d+)".*?>\s*(.*?)</textarea>'
    return dict(re.findall(box, page, re.DOTALL))


def _finish(desk, conversation, boxes):
    said = {"read_back": "yes", "finish": "yes", **boxes}
    return desk.post(f"/conversations/{conversation.pk}/", said)


def test_what_is_too_much_for_one_conversation_is_read_back_in_the_next(
    desk, listening, priya, team
):
    first = listening(calls=1)
    person = Person.objects.get(pk=first.person_id)
    for n in range(2, 9):
        make.make_introduction(team, person=person, words=f"The {n}. time.")
    page = text(desk.get(f"/conversations/{first.pk}/"))
    assert len(_boxes(page)) == said_before.AT_MOST
    assert "<b>6 of 9</b>" in page
    assert "read the rest back in the next conversation" in page
    _finish(desk, first, _boxes(page))

    again = actions.begin(person, by=priya)
    boxes = _boxes(text(desk.get(f"/conversations/{again.pk}/")))
    assert list(boxes.values()) == [f"The {n}. time." for n in (6, 7, 8)]
    _finish(desk, again, boxes)
    said = {"The post.", "Call 0.", *(f"The {n}. time." for n in range(2, 9))}
    assert set(person.passages.values_list("words", flat=True)) == said
    assert not person.introductions.filter(heard_in=None).exists()


def test_many_calls_about_one_introduction_are_read_back_together(desk, listening):
    conversation = listening(calls=9)
    boxes = _boxes(text(desk.get(f"/conversations/{conversation.pk}/")))
    assert len(boxes) == 10
    _finish(desk, conversation, boxes)

    assert conversation.person.passages.count() == 10


def test_a_call_that_has_no_box_left_is_counted_and_in_the_history(desk, listening):
    conversation, last = listening(calls=BOXES + 1), f"Call {BOXES}."
    page = text(desk.get(f"/conversations/{conversation.pk}/"))
    assert f"<b>{BOXES} of {BOXES + 2}</b>" in page
    assert "read the rest back" not in page
    assert last not in page
    address = re.search(r'href="([^"]+)">See all in the history', page)[1]

    pages = [text(desk.get(address))]
    while on := re.search(r'href="([^"]*after=[^"]*)">Show more', pages[-1]):
        pages.append(text(desk.get(on[1])))
    assert any(last in page for page in pages)
