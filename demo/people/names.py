"""The names of British cities, from `names.txt`, put together by chance."""

from functools import cache
from pathlib import Path
from random import Random

NAMES = Path(__file__).parent / "names.txt"


@cache
def names(key: str) -> tuple[str, ...]:
    """The names under one heading: “irish women”, “irish family”."""
    return _all()[key]


@cache
def _all() -> dict[str, tuple[str, ...]]:
    rows = NAMES.read_text(encoding="utf-8").splitlines()
    pairs = (row.partition(": ") for row in rows if row.strip() and row[0] != "#")
    return {key: tuple(listed.split()) for key, _, listed in pairs}


def given(rng: Random, heritage: str, gender: str) -> str:
    """A first name; who is neither woman nor man may have either kind."""
    kinds = {"woman": "women", "man": "men"}
    kind = kinds.get(gender) or rng.choice(["women", "men"])
    return rng.choice(names(f"{heritage} {kind}"))


def family(rng: Random, heritage: str) -> str:
    return rng.choice(names(f"{heritage} family"))
