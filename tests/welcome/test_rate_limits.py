"""Failures make a stranger wait; the owner and a whole building are never kept out."""

import uuid
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from welcome.access import known_devices, rate_limits
from welcome.actions import private_links
from welcome.models import FailedTry

from ..totp import SECRET, code_for
from .guessing import PASSWORD, WORD, guess, is_in, is_inside, sign_in


@pytest.fixture
def priya_signs_in(priya):
    priya.set_password(PASSWORD)
    priya.save()
    return {"login": priya.email, "password": PASSWORD}


def test_a_strangers_wrong_passwords_do_not_lock_the_owner_out(priya_signs_in):
    guess(priya_signs_in, 6)
    owner = Client()

    assert sign_in(owner, priya_signs_in).status_code == 302
    assert is_in(owner)


def test_a_strangers_right_guess_waits_after_wrong_ones(priya_signs_in):
    stranger = guess(priya_signs_in, 6)
    answer = sign_in(stranger, priya_signs_in, "198.51.100.7")

    assert not is_in(stranger)
    assert "too many wrong tries" in answer.content.decode()
    assert priya_signs_in["login"] in answer.content.decode()
    assert PASSWORD not in answer.content.decode()


def test_guesses_from_many_addresses_wait_but_not_the_owners_own_browser(
    priya_signs_in,
):
    owner = Client()
    sign_in(owner, priya_signs_in)
    owner.post("/accounts/logout/")
    for n in range(25):
        guess(priya_signs_in, 1, f"203.0.113.{n}")
    newcomer = Client()
    sign_in(newcomer, priya_signs_in, "203.0.113.200")
    sign_in(owner, priya_signs_in, "203.0.113.5")

    assert not is_in(newcomer)
    assert is_in(owner)


def test_one_address_that_tries_many_accounts_waits(priya_signs_in):
    stranger = Client()
    for n in range(31):
        said = {"login": f"w{n}@example.org", "password": "guess"}
        sign_in(stranger, said, "198.51.100.7")
    sign_in(stranger, priya_signs_in, "198.51.100.7")

    assert not is_in(stranger)


def test_an_address_that_does_not_exist_answers_like_one_that_does(priya_signs_in):
    for said in (priya_signs_in, {"login": "nobody@example.org", "password": "x"}):
        stranger = guess(said, 6)
        answer = sign_in(stranger, said, "198.51.100.7").content.decode()

        assert "too many wrong tries" in answer
        FailedTry.objects.all().delete()


def test_right_passwords_never_count(priya_signs_in):
    for _ in range(40):
        sign_in(Client(), priya_signs_in)

    assert not FailedTry.objects.exists()


def test_no_password_is_looked_at_while_a_guess_waits(priya_signs_in, monkeypatch):
    stranger = guess(priya_signs_in, 6)
    looked = []
    monkeypatch.setattr(
        "django.contrib.auth.authenticate", lambda *a, **k: looked.append(1)
    )
    monkeypatch.setattr(
        "allauth.account.adapter.authenticate", lambda *a, **k: looked.append(1)
    )
    sign_in(stranger, priya_signs_in, "198.51.100.7")

    assert not looked


@pytest.fixture
def path(amina, priya):
    return private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )


def test_300_right_openings_from_one_address_close_no_private_link(rf, path):
    for _ in range(300):
        tries = rate_limits.tries(rf.get(path), "private link", path)
        assert not tries.count()
        tries.succeeded()
    for _ in range(31):
        Client().post(path, {"fact": WORD})
    phone = Client()
    phone.post(path, {"fact": WORD})

    assert not FailedTry.objects.exists()
    assert 'name="fact"' not in phone.get(path).content.decode()


def test_a_stranger_with_the_link_does_not_keep_its_owner_out(path):
    phone = Client()
    phone.post(path, {"fact": WORD})
    phone.post(path + "leave/")
    session = phone.session
    session.flush()
    for n in range(16):
        FailedTry.objects.update(waits_until=timezone.now())
        Client().post(path, {"fact": "guess"}, REMOTE_ADDR=f"203.0.113.{n}")
    newcomer = Client()
    newcomer.post(path, {"fact": WORD}, REMOTE_ADDR="203.0.113.99")
    phone.post(path, {"fact": WORD})

    assert not is_inside(newcomer, path)
    assert is_inside(phone, path)


def test_each_failure_waits_twice_as_long_as_the_one_before(rf, db):
    tries = rate_limits.tries(rf.get("/"), "a door", "someone")
    waits = []
    for _ in range(8):
        FailedTry.objects.update(waits_until=timezone.now())
        tries.count()
        waits.append(round(tries.wait().total_seconds()))

    assert waits == [0, 0, 0, 0, 10, 20, 40, 80]


def test_failures_are_forgotten_after_a_day(rf, db):
    tries = rate_limits.tries(rf.get("/"), "a door", "someone")
    for _ in range(5):
        tries.count()
    long_ago = timezone.now() - timedelta(hours=25)
    FailedTry.objects.update(last_at=long_ago, waits_until=long_ago)
    tries.count()

    assert FailedTry.objects.filter(count=1).count() == 3
    FailedTry.objects.update(last_at=timezone.now() - timedelta(hours=25))
    assert rate_limits.forget_old() == 3


def test_two_addresses_of_one_home_are_one(rf, db):
    one = rf.get("/", REMOTE_ADDR="2001:db8:1:2::5")
    other = rf.get("/", REMOTE_ADDR="2001:db8:1:2:aaaa::9")
    for _ in range(5):
        rate_limits.tries(one, "a door", "someone").count()

    assert rate_limits.tries(other, "a door", "someone").wait()


def test_without_valkey_failures_still_count(priya_signs_in, settings):
    """The limits ask nothing of it: its address may lead nowhere."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    settings.CACHES = {
        "default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    }
    stranger = guess(priya_signs_in, 6)
    sign_in(stranger, priya_signs_in, "198.51.100.7")

    assert not is_in(stranger)


def test_neither_a_name_nor_an_address_is_kept(priya_signs_in):
    guess(priya_signs_in, 1, "198.51.100.7")
    kept = "".join(FailedTry.objects.values_list("key", flat=True))

    assert "198.51" not in kept
    assert "priya" not in kept


def test_a_wrong_code_makes_a_stranger_wait_and_not_the_owners_browser(priya, rf):
    """Both know the password: only one has been inside before."""
    from allauth.core import context
    from allauth.mfa.totp.internal.auth import TOTP

    from welcome.forms.second_factors import CodeForm

    TOTP.activate(priya, SECRET)
    answer = HttpResponse()
    known_devices.remember(rf.get("/"), answer, "sign-in", priya.email.lower())
    owner = rf.get("/")
    owner.COOKIES |= {name: kept.value for name, kept in answer.cookies.items()}
    stranger = rf.get("/", REMOTE_ADDR="198.51.100.7")

    def is_right(request, code):
        with context.request_context(request):
            return CodeForm({"code": code}, user=priya).is_valid()

    for _ in range(25):
        FailedTry.objects.update(waits_until=timezone.now())
        assert not is_right(stranger, code_for(SECRET, later=3600))
    assert not is_right(stranger, code_for(SECRET))
    assert is_right(owner, code_for(SECRET))


def test_an_address_written_as_ipv6_is_the_same_address(rf, db):
    other = rf.get("/", REMOTE_ADDR="::ffff:198.51.100.8")
    one = rf.get("/", REMOTE_ADDR="::ffff:198.51.100.7")
    for _ in range(5):
        rate_limits.tries(one, "a door", "someone").count()
    plain = rf.get("/", REMOTE_ADDR="198.51.100.7")

    assert rate_limits.tries(plain, "a door", "someone").count()
    assert not rate_limits.tries(other, "a door", "someone").count()


def test_over_https_the_cookie_of_a_known_browser_is_for_this_host_alone(rf, settings):
    settings.SESSION_COOKIE_SECURE = True
    answer = HttpResponse()
    known_devices.remember(rf.get("/"), answer, "a door", "someone")
    cookie = answer.cookies["__Host-known-device"]
    again = rf.get("/")
    again.COOKIES["__Host-known-device"] = cookie.value

    assert (cookie["path"], cookie["domain"], cookie["secure"]) == ("/", "", True)
    assert known_devices.mark_of(again, "a door", "someone")
