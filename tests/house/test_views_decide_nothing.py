"""Views ask: who may do what is said in access, what belongs together in actions."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("welcome", "referrals", "storybooks")
VIEWS = sorted(
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if "views" in path.parts or path.name in ("views.py", "admin.py")
)


def imports_of(source: str) -> set[str]:
    """Everything that is imported, as `module.name`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_a_view_begins_no_transaction():
    for path in VIEWS:
        begun = {name for name in imports_of(path.read_text()) if "transaction" in name}
        assert not begun, path


def test_a_view_writes_nothing_into_the_trail():
    for path in VIEWS:
        if path.name == "admin.py":  # the admin's own pages are traced where they save
            continue
        tree = ast.walk(ast.parse(path.read_text()))
        called = {ast.unparse(node.func) for node in tree if isinstance(node, ast.Call)}
        assert not called & {"trail.record", "trail.record_each", "trail.tell"}, path


#: What tells who somebody is here: asked in `access` and on querysets alone.
_TELLS = {
    "team_ids",
    "partner_ids",
    "organisation_ids",
    "current_memberships",
    "memberships",
    "first_team",
    "employer_id",
}
_OF_A_USER = {"pk", "id", "email", "name", "role"}
_USERS = {"user", "who(request)", "request.user", "by"}
#: The admin's pages show and change memberships: that is their work.
PAGES = [path for path in VIEWS if path.name != "admin.py"]


def test_a_view_knows_no_roles():
    for path in PAGES:
        named = {name.rpartition(".")[2] for name in imports_of(path.read_text())}
        assert not named & {"Role", "Membership", "ROLES", "HANDS"}, path


def test_a_view_asks_nothing_of_memberships():
    for path in PAGES:
        assert told_by_memberships(path.read_text()) == [], path


def told_by_memberships(source: str) -> list[int]:
    """Lines that read, or look for, what somebody belongs to."""
    tree = list(ast.walk(ast.parse(source)))
    read = [n.lineno for n in tree if isinstance(n, ast.Attribute) and n.attr in _TELLS]
    asked = [
        node.value.lineno
        for node in tree
        if isinstance(node, ast.keyword) and {*(node.arg or "").split("__")} & _TELLS
    ]
    return read + asked


def test_a_view_compares_no_users():
    for path in PAGES:
        assert compares_users(path.read_text()) == [], path


def compares_users(source: str) -> list[int]:
    """Lines that compare whoever acts, or their key or name, with somebody."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = {ast.unparse(side) for side in (node.left, *node.comparators)}
            whole = sides & _USERS
            part = {f"{user}.{one}" for user in _USERS for one in _OF_A_USER} & sides
            if whole or part:
                found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "a.pk in user.team_ids",
        "rows.filter(memberships__role='lead')",
        "user.organisation_ids()",
    ],
)
def test_what_tells_memberships_is_found(line):
    assert told_by_memberships(line)


@pytest.mark.parametrize(
    "line", ["a.by_id == user.pk", "a.by == who(request)", "request.user.name == b.by"]
)
def test_what_compares_users_is_found(line):
    assert compares_users(line)


TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
TEMPLATES = [path for path in TEMPLATES if "fonts" not in path.parts]
#: A tag that decides by who it is; whether somebody is signed in may be asked.
_DECIDES = re.compile(r"{%-?\s*(?:if|elif)\b[^%]*\buser\b(?!\.is_authenticated)[^%]*%}")


def test_a_template_compares_no_users():
    for path in TEMPLATES:
        assert _DECIDES.findall(path.read_text()) == [], path


@pytest.mark.parametrize(
    "tag",
    [
        "{% if member == user %}",
        "{% if rated.by == user.name %}",
        "{% elif a and request.user.pk %}",
    ],
)
def test_a_template_that_compares_them_is_found(tag):
    assert _DECIDES.findall(tag)
