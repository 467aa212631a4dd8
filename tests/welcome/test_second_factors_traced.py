"""Each second factor that comes or goes is in the trail, by whatever way it does."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client

from welcome.actions import second_factors
from welcome.models import Event, Message
from welcome.refusals import Refused

from .. import factories as make
from ..totp import SECRET, code_for


@pytest.fixture
def chief(db):
    return make.make_user(is_staff=True, is_superuser=True)


def events():
    """What happened to second factors, by whom, to whom, and of what kind."""
    found = Event.objects.filter(what__startswith="second_factor.").order_by("pk")
    return [(e.what.partition(".")[2], e.by, e.about, e.detail["kind"]) for e in found]


def test_a_factor_is_in_the_trail_even_if_a_shell_adds_or_removes_it(priya):
    about = f"welcome.User:{priya.pk}"
    TOTP.activate(priya, SECRET)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM mfa_authenticator")

    assert events() == [
        ("added", priya, about, "totp"),
        ("removed", priya, about, "totp"),
    ]
    assert SECRET not in str(list(Event.objects.values()))


def test_using_or_encrypting_a_factor_is_no_event(priya):
    TOTP.activate(priya, SECRET).instance.record_usage()
    Authenticator.objects.get().save()

    assert len(events()) == 1


def test_a_factor_that_is_given_to_somebody_else_is_in_the_trail(priya, omar):
    TOTP.activate(priya, SECRET)
    Authenticator.objects.update(user=omar)

    assert events()[-1][:3] == ("changed", omar, f"welcome.User:{omar.pk}")


def test_who_sets_up_an_app_on_their_own_page_is_told(
    client, priya, django_capture_on_commit_callbacks
):
    make.sign_in_just_now(client, priya)
    page = client.get("/accounts/2fa/totp/activate/")
    code = code_for(page.context["form"].secret)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/2fa/totp/activate/", {"code": code})

    assert [kind for *_, kind in events()] == ["totp", "recovery_codes"]
    message = Message.objects.get(template="second_factor_changed")
    assert message.to == priya.email


def test_an_administrator_removes_the_factors_of_somebody_who_lost_them(
    client, chief, priya
):
    TOTP.activate(priya, SECRET)
    RecoveryCodes.activate(priya)
    theirs = Client()
    word = "kettle biscuit rainbow"
    priya.set_password(word)
    priya.save()
    theirs.post("/accounts/login/", {"login": priya.email, "password": word})
    theirs.post("/accounts/2fa/authenticate/", {"code": code_for(SECRET)})
    assert theirs.get("/today/").status_code == 200
    assert UserSession.objects.filter(user=priya).exists()
    client.force_login(chief)
    ask = {"action": "remove_second_factors", "_selected_action": [str(priya.pk)]}

    answer = client.post("/admin/welcome/user/", ask, follow=True)

    assert "We’ve told them" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert {(what, by) for what, by, *_ in events()[2:]} == {("removed", chief)}
    assert Message.objects.get(template="second_factor_changed").to == priya.email
    assert theirs.get("/today/").url.startswith("/accounts/login/")


def test_what_comes_after_an_administrator_is_put_down_to_its_owner(chief, priya, omar):
    TOTP.activate(priya, SECRET)
    second_factors.remove_all(priya, by=chief)
    TOTP.activate(omar, SECRET)

    assert [by for _, by, *_ in events()] == [priya, chief, omar]


def test_nobody_removes_their_own_there_nor_what_is_not_there(client, chief, priya):
    TOTP.activate(chief, SECRET)
    client.force_login(chief)
    ask = {"action": "remove_second_factors", "_selected_action": [str(chief.pk)]}

    assert client.post("/admin/welcome/user/", ask).status_code == 409
    assert Authenticator.objects.filter(user=chief).exists()
    with pytest.raises(Refused, match="has no second factor"):
        second_factors.remove_all(priya, by=chief)
