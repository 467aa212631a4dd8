"""A directory elsewhere: a server of its own that is busy, broken or unchanged."""

import json
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from referrals.reminders import directories


class Council:
    """`pages` are its services, `answers` come first, `whole` has each by its id."""

    #: How its version names the pages and the list.
    words = ("total_pages", "contents")

    def __init__(self):
        self.pages, self.answers, self.asked = [], [], Counter()
        self.agents, self.sent = set(), Counter()
        self.whole = {}

    def answer(self, ask):
        self.agents.add(ask.headers["User-Agent"])
        address = urlsplit(ask.path)
        if not address.path.rstrip("/").endswith("/services"):
            return self.one(address.path.rpartition("/")[2])
        number = int(parse_qs(address.query)["page"][0])
        self.asked[number] += 1
        if self.answers:
            return self.answers.pop(0)
        pages, listed = self.words
        body = json.dumps({pages: len(self.pages), listed: self.pages[number - 1]})
        body = body.encode()
        tag = f'"{hash(body)}"'
        if ask.headers.get("If-None-Match") == tag:
            return 304, {}, b""
        self.sent[number] += 1
        return 200, {"ETag": tag}, body

    def one(self, key):
        """A service at its own address."""
        self.asked[key] += 1
        if key not in self.whole:
            return 404, {}, b""
        return 200, {}, json.dumps(self.whole[key]).encode()


@pytest.fixture
def council(settings):
    settings.DIRECTORY_LOOPBACK = True
    told = Council()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = told.answer(self)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}/services"
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def read(council, site):
    """Read it once; answers the round, with how long it waited in `waits`."""

    def run():
        waits = []
        feed = directories.feed_of(council.url, site)
        found = directories.Round(feed, sleep=waits.append).read()
        found.waits = waits
        return found

    return run
