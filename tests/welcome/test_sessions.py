"""How long a door stays open, and that nobody works here without a second factor."""

import time

import pytest
from allauth.mfa.models import Authenticator

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


def test_a_session_ends_after_its_hours_however_busy(signed_in, settings):
    assert signed_in.get("/today/").status_code == 200
    session = signed_in.session
    session["began"] = time.time() - settings.SESSION_MAX_HOURS * 3600 - 1
    session.save()

    answer = signed_in.get("/today/")

    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


def test_whoever_is_here_has_the_whole_idle_time_before_them(signed_in, settings):
    answer = signed_in.get("/today/")

    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["max-age"] == settings.SESSION_COOKIE_AGE == 30 * 60
    assert cookie["httponly"]


def test_a_page_that_is_only_read_writes_no_session_within_the_minute(
    signed_in, settings
):
    cookie = settings.SESSION_COOKIE_NAME
    signed_in.get("/today/")

    assert cookie not in signed_in.get("/today/").cookies
    session = signed_in.session
    session["seen"] -= 60
    session.save()
    assert cookie in signed_in.get("/today/").cookies


def test_without_a_second_factor_nobody_works_here(signed_in, settings):
    settings.SECOND_FACTOR = True
    answer = signed_in.get("/today/")

    assert answer.status_code == 302
    assert answer.url == "/accounts/2fa/"
    assert signed_in.get("/accounts/2fa/").status_code == 200


def test_with_a_second_factor_the_door_is_open(signed_in, priya, settings):
    settings.SECOND_FACTOR = True
    Authenticator.objects.create(user=priya, type="totp", data={"secret": "x"})

    assert signed_in.get("/today/").status_code == 200


def test_an_administrator_needs_one_too(client, settings, db):
    settings.SECOND_FACTOR = True
    client.force_login(make.make_user(is_staff=True, is_superuser=True))

    assert client.get("/admin/").url == "/accounts/2fa/"


def test_nobody_can_sign_up(client, db):
    answer = client.get("/accounts/signup/")

    assert "Accounts are made by your administrator" in answer.content.decode()


def test_every_page_after_signing_in_is_the_right_one(
    client, priya, omar, carol, edith
):
    first = {priya: "/today/", omar: "/referrals/", carol: "/numbers/"}
    for user, page in (first | {edith: "/storybooks/desk/"}).items():
        client.force_login(user)
        assert client.get("/home/").url == page


def test_a_wrong_sign_in_says_what_to_do_and_keeps_the_address(client, db):
    nothing = text(client.post("/accounts/login/", {}))
    assert "Write your e-mail address" in nothing
    assert "Write your password" in nothing

    wrong = {"login": "priya@example.org", "password": "not this"}
    page = text(client.post("/accounts/login/", wrong))
    assert "password is wrong" in page
    assert 'value="priya@example.org"' in page
