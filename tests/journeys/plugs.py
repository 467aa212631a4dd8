"""A server and a browser of their own, so that either can be killed mid-word."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from .walker import QUIET, WAIT

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


class Line:
    """A line to another server that can be cut, and mended."""

    def __init__(self, url):
        there = urlsplit(url)
        self.there, self.port = (there.hostname, there.port), free_port()
        self.url = url.replace(f":{there.port}/", f":{self.port}/", 1)
        self.pairs = []
        self.mend()

    def mend(self):
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._answer, args=[self.door], daemon=True).start()

    def cut(self):
        self._shut(self.door)
        for end in self.pairs:
            self._shut(end)
        self.pairs.clear()

    def _answer(self, door):
        with contextlib.suppress(OSError):
            while True:
                near, _ = door.accept()
                far = socket.create_connection(self.there)
                self.pairs += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one, other):
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            self._shut(end)

    @staticmethod
    def _shut(end):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


class Server(Process):
    """The product as it runs, on the tests' database."""

    def __init__(self):
        self.port = free_port()
        self.postgres = Line(self._database())
        self.valkey = Line(settings.REDIS_URL)
        self.url = f"http://localhost:{self.port}"
        self.run()

    def run(self):
        began = time.monotonic()
        address = f"127.0.0.1:{self.port}"
        self.start(
            sys.executable, "-m", "gunicorn", "livingwell.wsgi", "--bind", address,
            "--workers", "1", "--threads", "4",
            cwd=HOUSE, env=self._lines(),
        )  # fmt: skip
        while time.monotonic() - began < 20 and not self._answers():
            time.sleep(0.1)

    def _lines(self):
        lines = {"DATABASE_URL": self.postgres.url, "REDIS_URL": self.valkey.url}
        return os.environ | lines

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
        self.context.set_default_timeout(WAIT)
        self.page = self.context.pages[0]

    def carry(self, cookie, url):
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": cookie, "url": url}])
