"""A real browser on the real pages; each page that it opens is checked by axe."""

import os

import pytest
from django.contrib.staticfiles import handlers
from django.test.testcases import _StaticFilesHandler
from playwright.sync_api import expect

from .walker import QUIET, WAIT, Walker

# Playwright's loop runs in this thread; Django would refuse to talk to its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# The live server must serve what a run collected, under the names that pages ask for.
handlers.StaticFilesHandler = _StaticFilesHandler
expect.set_options(timeout=WAIT)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    return {"executable_path": chromium, "args": QUIET}


@pytest.fixture
def walk(browser, live_server):
    """Makes people with browsers: `walk("priya")`, `walk("phone", width=375)`."""
    walkers = []

    def make(name, **given):
        walkers.append(Walker(browser, live_server, name, **given))
        return walkers[-1]

    yield make
    for walker in walkers:
        walker.context.close()
