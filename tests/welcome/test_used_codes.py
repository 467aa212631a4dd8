"""A code of an authenticator app opens once, even where the cache forgets it."""

import time

import pytest
import time_machine
from allauth.core import context
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache

from welcome.access import used_codes
from welcome.forms.second_factors import CodeAgainForm, CodeForm
from welcome.forms.sign_in import SetUpAppForm
from welcome.models import FailedTry

from .. import factories as make
from ..threads import many_at_once
from ..totp import SECRET, code_for


@pytest.fixture
def asked(client, priya):
    """A request of Priya's, for the forms."""
    make.sign_in_just_now(client, priya)
    client.get("/accounts/2fa/")
    request = client.get("/accounts/2fa/").wsgi_request
    with context.request_context(request):
        yield request


def is_right(form, user, code):
    cache.clear()
    return form({"code": code}, user=user).is_valid()


@pytest.mark.parametrize("form", [CodeForm, CodeAgainForm])
def test_a_code_opens_once_and_its_second_use_counts_as_a_failure(asked, priya, form):
    TOTP.activate(priya, SECRET)
    code = code_for(SECRET)

    assert is_right(form, priya, code)
    assert not FailedTry.objects.exists()
    assert not is_right(form, priya, code)
    assert FailedTry.objects.exists()


def test_the_next_code_opens(asked, priya):
    TOTP.activate(priya, SECRET)
    assert is_right(CodeForm, priya, code_for(SECRET))
    with time_machine.travel(time.time() + 30):
        assert is_right(CodeForm, priya, code_for(SECRET))


@pytest.mark.parametrize(("late", "opens"), [(30, True), (90, False), (-90, False)])
def test_a_code_typed_slowly_opens_and_an_old_one_does_not(asked, priya, late, opens):
    TOTP.activate(priya, SECRET)
    code = code_for(SECRET)
    with time_machine.travel(time.time() + late):
        assert is_right(CodeForm, priya, code) is opens


def test_the_code_that_sets_up_an_app_signs_nobody_in(asked, priya):
    form = SetUpAppForm(user=priya)
    code = code_for(form.secret)
    assert SetUpAppForm({"code": code}, user=priya).is_valid()
    TOTP.activate(priya, form.secret)

    assert not is_right(CodeForm, priya, code)


def test_a_recovery_code_opens_once_as_well(asked, priya):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    TOTP.activate(priya, SECRET)
    code = RecoveryCodes.activate(priya).get_unused_codes()[0]

    assert is_right(CodeForm, priya, code)
    assert not is_right(CodeForm, priya, code)


@pytest.mark.django_db(transaction=True)
def test_of_two_uses_at_the_same_moment_one_opens(priya):
    code = code_for(SECRET)

    assert (
        many_at_once(8, lambda n: used_codes.use(priya, SECRET, code)).count(True) == 1
    )
