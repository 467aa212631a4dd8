"""Logs say what happened to the service, and never a word about anybody."""

import io
import json
import logging

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.urls import path

from livingwell.logs import Discreet

NAMES = ("Amina", "Yusuf", "999 123 4567", "amina@example.org")


def breaks(request):
    words = " ".join(NAMES)
    raise ValueError(f"Cannot welcome {words}")


urlpatterns = [
    path("breaks/", breaks),
    path("storybooks/mine/<str:token>/", lambda request, token: 1 / 0),
]


@pytest.fixture
def log():
    """What would be on stdout, at the most talkative level."""
    out, root, own = io.StringIO(), logging.getLogger(), logging.getLogger("livingwell")
    handler = logging.StreamHandler(out)
    handler.setFormatter(Discreet())
    before = root.level, own.level
    root.addHandler(handler)
    root.setLevel("DEBUG")
    own.setLevel("DEBUG")
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before[0])
    own.setLevel(before[1])


def nobody_is_in(lines):
    text = json.dumps(lines, ensure_ascii=False)
    return not any(name in text for name in NAMES)


@pytest.mark.urls(__name__)
def test_an_error_leaves_its_place_and_not_its_words(client, log):
    client.raise_request_exception = False
    typed = {"story": "Amina Yusuf"}
    response = client.post("/breaks/?who=Amina", typed, HTTP_USER_AGENT="Amina")

    lines = log()
    assert nobody_is_in(lines)
    error = next(line for line in lines if line["level"] == "ERROR")
    assert error["problem"] == "ValueError"
    assert error["request_id"] == response["X-Request-ID"]
    assert any("test_logs.py" in step and "breaks" in step for step in error["where"])


@pytest.mark.urls(__name__)
def test_a_request_is_one_line_without_its_query(client, log):
    client.raise_request_exception = False
    response = client.get("/breaks/?who=Amina")

    (line,) = [line for line in log() if line["logger"] == "livingwell.requests"]
    assert line["path"] == "/breaks/"
    assert line["status"] == 500
    assert line["method"] == "GET"
    assert isinstance(line["ms"], int)
    assert line["user_id"] is None
    assert response["X-Request-ID"] == line["request_id"]


@pytest.mark.urls(__name__)
def test_the_key_of_a_private_link_is_never_written_down(client, log):
    client.raise_request_exception = False
    client.get("/storybooks/mine/a-key-that-opens/")

    assert "a-key-that-opens" not in json.dumps(log())


@pytest.mark.parametrize(
    ("who", "lines"),
    # of Django's notes on requests only those with an error in them: see `says_more`
    [("welcome", 3), ("celery", 3), ("some.library", 3), ("django.request", 1)],
)
def test_arguments_and_chained_errors_stay_unsaid(log, who, lines):
    try:
        try:
            raise KeyError("Amina")
        except KeyError as first:
            raise RuntimeError("Yusuf") from first
    except RuntimeError as problem:
        logging.getLogger(who).exception("%s went wrong", "amina@example.org")
        logging.getLogger(who).error(problem)
        logging.getLogger(who).info("done", extra={"name_of": "Amina", "status": 3})

    assert len(log()) == lines
    assert nobody_is_in(log())


def test_a_library_we_do_not_know_only_says_that_it_spoke(log):
    logging.getLogger("some.library").warning("Amina Yusuf called")

    assert log()[0]["event"] == "…"


@pytest.mark.django_db
def test_the_database_writes_down_no_statement_that_failed():
    log = settings.VAR_DIR / "postgres.log"
    if not log.exists():
        pytest.skip("the database is somebody else's")
    for wrong in (
        "SELECT 'Amina'::int",
        "SELECT 1 FROM welcome_person WHERE Yusuf = 1",
    ):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(wrong)

    assert not {"Amina", "Yusuf"} & set(log.read_text().replace("'", " ").split())
