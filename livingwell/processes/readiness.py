"""Waiting until every part says that it can do its work."""

import http.client
import json
import time
from collections.abc import Callable

_PATIENCE = 120


def wait(host: str, port: int, check: Callable[[], None]) -> None:
    """Return when /readyz is green. `check` is called at each look and may raise."""
    last: object = "no answer"
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        check()
        status, last = _look(host, port)
        if status == 200:
            return
        time.sleep(0.1)
    raise RuntimeError(f"Not ready after {_PATIENCE} seconds: {last}")


def _look(host: str, port: int) -> tuple[int, object]:
    where = "127.0.0.1" if host == "0.0.0.0" else host
    connection = http.client.HTTPConnection(where, port, timeout=3)
    try:
        connection.request("GET", "/readyz", headers={"Host": "localhost"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    except (OSError, http.client.HTTPException, ValueError) as problem:
        return 0, type(problem).__name__
    finally:
        connection.close()
