"""The page that asks before an import is undone, and says why it can’t be."""

import pytest
from django.test import Client

from welcome import actions
from welcome.models import Person, Role

from .. import factories as make
from ..reading_pages import text
from .lists_brought import brought

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def at_desk(lena):
    client = Client()
    client.force_login(lena)
    return client


def test_the_page_asks_first_and_says_how_many(at_desk, lena):
    taken = brought(lena)
    page = f"/people/import/{taken.pk}/"
    assert f'href="{page}undo/"' in text(at_desk.get(page))
    asked = text(at_desk.get(f"{page}undo/"))
    assert "2 people will be removed" in asked
    assert Person.objects.count() == 2

    after = text(at_desk.post(f"{page}undo/", follow=True))
    assert "Import undone" in after and "Lena Grant undid this import" in after
    assert f'href="{page}undo/"' not in after
    assert not Person.objects.exists()


def test_the_page_says_which_record_stands_against_it(at_desk, lena):
    taken = brought(lena)
    hodan = Person.objects.get(known_as="Hodan")
    actions.name_me(hodan, by=lena)
    page = text(at_desk.get(f"/people/import/{taken.pk}/undo/"))

    assert hodan.reference in page and "Hodan" not in page
    assert "<button" not in page[page.index("<main") : page.index("</main")]
    answer = at_desk.post(f"/people/import/{taken.pk}/undo/")
    assert answer.status_code == 409 and Person.objects.count() == 2


def test_an_import_is_undone_by_leads_of_that_team_alone(lena, priya, tomasz):
    taken = brought(lena)
    other = make.make_member(Role.LEAD, tomasz.first_team)
    for user, status in ((priya, 403), (tomasz, 403), (other, 404)):
        client = Client()
        client.force_login(user)
        for call in (client.get, client.post):
            assert call(f"/people/import/{taken.pk}/undo/").status_code == status
    assert Person.objects.count() == 2
