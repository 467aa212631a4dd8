"""One page of a feed over HTTP: politely, within limits, only from public addresses."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from welcome.values.numbers_from_outside import whole_number

Sleep = Callable[[float], None]

AGENT = "LivingWell-FrontDoor/1.0 (Open Referral UK reader)"
_MOST_BYTES = 20_000_000
_TRIES = 4
#: Seconds. A feed that asks us to wait longer is read another night.
_LONGEST_WAIT = 120
_USUAL_WAIT = 10
_LATER = (429, 502, 503, 504)
_PATIENCE = (5, 30)


class Unreachable(Exception):
    """The feed can't be read now. Carries a sentence."""


class NotThere(Unreachable):
    """The feed answers, and has nothing at this address."""


@dataclass(frozen=True)
class Answer:
    #: None where the page is as it was.
    content: bytes | None
    etag: str = ""
    modified: str = ""


def session() -> requests.Session:
    """Knows http and https alone, and no address inside a network."""
    found = requests.Session()
    found.trust_env = False
    found.max_redirects = 3
    found.headers["User-Agent"] = AGENT
    found.adapters.clear()
    for scheme in ("https://", "http://"):
        found.mount(scheme, _PublicAdapter())
    return found


def fetch(
    by: requests.Session, url: str, known: Answer, *, sleep: Sleep = time.sleep
) -> Answer:
    """The page, or that it is as it was. Raises Unreachable."""
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    headers = {name: value for name, value in headers.items() if value}
    for _ in range(_TRIES):
        found = _try(by, url, headers)
        if isinstance(found, Answer):
            return found
        if found > _LONGEST_WAIT:
            break
        sleep(found)
    raise Unreachable("The feed does not answer now. Try again later.")


def _try(by: requests.Session, url: str, headers: dict[str, str]) -> Answer | int:
    """What it answers, or after how many seconds to ask again."""
    try:
        with by.get(url, headers=headers, timeout=_PATIENCE, stream=True) as got:
            if got.status_code not in _LATER:
                return _answer(got)
            return _wait(got.headers.get("Retry-After", ""))
    except requests.exceptions.InvalidSchema as problem:
        raise Unreachable("The address must begin with https://.") from problem
    except (requests.ConnectionError, requests.Timeout):
        return _USUAL_WAIT
    except requests.RequestException as problem:
        raise Unreachable("The address can’t be read.") from problem


def _answer(got: requests.Response) -> Answer:
    if got.status_code == 304:
        return Answer(None)
    if got.status_code in (404, 410):
        raise NotThere("The feed has nothing at this address.")
    if got.status_code != 200:
        raise Unreachable(f"The feed answered with an error ({got.status_code}).")
    content = bytearray()
    for part in got.iter_content(65536):
        content += part
        if len(content) > _MOST_BYTES:
            raise Unreachable("A page of the feed is too large.")
    etag, modified = got.headers.get("ETag", ""), got.headers.get("Last-Modified", "")
    return Answer(bytes(content), etag[:200], modified[:60])


def _wait(said: str) -> int:
    """Only whole seconds: a date is as good as nothing said."""
    seconds = whole_number(said, most=99_999)
    return _USUAL_WAIT if seconds is None else seconds


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    plain = getattr(address, "ipv4_mapped", None) or address
    if plain.is_loopback:
        return bool(settings.DIRECTORY_LOOPBACK)
    return plain.is_global and not plain.is_multicast


class _PublicPeer:
    """Looks at where a connection really leads, before a word is said on it."""

    def _new_conn(self) -> Any:
        found = super()._new_conn()  # type: ignore[misc]
        if not _is_public(ip_address(found.getpeername()[0].partition("%")[0])):
            found.close()
            raise Unreachable("The address is inside a network, not a public one.")
        return found


class _Http(_PublicPeer, HTTPConnection):
    """http, to public addresses."""


class _Https(_PublicPeer, HTTPSConnection):
    """https, to public addresses."""


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


class _PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        pools = {"http": _HttpPool, "https": _HttpsPool}
        self.poolmanager.pool_classes_by_scheme = pools
