"""Secrets of second factors are stored encrypted, and their keys can be replaced."""

import io
import json
import threading
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction

from welcome.access import key_rotation
from welcome.secrecy import encryption

from .. import factories as make
from ..totp import SECRET, code_for

SEED = "5eed" * 20
NEWER, OLDER = "a-newer-key-" + "n" * 40, "an-older-key-" + "o" * 40


def stored():
    """All that the table of second factors holds, as text."""
    return json.dumps(list(Authenticator.objects.values_list("data", flat=True)))


def plain_rows(user):
    """As a version before this one stored them."""
    kept = [("totp", {"secret": SECRET}), ("recovery_codes", {"seed": SEED})]
    for kind, data in kept:
        data = data | ({"used_mask": 1} if kind == "recovery_codes" else {})
        Authenticator.objects.create(user=user, type=kind, data=data)


def encrypt(*options):
    """Run the command; its exit code, and what it answered."""
    said = io.StringIO()
    try:
        call_command("encrypt_second_factors", "--json", *options, stdout=said)
    except SystemExit as ended:
        return ended.code, json.loads(said.getvalue())
    return 0, json.loads(said.getvalue())


def test_a_secret_is_stored_encrypted_and_its_codes_are_right(priya):
    TOTP.activate(priya, SECRET)
    RecoveryCodes.activate(priya)

    assert SECRET not in stored()
    assert stored().count('"fernet:') == 2
    factor = Authenticator.objects.get(type="totp").wrap()
    assert factor.validate_code(code_for(SECRET))
    assert not factor.validate_code("000000")
    codes = Authenticator.objects.get(type="recovery_codes").wrap()
    assert codes.validate_code(codes.get_unused_codes()[0])


def test_the_same_secret_never_looks_the_same_twice():
    assert encryption.encrypt(SECRET) != encryption.encrypt(SECRET)


def test_setting_up_an_app_leaves_its_secret_nowhere_in_plain_text(client, priya):
    make.sign_in_just_now(client, priya)
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    kept = [row.get_decoded() for row in Session.objects.all()]

    assert secret not in json.dumps(kept)
    wrong = client.post("/accounts/2fa/totp/activate/", {"code": "000000"})
    assert wrong.context["form"].secret == secret
    done = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert done.status_code == 302
    assert secret not in stored()
    assert secret not in json.dumps([r.get_decoded() for r in Session.objects.all()])
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_for(secret))


def test_plain_rows_from_before_still_work_until_they_are_encrypted(priya):
    plain_rows(priya)

    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_for(SECRET))


def test_the_command_encrypts_every_plain_row_and_loses_nothing(priya, omar):
    plain_rows(priya)
    before = RecoveryCodes(Authenticator.objects.get(type="recovery_codes"))
    codes = before.get_unused_codes()
    migrated = {"migrated_codes": ["12345678", "87654321"]}
    Authenticator.objects.create(user=omar, type="recovery_codes", data=migrated)
    key = {"credential": {"id": "abc"}, "name": "My key"}
    Authenticator.objects.create(user=omar, type="webauthn", data=key)

    assert encrypt("--dry-run") == (
        1,
        {"rows": 3, "encrypted": 3, "unreadable": 0, "dry_run": True},
    )
    assert SECRET in stored()
    assert encrypt()[1] == {
        "rows": 3,
        "encrypted": 3,
        "unreadable": 0,
        "dry_run": False,
    }

    for secret in (SECRET, SEED, "12345678", "87654321"):
        assert secret not in stored()
    assert Authenticator.objects.get(type="webauthn").data == key
    after = Authenticator.objects.get(user=priya, type="recovery_codes").wrap()
    assert after.get_unused_codes() == codes
    assert len(codes) == 9  # the used one stays used
    theirs = Authenticator.objects.get(user=omar, type="recovery_codes").wrap()
    assert theirs.validate_code("87654321")
    assert not theirs.validate_code("87654321")


def test_encrypting_twice_changes_nothing(priya):
    plain_rows(priya)
    encrypt()
    before = stored()

    assert encrypt()[1]["encrypted"] == 0
    assert encrypt("--dry-run")[0] == 0
    assert stored() == before


def test_a_newer_key_takes_over_and_the_older_one_can_go(priya, settings):
    settings.SECOND_FACTOR_KEYS = [OLDER]
    TOTP.activate(priya, SECRET)
    settings.SECOND_FACTOR_KEYS = [NEWER, OLDER]
    factor = Authenticator.objects.get(type="totp")
    assert encryption.decrypt(factor.data["secret"]) == SECRET

    assert encrypt()[1]["encrypted"] == 1

    settings.SECOND_FACTOR_KEYS = [NEWER]
    factor.refresh_from_db()
    assert encryption.decrypt(factor.data["secret"]) == SECRET
    assert encrypt() == (
        0,
        {"rows": 1, "encrypted": 0, "unreadable": 0, "dry_run": False},
    )


def test_a_secret_whose_key_is_lost_is_left_as_it_is_and_said(priya, omar, settings):
    settings.SECOND_FACTOR_KEYS = [OLDER]
    TOTP.activate(priya, SECRET)
    lost = Authenticator.objects.get(user=priya).data
    Authenticator.objects.create(user=omar, type="totp", data={"secret": SECRET})
    settings.SECOND_FACTOR_KEYS = [NEWER]

    code, said = encrypt()

    assert (code, said["unreadable"], said["encrypted"]) == (1, 1, 1)
    assert Authenticator.objects.get(user=priya).data == lost
    with pytest.raises(encryption.NoKey) as problem:
        Authenticator.objects.get(user=priya).wrap().validate_code("123456")
    assert lost["secret"] not in str(problem.value)


def test_replacing_the_secret_key_of_sessions_locks_nobody_out(priya, settings):
    TOTP.activate(priya, SECRET)
    settings.SECRET_KEY = "another-secret-key-" + "z" * 50

    factor = Authenticator.objects.get(type="totp")
    assert encryption.decrypt(factor.data["secret"]) == SECRET


def test_many_are_encrypted_in_small_batches(db):
    for _ in range(5):
        Authenticator.objects.create(
            user=make.make_user(), type="totp", data={"secret": SECRET}
        )

    assert key_rotation.encrypt_all(batch=2).encrypted == 5
    assert SECRET not in stored()


@pytest.mark.django_db(transaction=True)
def test_a_code_that_is_used_meanwhile_stays_used(priya):
    """Whoever signs in holds the row; the command waits, and reads it again."""
    plain_rows(priya)
    running = threading.Thread(target=_encrypt_and_close)
    with transaction.atomic():
        codes = Authenticator.objects.get(type="recovery_codes").wrap()
        used = codes.get_unused_codes()[0]
        assert codes.validate_code(used)
        running.start()
        time.sleep(0.5)
    running.join(10)

    codes = Authenticator.objects.get(type="recovery_codes").wrap()
    assert SEED not in stored()
    assert not codes.validate_code(used)


def _encrypt_and_close():
    try:
        key_rotation.encrypt_all()
    finally:
        connection.close()
