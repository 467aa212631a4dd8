"""After signing in everyone is on a page that is theirs."""

import pytest

from welcome.access.first_pages import may_open, page_after_sign_in

from .. import factories as make

PASSWORD = "kettle-and-two-cups"
CAST = {
    "priya": "/today/",
    "ruth": "/today/",
    "omar": "/referrals/",
    "farah": "/referrals/",
    "carol": "/numbers/",
    "edith": "/storybooks/desk/",
    "flora": "/privacy/",
}


def sign_in(client, user, asked=""):
    user.set_password(PASSWORD)
    user.save()
    said = {"login": user.email, "password": PASSWORD, "next": asked}
    return client.post("/accounts/login/", said)


@pytest.fixture(autouse=True)
def without_a_second_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.mark.parametrize("who", CAST)
def test_each_begins_where_their_work_is(request, client, valkey, who):
    assert sign_in(client, request.getfixturevalue(who)).url == "/home/"
    assert client.get("/home/").url == CAST[who]


def test_an_administrator_begins_in_the_admin(client, db, valkey):
    boss = make.make_user(is_staff=True)
    sign_in(client, boss)
    assert client.get("/home/").url == "/admin/"


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("priya", "/waiting/?after=x"),
        ("omar", "/referrals/team/"),
        ("carol", "/storybooks/"),
        ("priya", "/accounts/2fa/"),
    ],
)
def test_who_asked_for_a_page_that_is_theirs_comes_to_it(
    request, client, valkey, who, asked
):
    assert sign_in(client, request.getfixturevalue(who), asked).url == asked


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("omar", "/today/"),
        ("carol", "/waiting/"),
        ("priya", "/numbers/"),
        ("edith", "/admin/"),
        ("priya", "/no-such-page/"),
        ("priya", "https://elsewhere.example/today/"),
    ],
)
def test_who_asked_for_somebody_elses_page_comes_to_their_own(
    request, client, valkey, who, asked
):
    user = request.getfixturevalue(who)
    assert sign_in(client, user, asked).url == "/home/"
    assert client.get("/home/").url == CAST[who]


def test_pages_that_are_for_everyone_may_be_opened(carol):
    assert may_open(carol, "/storybooks/")
    assert page_after_sign_in(carol, None) == "/home/"
