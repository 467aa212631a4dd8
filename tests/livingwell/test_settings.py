"""A wrong variable stops the start with a sentence that says which."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
ENOUGH = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "k3Fq-9sLw_x7" * 5,
    "SECOND_FACTOR_KEYS": "t9Bw_2mXq-4z" * 5,
    "DATABASE_URL": "postgres://nobody:secret@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}
_UUID = "c1b8a6f4-6f5d-4d3c-9b2a-1a2b3c4d5e6f"


def manage(*command, **given):
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=HOUSE,
        env=ENOUGH | given,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "too-short"),
        ("SECOND_FACTOR_KEYS", ""),
        ("SECOND_FACTOR_KEYS", " , "),
        ("SECOND_FACTOR_KEYS", "secret-but-short"),
        ("SECOND_FACTOR_KEYS", "secret" * 10 + ",secret-but-short"),
        ("SECOND_FACTOR_KEYS", "secret" * 10 + "," + "secret" * 10),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "sqlite:///secret.db"),
        ("DATABASE_URL", "postgres://secret@host"),
        ("DATABASE_OWNER_URL", "mysql://owner:secret@host/name"),
        ("REDIS_URL", ""),
        ("REDIS_URL", "http://secret"),
        ("REDIS_URL", "redis://host:secret/0"),
        ("BASE_URL", "front.example.org"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_FROM", "the front door"),
        ("HTTPS", "maybe"),
        ("LOG_LEVEL", "LOUD"),
        ("DIRECTORY_FEEDS", "edinburgh=ftp://secret"),
        ("DIRECTORY_FEEDS", "https://secret.example.org"),
        ("DIRECTORY_LOOPBACK", "perhaps"),
        ("OUTBOX_WAITS", "60,soon"),
        ("OUTBOX_WAITS", "0"),
        ("SESSION_IDLE_MINUTES", "0"),
        ("SESSION_MAX_HOURS", "twelve"),
        ("TRUSTED_PROXIES", "-1"),
        ("ATTACHMENT_MAX_MB", "0"),
        ("ATTACHMENT_TOTAL_MB", "much"),
        ("ATTACHMENT_STORAGE_URL", "https://key:secret@host/bucket"),
        ("ATTACHMENT_STORAGE_URL", "s3://key:secret@host"),
        ("CLAMAV_URL", "host:3310"),
        ("SMS_URL", "smtp://secret@host"),
        ("SMS_URL", "notify://secret@api.example.org?template=x"),
        ("SMS_URL", "notify://n-" + "-".join([_UUID] * 2) + "@host?template=secret"),
        ("SMS_URL", "http://us:secret@gateway.example.org/send"),
        ("SMS_URL", "https://"),
        ("SMS_RECEIPT_TOKEN", "secret-but-short"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_sentence(name, value):
    done = manage("check", **{name: value})

    assert done.returncode
    said = done.stderr.strip()
    assert name in said
    assert "\n" not in said
    assert said.endswith(".")
    assert "secret" not in said


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("", "files '' '' ''"),
        (
            f"notify://team-{_UUID}-{_UUID}@api.example.org?template={_UUID}",
            f"notify 'https://api.example.org' '{_UUID}' ''",
        ),
        (
            "https://us:p%40ss@sms.example.org:8443/send?kind=sms",
            "gateway 'https://sms.example.org:8443/send?kind=sms' '' 'p@ss'",
        ),
        ("http://127.0.0.1:9/send", "gateway 'http://127.0.0.1:9/send' '' ''"),
    ],
)
def test_where_texts_go_is_read_from_one_variable(url, read):
    asked = (
        "from django.conf import settings as s;"
        "print(s.SMS_BY, *map(repr, (s.SMS_SERVER, s.SMS_TEMPLATE, s.SMS_PASSWORD)))"
    )
    done = manage("shell", "--no-imports", "-c", asked, SMS_URL=url)

    assert done.stdout.strip() == read, done.stderr


def test_production_settings_are_clean():
    done = manage("check", "--deploy", "--fail-level=INFO")

    assert done.returncode == 0, done.stderr
