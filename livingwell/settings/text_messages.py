"""Text messages: to files under var/sms, through GOV.UK Notify, or another gateway."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from ..environment import Wrong, address, env
from .whereabouts import VAR_DIR

_LIKE = (
    "notify://KEY@api.notifications.service.gov.uk?template=ID "
    "or https://user:password@host/path"
)
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
#: A key of Notify ends in the service's id and a secret, both UUIDs.
_NOTIFY_KEY = re.compile(rf".+-{_UUID}-{_UUID}", re.I)
_HERE = ("localhost", "127.0.0.1", "::1")
_LEAST = 40

SMS_DIR = VAR_DIR / "sms"
_URL = urlsplit(address("SMS_URL", ("notify", "https", "http"), _LIKE))
_ASKED = {name: values[-1] for name, values in parse_qs(_URL.query).items()}
_HOST = _URL.netloc.rpartition("@")[2]

#: "files", "notify" or "gateway": see welcome/messages/gateways.py.
SMS_BY = {"": "files", "notify": "notify"}.get(_URL.scheme, "gateway")
SMS_USER = unquote(_URL.username or "")
SMS_PASSWORD = unquote(_URL.password or "")
SMS_TEMPLATE = _ASKED.get("template", "")
SMS_SERVER = _URL._replace(netloc=_HOST, fragment="").geturl()

if SMS_BY == "notify":
    _scheme = "http" if _URL.hostname in _HERE else "https"
    SMS_SERVER = f"{_scheme}://{_HOST}"
    if not _NOTIFY_KEY.fullmatch(SMS_USER):
        raise Wrong(f"SMS_URL must hold a whole key of GOV.UK Notify: {_LIKE}.")
    if not re.fullmatch(_UUID, SMS_TEMPLATE, re.I):
        raise Wrong(f"SMS_URL must name a template by its ID: {_LIKE}.")
if _URL.scheme == "http" and _URL.hostname not in _HERE:
    raise Wrong("SMS_URL must begin with https, unless the gateway is on this machine.")

SMS_RECEIPT_TOKEN: str = env.str("SMS_RECEIPT_TOKEN", default="")
if SMS_RECEIPT_TOKEN and len(SMS_RECEIPT_TOKEN) < _LEAST:
    raise Wrong(f"SMS_RECEIPT_TOKEN must have {_LEAST} characters or more.")
