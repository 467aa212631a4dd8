"""A server and a browser of their own, so that either can be killed mid-word."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings
from django.db import connection

from .conftest import QUIET

HOUSE = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Process:
    """One that can be killed with all its children, as a power cut does."""

    def start(self, *command, **given):
        self.process = subprocess.Popen(
            command,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **given,
        )

    def kill(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Server(Process):
    """The product as it runs, on the tests' database."""

    def __init__(self):
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.run()

    def run(self):
        began = time.monotonic()
        address = f"127.0.0.1:{self.port}"
        self.start(
            sys.executable, "-m", "gunicorn", "livingwell.wsgi", "--bind", address,
            "--workers", "1", "--threads", "4",
            cwd=HOUSE, env=os.environ | {"DATABASE_URL": self._database()},
        )  # fmt: skip
        while time.monotonic() - began < 20 and not self._answers():
            time.sleep(0.1)

    def _answers(self):
        try:
            urllib.request.urlopen(self.url + "/healthz", timeout=1).close()
        except (OSError, urllib.error.URLError):
            return False
        return True

    @staticmethod
    def _database():
        place, _, _ = os.environ["DATABASE_URL"].rpartition("/")
        return f"{place}/{connection.settings_dict['NAME']}"


class Browser(Process):
    """A real browser with a profile on the disk, as on somebody's laptop."""

    def __init__(self, playwright, profile):
        self.playwright, self.profile = playwright, profile
        self.run()

    def run(self):
        told = self.profile / "DevToolsActivePort"
        told.unlink(missing_ok=True)
        self.start(
            os.environ.get("CHROMIUM") or "/usr/bin/chromium", *QUIET,
            "--headless=new", "--remote-debugging-port=0",
            f"--user-data-dir={self.profile}", "about:blank",
        )  # fmt: skip
        began = time.monotonic()
        while time.monotonic() - began < 20 and not told.exists():
            time.sleep(0.1)
        time.sleep(0.2)
        port = told.read_text().split()[0]
        self.driver = self.playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{port}"
        )
        self.context = self.driver.contexts[0]
        self.context.set_default_timeout(10_000)
        self.page = self.context.pages[0]

    def carry(self, cookie, url):
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": cookie, "url": url}])
