"""What an event holds is said once, by its code: writers and readers keep to it."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import get_type_hints

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib import admin

from referrals import actions
from referrals.dashboards.adding_up import FROM_EVENTS
from referrals.dashboards.counting import COUNTING
from referrals.models import Objection, Referral
from welcome.audit import trail
from welcome.audit.payloads import Dated
from welcome.models import Event, Membership, User
from welcome.registries import event_payloads
from welcome.traced_admin import Traced

from ..totp import SECRET

HOUSE = Path(__file__).parents[2]
PAYLOADS = event_payloads.payloads()
NOUNS = {code.partition(".")[0] for code in PAYLOADS}
FILES = [
    path
    for app in ("welcome", "referrals", "storybooks", "demo", "bench")
    for path in sorted((HOUSE / app).rglob("*.py"))
    if "migrations" not in path.parts
]
_CODE = re.compile(r"([a-z_]+)\.[a-z_]+")
_IN_SQL = re.compile(r"(?<=')([a-z_]+)\.[a-z_]+(?=')")
_KEY = re.compile(r"\.detail->>?'(\w+)'")
#: What is read of every measure made of these events, whatever it counts.
OF_ALL = {code: "source" for code in ("introduction.made", "conversation.finished")}


@cache
def nodes():
    """Every text, call and attribute of our own code, with the path of its file."""
    return [
        (path.relative_to(HOUSE), node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if is_code(node)
        or (isinstance(node, ast.Call) and node.args)
        or (isinstance(node, ast.Attribute) and node.attr == "detail")
    ]


def is_code(node):
    """Whether it spells an event: `hope.rated`. (An app's table has a capital.)"""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    found = _CODE.fullmatch(node.value)
    return bool(found and found[1] in NOUNS)


def sql_of(counting):
    parts = (counting.only, counting.numerator, counting.denominator)
    return " ".join([*parts, counting.total, counting.own])


def keys_read_by(counting):
    return set(_KEY.findall(sql_of(counting)))


@pytest.mark.parametrize(
    ("code", "key"),
    sorted(
        {
            (code, key)
            for counting in COUNTING.values()
            for code in counting.what
            for key in keys_read_by(counting)
        }
        | OF_ALL.items()
    ),
)
def test_every_key_that_is_counted_is_written(code, key):
    assert key in get_type_hints(PAYLOADS[code])


def test_no_other_way_to_reach_into_the_details_has_crept_in():
    assert set(_KEY.findall(FROM_EVENTS)) == {"source"}
    for sql in [FROM_EVENTS, *map(sql_of, COUNTING.values())]:
        assert sql.count("detail") == len(_KEY.findall(sql))


def test_messages_read_days_that_some_event_holds():
    held = {key for one in PAYLOADS.values() for key in get_type_hints(one)}
    assert set(get_type_hints(Dated)) <= held


def test_every_event_that_is_kept_holds_what_its_code_says(things, put_right_things):
    found = set()
    for what, detail in Event.objects.values_list("what", "detail").distinct():
        event_payloads.checked(what, detail)
        found.add(what)
    assert {"referral.sent", "referral.ended", "referral.reopened"} <= found
    assert len(found) > 20


def test_an_event_that_the_database_writes_holds_what_its_code_says(priya):
    TOTP.activate(priya, SECRET)
    event = Event.objects.get(what="second_factor.added")
    event_payloads.checked(event.what, event.detail)


@pytest.mark.parametrize(
    ("what", "detail"),
    [
        ("hope.named", {"words": "To sleep."}),
        ("hope.laid_down", {}),
        ("hope.laid_down", {"why": "come_true", "words": "To sleep."}),
        ("hope.danced", {}),
    ],
)
def test_an_event_is_not_written_with_other_keys_than_its_own(
    amina, priya, what, detail
):
    with pytest.raises(ValueError, match=what):
        trail.record(what, about=amina, by=priya, detail=detail)
    with pytest.raises(ValueError, match=what):
        trail.record_each(what, [(amina, amina, detail)], priya)
    assert not Event.objects.filter(what=what).exists()


def test_every_code_in_our_code_says_what_it_holds():
    """In Python, and between quotation marks in SQL."""
    spelt = {node.value: path for path, node in nodes() if is_code(node)}
    spelt |= {
        found[0]: path
        for path in FILES
        for found in _IN_SQL.finditer(path.read_text())
        if found[1] in NOUNS
    }
    unknown = {code: path for code, path in spelt.items() if code not in PAYLOADS}
    assert unknown == {}
    assert len(spelt) > 100


def test_an_event_is_written_with_the_type_of_its_code():
    seen = 0
    for path, node in nodes():
        if isinstance(node, ast.Call) and node.args and is_code(node.args[0]):
            wanted = PAYLOADS[node.args[0].value].__name__
            details = [one.value for one in node.keywords if one.arg == "detail"]
            for made in details:
                name = getattr(getattr(made, "func", None), "id", wanted)
                assert name.startswith("_") or name == wanted, (path, node.lineno)
                seen += 1
    assert seen > 30


def test_every_admin_page_says_what_its_events_hold():
    for model, page in admin.site._registry.items():
        if isinstance(page, Traced):
            name = model._meta.model_name
            assert {f"{name}.added", f"{name}.changed"} <= PAYLOADS.keys()
            for rows in {inline.model for inline in page.inlines} - {Membership}:
                name = rows._meta.model_name
                became = {f"{name}.{one}" for one in ("added", "changed", "removed")}
                assert became <= PAYLOADS.keys()


def test_what_an_event_holds_is_read_through_its_type_alone():
    """In Python by `cast(HopeRated, event.detail)`; in SQL by what is counted above."""
    whole, typed = [], []
    for path, node in nodes():
        if isinstance(node, ast.Attribute) and node.attr == "detail":
            whole.append((path, node.lineno))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "cast":
            name, read = node.args
            if getattr(read, "attr", "") == "detail":
                assert name.id in {one.__name__ for one in [*PAYLOADS.values(), Dated]}
                typed.append((path, read.lineno))
    assert whole and sorted(whole) == sorted(typed)
    inside = [path.name for path in FILES if "detail->" in path.read_text()]
    assert inside == ["adding_up.py", "counting.py"]
    assert not [path for path in FILES if "detail__" in path.read_text()]
    pages = (HOUSE / "templates").rglob("*.*")
    assert not [path for path in pages if b".detail" in path.read_bytes()]


@pytest.fixture
def put_right_things(things, priya):
    """One referral ended, and opened again."""
    ended = Referral.objects.get(pk=things["ended"]["pk"])
    omar = User.objects.get(pk=things["worker"]["pk"])
    actions.lift_objection(
        Objection.objects.get(pk=things["objection"]["pk"]), by=priya
    )
    actions.reopen(ended, by=omar, why="A slip", seen=ended.seen)
