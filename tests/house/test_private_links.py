"""Each door behind a private link: open to whom it was made for, and to no other link.

The table of doors tries each with a link of nobody. Here a phone on which a live link
has been opened tries all of them: with its own things, and with Amina's.
"""

import pytest
from django.test import Client

from storybooks import actions as storybooks
from welcome.models import Device, Event, Message

from .. import factories as make
from ..private_links import WORD, send
from ..storybooks.tale import ANSWERS
from .doors import DOORS
from .knocking import DEAD, address_of, as_before, undone

LINKS = [door for door, row in DOORS.items() if str(row[1]).startswith("token")]
MY_STORY = [door for door in LINKS if not door.startswith("storybooks:")]
MINE = [door for door in LINKS if door.startswith("storybooks:")]
#: Closing the page in this browser asks for no link: it shows nothing, whoever comes.
LEAVES = {"welcome:my_leave", "storybooks:mine_leave"}


def phone_with(path, word=WORD):
    """A phone on which this link has been opened, and the token in it."""
    phone = Client()
    phone.post(path, {"fact": word})
    return phone, path.strip("/").rpartition("/")[2]


def asks_for_the_word(answer):
    return b'name="fact"' in answer.content


@pytest.fixture
def aminas(things, amina, priya):
    """Amina's phone, inside; and another that waits for a yes of hers."""
    path = send(amina, priya)
    phone = phone_with(path)
    phone_with(path)
    things["token_device"]["pk"] = Device.objects.get(confirmed_at=None).pk
    return phone


@pytest.fixture
def ailsas(things, priya):
    ailsa = make.make_open_person(priya, known_as="Ailsa")
    return phone_with(send(ailsa, priya))


@pytest.fixture
def jeans(things, narrative, edith):
    """The phone of Jean, to whom her story was sent."""
    storybooks.mark_deidentified(
        narrative, by=edith, seen=narrative.fingerprint, **ANSWERS
    )
    storybooks.send_to_contributor(narrative, by=edith, question="Where?", fact=WORD)
    path = Message.objects.filter(template="narrative_for_you").latest("due_at").path
    return phone_with(path)


def tries(phone, doors, things, valkey, token):
    """What a phone gets at each door, each way; what follows is undone after a look."""
    for door in doors:
        _, _, _, *said = DOORS[door]
        data = things[said[0]] if said else None
        for how in ("get", "post"):
            with undone(valkey):
                address = address_of(door, things, token=token)
                yield door, how, getattr(as_before(phone), how)(address, data)


@pytest.mark.parametrize(
    ("phone", "doors"), [("aminas", MY_STORY), ("jeans", MINE)], ids=["amina", "jean"]
)
def test_they_come_in_by_their_own_link(request, phone, doors, things, valkey):
    phone, token = request.getfixturevalue(phone)
    let_in, shut = set(), {}
    for door, how, answer in tries(phone, doors, things, valkey, token):
        if answer.status_code in (200, 302, 409) and not asks_for_the_word(answer):
            let_in.add(door)
        else:
            shut[door, how] = answer.status_code
    assert let_in == set(doors), shut


def test_another_live_link_opens_nothing_of_aminas(
    ailsas, aminas, things, valkey, amina
):
    phone, token = ailsas
    here = Event.objects.filter(person=amina).count()
    wrong = []
    for door, how, answer in tries(phone, MY_STORY, things, valkey, token):
        is_named = set(things[DOORS[door][1]]) == {"token", "pk"}
        if is_named and not (_is_refused(answer) or _leads_back(answer, token)):
            wrong.append((door, how, answer.status_code))
        if b"Amina" in answer.content or b"letters frighten" in answer.content:
            wrong.append((door, how, "says something of Amina"))
        if Event.objects.filter(person=amina).count() != here:
            wrong.append((door, how, "does something to Amina"))
    assert not wrong


@pytest.mark.parametrize(
    ("phone", "doors"), [("jeans", MY_STORY), ("ailsas", MINE)], ids=["story", "mine"]
)
def test_a_link_to_something_else_is_no_link(request, phone, doors, things, valkey):
    phone, token = request.getfixturevalue(phone)
    wrong = [
        (door, how, answer.status_code)
        for door, how, answer in tries(phone, doors, things, valkey, token)
        if not (asks_for_the_word(answer) or door in LEAVES or _is_only_post(answer))
    ]
    assert not wrong


def test_a_phone_that_has_opened_one_link_has_not_opened_another(
    ailsas, aminas, things, valkey
):
    phone, (_, hers) = ailsas[0], aminas
    wrong = [
        (door, how)
        for door, how, answer in tries(phone, MY_STORY, things, valkey, hers)
        if not (asks_for_the_word(answer) or door in LEAVES or _is_only_post(answer))
    ]
    assert not wrong
    assert hers != DEAD


def _is_refused(answer):
    return answer.status_code in (404, 405)


def _leads_back(answer, token):
    """To the first page of the one whose link it is."""
    return answer.status_code == 302 and answer.url == f"/my-story/{token}/"


def _is_only_post(answer):
    return answer.status_code == 405
