"""What an example in a docstring shows is so, in every module that has one."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
APPS = ["welcome", "referrals", "storybooks", "livingwell", "demo", "bench"]
MODULES = sorted(
    ".".join(file.relative_to(HOUSE).with_suffix("").parts)
    for app in APPS
    for file in (HOUSE / app).rglob("*.py")
    if ">>>" in file.read_text() and "migrations" not in file.parts
)


@pytest.mark.parametrize("name", MODULES)
def test_what_a_docstring_shows_is_so(name):
    result = doctest.testmod(import_module(name))
    assert result.attempted
    assert not result.failed
