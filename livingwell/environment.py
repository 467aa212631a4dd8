"""Reading environment variables. A wrong one stops the start with a sentence."""

import re
from email.utils import parseaddr
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
#: Plain figures, few enough for any setting. `isdigit` would take "²" as well.
_WHOLE = re.compile(r"-?[0-9]{1,12}").fullmatch
_ON, _OFF = ("on", "true", "1", "yes"), ("off", "false", "0", "no")


class Wrong(ImproperlyConfigured):
    """A variable is missing or wrong. Its message is for whoever starts us."""


def needed(name: str, what_for: str, *, least: int = 1) -> str:
    """A variable without which nothing can start, of at least so many signs."""
    value: str = env.str(name, default="")
    if not value:
        raise Wrong(f"Set {name}: {what_for}.")
    if len(value) < least:
        raise Wrong(f"{name} must have {least} characters or more: {what_for}.")
    return value


def secret_keys(name: str, what_for: str, *, least: int) -> list[str]:
    """Keys with commas between them, newest first; never repeated in a sentence."""
    needed(name, what_for)
    keys = listed(name, [])
    if not keys or min(map(len, keys)) < least:
        raise Wrong(f"Each key in {name} must have {least} characters: {what_for}.")
    if len(set(keys)) < len(keys):
        raise Wrong(f"{name} has the same key twice: each must be there once.")
    return keys


def at_least(name: str, least: int, default: int) -> int:
    text = env.str(name, default="") or str(default)
    if not _WHOLE(text):
        raise Wrong(f"{name} must be a whole number, not “{text}”.")
    if int(text) < least:
        raise Wrong(f"{name} must be {least} or more, not {text}.")
    return int(text)


def on_or_off(name: str, default: bool) -> bool:
    value = (env.str(name, default="") or ("on" if default else "off")).lower()
    if value not in _ON + _OFF:
        raise Wrong(f"{name} must be on or off, not “{value}”.")
    return value in _ON


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    value = (env.str(name, default="") or default).upper()
    if value not in choices:
        raise Wrong(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
    return value


def listed(name: str, default: list[str]) -> list[str]:
    """Words with commas between them; at least one."""
    words = env.str(name, default="") or ",".join(default)
    return [word.strip() for word in words.split(",") if word.strip()]


def waits(name: str, default: list[int]) -> list[int]:
    """Seconds with commas between them; each a whole number, 1 or more."""
    words = listed(name, [str(seconds) for seconds in default])
    if not words or not all(_WHOLE(word) and int(word) > 0 for word in words):
        raise Wrong(f"{name} must be whole seconds with commas, such as 60,300.")
    return [int(word) for word in words]


def address(name: str, schemes: tuple[str, ...], like: str, default: str = "") -> str:
    """An address of one of these schemes, or "" where it may be missing.

    The value is never repeated in the sentence: it may hold a password.
    """
    value: str = env.str(name, default="") or default
    if value and not _is_address(value, schemes):
        raise Wrong(f"{name} must look like {like}.")
    return value


def _is_address(value: str, schemes: tuple[str, ...]) -> bool:
    parts: SplitResult = urlsplit(value)
    try:
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return False
    complete = bool(parts.hostname) and (
        len(parts.path) > 1 or not {"postgres", "s3"} & set(schemes)
    )
    return parts.scheme in schemes and complete and port_is_fine


def sender(name: str, default: str) -> str:
    value: str = env.str(name, default="") or default
    if "@" not in parseaddr(value)[1]:
        raise Wrong(f"{name} must be an e-mail address, such as {default}.")
    return value
