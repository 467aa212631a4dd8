"""Every answer of the open feed, held against the published standards.

Both are asked: the UK profile, and the Human Services Data Specification under it.
See `tests/data/open_referral/NOTICE.md`.
"""

import copy
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from referrals.open_referral import terms, writing

from .. import factories as make
from .feed import get

DATA = Path(__file__).parents[1] / "data" / "open_referral"
STANDARDS = ["uk_profile", "hsds"]
formats = FormatChecker()


@formats.checks("uri")
def _is_uri(text):
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@formats.checks("date-time", raises=ValueError)
def _is_moment(text):
    return datetime.fromisoformat(text).tzinfo is not None


@cache
def rules(standard):
    return json.loads((DATA / f"{standard}.json").read_text())


def problems(standard, shape, said):
    schema = {"$ref": f"#/$defs/{shape}", "$defs": rules(standard)["$defs"]}
    found = Draft202012Validator(schema, format_checker=formats).iter_errors(said)
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in found]


@pytest.fixture
def answers(client, told, harbour):
    """Each kind of answer, by the shape that it has to have; a poor offer with it."""
    poor = make.make_offer(make.make_organisation(site=told.site, is_partner=True))
    lists = ["services", "service_at_locations", "taxonomies", "taxonomy_terms"]
    found = [(f"page_of_{name}", get(client, name)) for name in lists]
    found += [("page_of_services", get(client, "services", full="true"))]
    found += [("service", get(client, f"services/{pk}")) for pk in (told.pk, poor.pk)]
    found += [
        (
            "service_at_location",
            get(client, f"service_at_locations/{writing.place_id(told.pk, kind)}"),
        )
        for kind in ("physical", "virtual")
    ]
    found += [
        ("taxonomy", get(client, f"taxonomies/{one.id}")) for one in terms.TAXONOMIES
    ]
    found += [
        ("taxonomy_term", get(client, f"taxonomy_terms/{pk}"))
        for pk in terms.every_term()
    ]
    return found


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_rules_are_rules(standard):
    Draft202012Validator.check_schema(rules(standard))


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_answer_is_as_the_standard_says(answers, standard):
    wrong = [
        (shape, problem)
        for shape, said in answers
        for problem in problems(standard, shape, said)
    ]
    assert not wrong
    assert len(answers) > 30


def test_the_feed_says_which_standard_it_is(client, db):
    assert problems("uk_profile", "about", get(client, "")) == []


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "7"), ("name", None), ("status", "open"), ("minimum_age", "16"),
        ("url", "harbour"), ("last_modified", "yesterday"), ("schedules", {}),
        ("attributes", [{}]),
    ],
)  # fmt: skip
def test_what_is_wrong_would_be_seen(client, told, standard, field, value):
    said = get(client, f"services/{told.pk}")
    wrong = copy.deepcopy(said) | {field: value}

    assert problems(standard, "service", said) == []
    assert problems(standard, "service", wrong)


def test_no_word_is_said_that_no_standard_knows(answers):
    """A field that nobody published would be one of our own: perhaps a private one."""
    known = set()
    for standard in STANDARDS:
        for shape in rules(standard)["$defs"].values():
            known |= set(shape.get("properties", {}))
            for part in shape.get("allOf", []):
                known |= set(part["properties"])
    assert _words_of([said for _, said in answers]) <= known


def _words_of(said):
    if isinstance(said, dict):
        inside = [_words_of(value) for value in said.values()]
        return set(said).union(*inside)
    if isinstance(said, list):
        return set().union(*map(_words_of, said))
    return set()
