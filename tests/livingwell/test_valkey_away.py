"""Valkey dies or hangs: pages still come, and nothing that was promised is lost."""

import time

import pytest
from django.core.cache import caches

from livingwell.cache import SteadyCache
from livingwell.celery import app
from livingwell.processes import embedded_servers
from livingwell.processes.supervised import stop_all

pytestmark = pytest.mark.servers


@pytest.fixture
def own_valkey(tmp_path):
    part, url = embedded_servers.start_valkey(tmp_path / "valkey", tmp_path / "log")
    embedded_servers.wait_for_valkey(part, url)
    part.url = url
    yield part
    part.process.send_signal(18)  # CONT: it may have been told to stand still
    stop_all([part])


@pytest.fixture
def cache(own_valkey):
    """As settings make it, but for a server that may be killed."""
    steady = SteadyCache(
        own_valkey.url, {"OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1}}
    )
    yield steady
    steady.close()


def away(own_valkey, how):
    if how == "dead":
        own_valkey.process.kill()
        own_valkey.process.wait()
    else:
        own_valkey.process.send_signal(19)  # STOP


def test_the_cache_of_settings_is_the_steady_one():
    assert isinstance(caches["default"], SteadyCache)


@pytest.mark.parametrize("how", ["dead", "hanging"])
def test_a_lost_cache_is_missed_and_not_mourned(own_valkey, cache, how):
    cache.set("kettle", "on")
    away(own_valkey, how)
    began = time.monotonic()

    assert cache.get("kettle") is None
    assert cache.get("kettle", "off") == "off"
    assert cache.get_or_set("kettle", "new") == "new"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("how", ["dead", "hanging"])
def test_a_nudge_that_cannot_be_given_is_not_waited_for(own_valkey, how):
    options = app.conf.broker_transport_options
    with app.connection_for_write(
        own_valkey.url, transport_options=options
    ) as connection:
        away(own_valkey, how)
        began = time.monotonic()
        with pytest.raises(Exception, match=".*"):
            app.send_task("welcome.tasks.beat_heart", connection=connection)

        assert time.monotonic() - began < 20
