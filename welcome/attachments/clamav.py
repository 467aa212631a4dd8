"""Asking ClamAV about some content, in the words of its own protocol (INSTREAM).

See https://docs.clamav.net/manual/Usage/Scanning.html#clamd. The whole protocol is a
command, the content in parts with their length in front, and a line as the answer.
"""

import socket
from urllib.parse import urlsplit

_PORT = 3310
_SECONDS = 60
_PART = 64_000


class NoAnswer(Exception):
    """ClamAV is away, or did not say whether the content is clean."""


def is_infected(content: bytes, url: str) -> bool:
    """Whether ClamAV at `tcp://host:port` finds something. Raises NoAnswer."""
    try:
        answer = _ask(content, url)
    except OSError:
        raise NoAnswer from None
    if answer.endswith(" FOUND"):
        return True
    if answer == "stream: OK":
        return False
    raise NoAnswer


def _ask(content: bytes, url: str) -> str:
    parts = urlsplit(url)
    where = (parts.hostname or "", parts.port or _PORT)
    with socket.create_connection(where, timeout=_SECONDS) as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _PART):
            part = content[start : start + _PART]
            line.sendall(len(part).to_bytes(4, "big") + part)
        line.sendall(bytes(4))
        return _line(line)


def _line(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < 1000:
        more = line.recv(1000)
        if not more:
            break
        said += more
    return said.rstrip(b"\0\n").decode(errors="replace")
