"""GOV.UK Notify and another gateway, played on a real socket; nothing leaves here."""

import json
import threading
from base64 import b64decode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt

SECRET = "3f1b7a52-9c1e-4b8e-8d7a-0c5b6a7d8e9f"
SERVICE = "c1b8a6f4-6f5d-4d3c-9b2a-1a2b3c4d5e6f"
KEY = f"front_door-{SERVICE}-{SECRET}"
TEMPLATE = "0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d"


class _Gateway(BaseHTTPRequestHandler):
    """`server.answers` are statuses to give, one a request; then all is well.

    With "lost" a text is taken, and the answer to it never comes.
    """

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        said = json.loads(self.rfile.read(length))
        status = self.server.answers.pop(0) if self.server.answers else 201
        if status in (201, "lost"):
            self.server.taken.append(said | {"path": self.path})
            self.server.shown.append(dict(self.headers))
        if status == "lost":
            self.close_connection = True
            return
        errors = [{"error": "ValidationError", "message": self.server.complaint}]
        self._say(status, {"id": "x"} if status == 201 else {"errors": errors})

    def do_GET(self):
        asked = parse_qs(urlsplit(self.path).query)["reference"][0]
        found = [one for one in self.server.taken if one["reference"] == asked]
        self._say(200, {"notifications": found})

    def _say(self, status, told):
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing on the screen."""


@contextmanager
def gateway():
    """What it has `taken`, and the headers that it was `shown`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Gateway) as server:
        server.daemon_threads = True
        server.answers, server.taken, server.shown = [], [], []
        server.complaint = "phone_number Not a UK mobile number"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            server.url = f"http://127.0.0.1:{server.server_address[1]}"
            yield server
        finally:
            server.shutdown()


def by_notify(settings, server):
    settings.SMS_BY, settings.SMS_SERVER = "notify", server.url
    settings.SMS_USER, settings.SMS_TEMPLATE = KEY, TEMPLATE


def by_gateway(settings, server):
    settings.SMS_BY, settings.SMS_SERVER = "gateway", f"{server.url}/send"
    settings.SMS_USER, settings.SMS_PASSWORD = "us", "the password"


def issuer(headers):
    """Who signed in to Notify, with a key that was checked."""
    token = headers["Authorization"].removeprefix("Bearer ")
    return jwt.decode(token, SECRET, algorithms=["HS256"])["iss"]


def signed_in_as(headers):
    return b64decode(headers["Authorization"].removeprefix("Basic ")).decode()
