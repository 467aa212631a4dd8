"""A real Valkey that is stopped, or full: no limit is off, and no code opens twice."""

import uuid

import pytest
import redis
from allauth.core import context
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from livingwell.processes import embedded_servers
from livingwell.processes.supervised import stop_all
from welcome.actions import private_links
from welcome.forms.second_factors import CodeForm
from welcome.models import FailedTry

from ..totp import SECRET, code_for
from .guessing import PASSWORD, WORD


@pytest.fixture
def own_valkey(tmp_path, settings):
    """One of its own for this test, which the cache of the settings leads to."""
    part, url = embedded_servers.start_valkey(tmp_path / "valkey", tmp_path / "log")
    embedded_servers.wait_for_valkey(part, url)
    part.url = url
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": url}}
    cache.set("kettle", "on")
    assert cache.get("kettle") == "on"
    yield part
    stop_all([part])


@pytest.fixture(params=["stopped", "full"])
def without(request, own_valkey):
    """Nothing can be kept in it from now on."""
    if request.param == "stopped":
        own_valkey.process.kill()
        own_valkey.process.wait()
    else:
        full = redis.Redis.from_url(own_valkey.url)
        full.config_set("maxmemory-policy", "noeviction")
        full.config_set("maxmemory", 1)
        with pytest.raises(redis.exceptions.OutOfMemoryError):
            full.set("one more", "x")
        full.close()
    cache.set("kettle", "off")
    assert cache.get("kettle") != "off"


def patiently(times, do):
    """The last of so many answers, each after its wait."""
    for _ in range(times):
        FailedTry.objects.update(waits_until=timezone.now())
        answer = do()
    return answer


def test_wrong_passwords_still_wait(without, said):
    sign_in = "/accounts/login/"
    patiently(6, lambda: Client().post(sign_in, said | {"password": "guess"}))

    assert Client().post(sign_in, said).status_code == 429


def test_wrong_passwords_of_today_still_wait(without, said, priya):
    client = Client()
    client.force_login(priya)
    asked = {"oldpassword": "guess", "password1": "x", "password2": "x"}
    patiently(6, lambda: client.post("/accounts/password/change/", asked))
    asked["oldpassword"] = PASSWORD

    assert client.post("/accounts/password/change/", asked).status_code == 429


def test_asking_for_a_new_password_is_still_slowed(without, db):
    asked = {"email": "someone@example.org"}
    answers = [Client().post("/accounts/password/reset/", asked) for _ in range(62)]

    assert [answer.status_code for answer in answers] == [302] * 61 + [429]


def test_wrong_words_at_a_private_link_still_wait(without, amina, priya):
    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )
    patiently(6, lambda: Client().post(path, {"fact": "guess"}))

    assert Client().post(path, {"fact": WORD}).status_code == 429


def test_a_code_still_opens_once(without, priya, rf):
    TOTP.activate(priya, SECRET)
    with context.request_context(rf.post("/")):
        opened = [is_right(priya, code_for(SECRET)) for _ in range(2)]

    assert opened == [True, False]


def is_right(user, code):
    return CodeForm({"code": code}, user=user).is_valid()
