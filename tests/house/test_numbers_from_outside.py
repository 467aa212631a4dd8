"""What claims to be a number, in every box of every form: answered, never a 500."""

import re
from html import escape
from pathlib import Path

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from .insiders import GET_DOORS, forms_within, send

#: What the directory's feed reads: it takes the whole address at once.
FEED = {
    "page", "per_page", "minimum_age", "maximum_age", "day", "search", "postcode",
    "start_time", "end_time", "taxonomy_id", "taxonomy_term_id", "full",
}  # fmt: skip
#: What forms and middleware look for on every page.
_NOT_FROM_ADDRESSES = {"csrfmiddlewaretoken"}

pytestmark = pytest.mark.usefixtures("no_crowd")
HOUSE = Path(__file__).resolve().parents[2]

#: Each was a number for somebody's `isdigit`, `int` or column, and is none.
WORST = ["²", "1" * 5000, "9223372036854775808", "\x00"]
HOSTILE = [
    *WORST, "٣", "NaN", "-1", "1e999", "1_000", "2147483648", "1.5", "0" * 4000 + "7",
    "", "☕",
]  # fmt: skip


def broken_by(client, form):
    """With what this form can be broken: in all boxes at once, and in one alone."""
    for nth, button in enumerate(form.buttons or [None]):
        pressed = dict([button]) if button else {}
        for hostile in WORST if nth else HOSTILE:
            answer = send(client, form, dict.fromkeys(form.fields, hostile) | pressed)
            if answer.status_code >= 500:
                yield form.action, "all", hostile[:20]
    for field in form.fields.values():
        if field.is_number_or_key:
            yield from broken_by_one(client, form, field, pressed)


def broken_by_one(client, form, field, pressed):
    """One box holds no number: what was typed in the others is still there."""
    said = form.filled | pressed
    typed = [said[f.name] for f in form.fields.values() if f.is_typed and said[f.name]]
    for hostile in WORST[:2]:
        answer = send(client, form, said | {field.name: hostile})
        page = answer.getvalue().decode(errors="replace")
        is_shown_again = answer.status_code in (200, 409) and form.method == "post"
        lost = is_shown_again and any(escape(words) not in page for words in typed)
        if answer.status_code >= 500 or lost:
            yield form.action, field.name, hostile[:20], answer.status_code


def test_no_number_in_a_form_breaks_it_or_loses_what_was_typed(forms_behind):
    tried, broken = set(), []
    for door in GET_DOORS:
        client, forms = forms_behind(door)
        for form in forms:
            if form.shape not in tried:
                tried.add(form.shape)
                broken += broken_by(client, form)

    assert broken == []
    assert len(tried) > 60


@pytest.mark.parametrize("home", ["amina_at_home", "jean_at_home"])
def test_no_number_behind_a_private_link_breaks_a_page(db, request, home):
    client, path = request.getfixturevalue(home)
    forms = [f for f in forms_within(client, path) if not f.action.endswith("/leave/")]

    assert len(forms) > 2, "the link was opened"
    assert [one for form in forms for one in broken_by(client, form)] == []


@pytest.fixture
def names_read(monkeypatch):
    """The names that a page has asked its address for, as they are asked."""
    names = set()

    def noted(real):
        def asks(self, name, *rest, **more):
            names.add(name)
            return real(self, name, *rest, **more)

        return asks

    for way in ("__getitem__", "get", "getlist", "__contains__"):
        real = getattr(MultiValueDict, way)
        monkeypatch.setattr(QueryDict, way, noted(real), raising=False)
    return names


def test_no_number_in_an_address_breaks_a_page(forms_behind, names_read):
    """Each page is tried with the names that it reads, all at once and one by one."""
    tried = set()
    for door in GET_DOORS:
        names_read.clear()
        client, _ = forms_behind(door)
        names = names_read - _NOT_FROM_ADDRESSES
        if door.startswith("open_referral:"):
            names |= FEED
        said = [dict.fromkeys(names, hostile) for hostile in HOSTILE if names]
        said += [{name: hostile} for name in names for hostile in WORST[:2]]
        tried |= names
        for one in said:
            answer = client.get(client.last_address, one)
            assert answer.status_code < 500, (door, str(one)[:60])
    assert {"need", "after", "about", "postcode"} <= tried


def test_a_number_of_nobody_in_an_address_is_not_found(amina_at_home):
    client, path = amina_at_home
    for number in ("²", "9" * 4000, "9" * 5000, str(2**63), str(2**31)):
        answer = client.post(f"{path}devices/{number}/", {"yes": "yes"})
        assert answer.status_code < 500, number[:20]


@pytest.mark.parametrize("length", ["²", "9" * 5000, "-1", "1e9", "٣", "nonsense"])
def test_a_length_that_is_no_number_is_no_500(client, db, length):
    answer = client.post("/", {"words": "x"}, CONTENT_LENGTH=length)
    assert answer.status_code < 500


@pytest.mark.parametrize("cookie", ["²", "9" * 3000, "\x7f", "{}"])
def test_a_cookie_of_figures_breaks_nothing(client, db, cookie):
    for name in ("session", "known-device", "own-door", "csrftoken", "taken"):
        client.cookies[name] = cookie
    said = {"login": "priya@example.org", "password": "x"}
    assert client.get("/").status_code < 500
    assert client.post("/accounts/login/", said).status_code < 500


def test_one_function_reads_numbers():
    """`isdigit` and its sisters say yes to "²" or "٣", where `int` fails or guesses."""
    rooms = ("welcome", "referrals", "storybooks", "livingwell")
    files = [file for room in rooms for file in (HOUSE / room).rglob("*.py")]
    assert _holding(r"\.is(digit|numeric|decimal)\b", files) == []


@pytest.mark.parametrize(
    "by_itself",
    [r"(?<!\w)(int|float)\((?!time\.)", r"forms\.(Integer|Decimal|Float)Field\("],
)
def test_no_form_and_no_view_turns_text_into_a_number_by_itself(by_itself):
    files = [*HOUSE.glob("*/forms/*.py"), *HOUSE.glob("*/views/*.py")]
    assert len(files) > 60
    assert _holding(by_itself, files) == []


def _holding(pattern, files):
    return [file.name for file in files if re.search(pattern, _code(file))]


def _code(file):
    """Without docstrings and comments."""
    return re.sub(r'""".*?"""|#.*', "", file.read_text(), flags=re.DOTALL)
