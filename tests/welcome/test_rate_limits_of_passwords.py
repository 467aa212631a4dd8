"""Where passwords are changed or asked for; what holds instead of allauth's limits."""

from allauth.account import app_settings as account_settings
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa import app_settings as mfa_settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from welcome.models import FailedTry

from .guessing import PASSWORD, guess, is_in, sign_in


def test_after_a_new_password_by_link_earlier_slips_are_forgotten(said, priya):
    owner = guess(said, 6, "127.0.0.1")
    link = reset_link(priya)
    page = owner.get(link, follow=True).redirect_chain[-1][0]
    new = "kettle biscuit rainbow"
    owner.post(page, {"password1": new, "password2": new})

    assert sign_in(owner, {"login": priya.email, "password": new}, "127.0.0.1")
    assert is_in(owner)


def reset_link(user):
    key = default_token_generator.make_token(user)
    whose = user_pk_to_url_str(user)
    return reverse("account_reset_password_from_key", args=[whose, key])


def change_password(client, old):
    new = "kettle biscuit rainbow"
    said = {"oldpassword": old, "password1": new, "password2": new}
    return client.post("/accounts/password/change/", said)


def test_wrong_passwords_of_today_wait_where_a_new_one_is_chosen(said, priya):
    """Somebody sits down at a screen that was left open, and guesses."""
    open_screen = Client()
    open_screen.force_login(priya)
    for _ in range(6):
        FailedTry.objects.update(waits_until=timezone.now())
        assert change_password(open_screen, "guess").status_code == 200

    assert change_password(open_screen, PASSWORD).status_code == 429
    FailedTry.objects.update(waits_until=timezone.now())
    assert change_password(open_screen, PASSWORD).status_code == 302


def test_right_passwords_of_today_never_count(said, priya):
    client = Client()
    client.force_login(priya)
    priya.set_password("a word of today")
    for _ in range(6):
        priya.set_password(PASSWORD)
        priya.save()
        client.force_login(priya)
        assert change_password(client, PASSWORD).status_code == 302

    assert not FailedTry.objects.exists()


#: What holds instead of each limit that allauth counts in the cache.
INSTEAD = {
    "login": "failures, by Adapter",
    "login_failed": "failures, by Adapter and by CodeForm",
    "reauthenticate": "failures, by Adapter and by CodeAgainForm",
    "change_password": "failures, by NewPasswordForm",
    "reset_password": "each asking, by AskForLinkForm",
    "reset_password_from_key": "nothing: its key can't be guessed, and opens once",
    "webauthn_login": "nothing: a passkey can't be guessed",
    "signup": "no such page: administrators make accounts",
    "manage_email": "no such page: administrators look after addresses",
    "confirm_email": "no such mail: administrators type addresses",
    "change_phone": "no such page: nobody signs in by phone",
    "verify_phone": "no such page: nobody signs in by phone",
    "request_login_code": "no such page: nobody signs in by a code alone",
}


def test_each_limit_of_allauth_is_off_and_we_know_what_holds_instead(settings):
    assert account_settings.RATE_LIMITS == mfa_settings.RATE_LIMITS == {}
    del settings.ACCOUNT_RATE_LIMITS, settings.MFA_RATE_LIMITS

    assert {*account_settings.RATE_LIMITS, *mfa_settings.RATE_LIMITS} == set(INSTEAD)
