"""A cache that is missed, not mourned: when Valkey is away, pages still come."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def _steady(name: str, instead: Any) -> Callable[..., Any]:
    """The method of Django's cache, but a lost connection answers `instead`."""
    method = getattr(RedisCache, name)

    @wraps(method)
    def steady(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except RedisError as problem:
            logger.warning("cache away", extra={"problem": type(problem).__name__})
            if name == "get" and len(args) > 1:
                return args[1]
            return kwargs.get("default", instead)

    return steady


class SteadyCache(RedisCache):
    """Everything in it can be made again, so losing it may cost time, never a page."""

    get = _steady("get", None)
    set = _steady("set", None)
    add = _steady("add", True)
    delete = _steady("delete", False)
    incr = _steady("incr", 1)
    touch = _steady("touch", False)
    has_key = _steady("has_key", False)
    get_many = _steady("get_many", {})
    set_many = _steady("set_many", [])
