"""At their own door: a person draws their own map, and it is theirs to change."""

import pytest

from welcome.models import MapVersion, Message

from ..reading_pages import text as page


@pytest.fixture
def drawn(phone, path):
    said = {
        "change": "need_added",
        "need_added-was": "0",
        "need_added-words": "Sleep",
    }
    phone.post(f"{path}map/", said)
    return MapVersion.objects.get()


def test_it_is_in_their_own_hand_and_on_their_page(phone, path, drawn):
    assert (drawn.hand, drawn.number) == ("self", 1)
    assert "Amina’s story map" in page(phone.get(path))
    assert "Drawn by Amina" in page(phone.get(f"{path}map/versions/"))


def test_their_team_hears_of_it_once_in_a_sitting(phone, path, drawn):
    told = Message.objects.filter(event__what="map.changed").count()
    said = {"change": "need_removed", "need_removed-was": "1", "need_removed-need": "1"}
    phone.post(f"{path}map/", said)

    assert MapVersion.objects.count() == 2
    assert Message.objects.filter(event__what="map.changed").count() == told > 0


def test_nobody_without_the_word_draws(client, path):
    client.post(
        f"{path}map/",
        {"change": "need_added", "need_added-was": "0", "need_added-words": "x"},
    )
    assert not MapVersion.objects.exists()
