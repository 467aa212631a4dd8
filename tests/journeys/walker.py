"""Somebody with a browser of their own; each page that they open is checked by axe.

With PICTURES=1 each page is also kept as a picture under var/journeys.
"""

import os
import re
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT as AXE
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

PICTURES = Path(settings.VAR_DIR).parent / "journeys"
#: Milliseconds for anything in a browser: only a page that never comes is a fault.
WAIT = 90_000
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


class Walker:
    """Somebody with a browser of their own: a window, an address, eyes."""

    def __init__(self, browser, live_server, name, width=1280):
        self.context = browser.new_context(viewport={"width": width, "height": 900})
        self.context.set_default_timeout(WAIT)
        self.server, self.name, self.step = live_server.url, name, 0
        self.wrong = []
        self.new_page()

    def new_page(self):
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._listen)
        self.page.on("response", self._came)
        return self.page

    def _listen(self, message):
        if "Content Security Policy" in message.text:
            self.wrong.append(message.text)

    def _came(self, response):
        if response.status >= 500 or (
            response.status == 404 and "/static/" in response.url
        ):
            self.wrong.append(f"{response.status} {response.url}")

    def sign_in(self, user):
        """As after the sign-in page, which has a journey of its own."""
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        self.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": self.server}]
        )
        return self

    def go(self, path):
        self.page.goto(self.server + path)
        return self.look()

    def press(self, name, role="button"):
        self.page.get_by_role(role, name=re.compile(name)).first.click()
        self.page.wait_for_load_state()
        return self.look()

    def follow(self, name):
        return self.press(name, "link")

    def key(self, name):
        """Press a key once the page's scripts listen; a page is seen before that."""
        self.page.wait_for_load_state()
        self.page.keyboard.press(name)

    def write(self, label, words):
        self.page.get_by_label(label).first.fill(words)

    def tick(self, label):
        self.page.get_by_label(label).first.check()

    def sees(self, words):
        expect(self.page.get_by_text(words).first).to_be_visible()

    def sees_not(self, words):
        expect(self.page.get_by_text(words)).to_have_count(0)

    def look(self):
        """Nothing inaccessible, and nothing wider than the window."""
        self.page.evaluate(AXE)
        found = self.page.evaluate(
            "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
        )
        assert not found, [
            (v["id"], [node["html"][:160] for node in v["nodes"]]) for v in found
        ]
        wide = self.page.evaluate(
            "(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)"
            "(document.documentElement)"
        )
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide}px"
        assert not self.wrong, self.wrong
        if os.environ.get("PICTURES"):
            self.picture()
        return self

    def picture(self):
        self.step += 1
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(
            path=PICTURES / f"{self.name}-{self.step:02}.png", full_page=True
        )
