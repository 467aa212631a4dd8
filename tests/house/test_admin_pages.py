"""Every admin page is known, shows no secret, and writes each change to the trail."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from referrals.models import Offer, OfferTime
from storybooks.models import Storybook
from welcome.models import (
    Event,
    LetterTemplate,
    Membership,
    Organisation,
    Site,
    Team,
    User,
)
from welcome.traced_admin import ReadOnly, Traced

from .. import factories as make

#: Where something can be changed, and where it can only be looked at. No other page.
CHANGED = {User, Site, Team, Organisation, LetterTemplate, Offer, Storybook}
LOOKED_AT = {"welcome.Event", "welcome.Look", "welcome.Message"}
LOOKED_AT |= {"referrals.Referral", "storybooks.Narrative"}
LIBRARIES = ["mfa.Authenticator", "account.EmailAddress", "account.EmailConfirmation"]
LIBRARIES += ["usersessions.UserSession", "auth.Group", "auth.Permission"]
LIBRARIES += ["admin.LogEntry", "sessions.Session"]


@pytest.fixture
def chief(client, db):
    user = make.make_user(is_staff=True, is_superuser=True, email="chief@example.org")
    client.force_login(user)
    return user


@pytest.fixture
def things(site, team, harbour, letters, priya):
    """One of each thing that can be changed in an admin page."""
    book = Storybook.objects.create(
        slug="waiting", kind="waiting", title="Waiting", words="About waiting"
    )
    OfferTime.objects.create(offer=letters, day=1, opens="09:00", closes="12:00")
    template = site.letter_templates.get(to="gp")
    found = (priya, site, team, harbour, template, letters, book)
    return {type(thing): thing for thing in found}


def address(model, page, *args):
    return reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args
    )


def as_it_is(page):
    """What the browser would send if nobody changed anything on this page."""
    form = page.context["adminform"].form
    sets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [form, *(f for one in sets for f in [one.management_form, *one.forms])]
    data = {}
    for field in (field for each in forms for field in each):
        widget, value = field.field.widget, field.value()
        if hasattr(widget, "decompress"):
            parts = widget.decompress(
                field.field.to_python(value) if isinstance(value, list) else value
            )
            data |= {f"{field.html_name}_{n}": v for n, v in enumerate(parts) if v}
        elif value is not None and value is not False:
            data[field.html_name] = field.field.prepare_value(value)
    return data


def since(before, what=None):
    fresh = Event.objects.filter(pk__gt=before).order_by("pk")
    return list(fresh.filter(what=what) if what else fresh)


def last():
    event = Event.objects.order_by("pk").last()
    return event.pk if event else 0


def test_only_pages_that_are_on_this_list_are_there():
    found = admin.site._registry

    assert {
        model for model, page in found.items() if isinstance(page, Traced)
    } == CHANGED
    shown = {m._meta.label for m, page in found.items() if isinstance(page, ReadOnly)}
    assert shown == LOOKED_AT
    assert len(found) == len(CHANGED) + len(LOOKED_AT)


@pytest.mark.parametrize("label", LIBRARIES)
def test_a_page_of_a_library_is_not_there_even_for_a_superuser(client, chief, label):
    app, name = label.lower().split(".")
    for path in ("", "add/", "1/change/", "1/delete/"):
        assert client.get(f"/admin/{app}/{name}/{path}").status_code == 404
    assert client.get(f"/admin/{app}/").status_code == 404


def test_a_page_that_does_not_write_to_the_trail_cannot_be_registered():
    admin.site.register(Group, admin.ModelAdmin)
    admin.site.register(Group)

    assert not admin.site.is_registered(Group)


def test_no_admin_page_shows_a_secret_of_a_second_factor(client, chief, priya):
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(priya, secret)
    codes = RecoveryCodes.activate(priya).get_unused_codes()
    stored = [str(row.data) for row in Authenticator.objects.all()]
    Event.objects.latest("pk")
    pages = ["/admin/", f"/admin/welcome/user/{priya.pk}/change/"]
    pages += [f"/admin/welcome/user/{priya.pk}/history/"]
    pages += [address(model, "changelist") for model in admin.site._registry]
    pages += [address(Event, "change", event.pk) for event in Event.objects.all()]
    for page in pages:
        shown = client.get(page).content.decode()
        assert secret not in shown
        assert not [code for code in codes if code in shown]
        assert not [data for data in stored if data in shown]
        assert "fernet:" not in shown
        assert priya.password not in shown


@pytest.mark.parametrize("model", CHANGED, ids=lambda m: m.__name__)
def test_saving_a_change_leaves_an_event(client, chief, things, model):
    thing = things[model]
    path = address(model, "change", thing.pk)
    data = as_it_is(client.get(path))
    name = "title" if model is Storybook else "name"
    before = last()

    answer = client.post(path, data | {name: "Another name"})

    assert answer.status_code == 302, answer.context["errors"]
    thing.refresh_from_db()
    assert getattr(thing, name) == "Another name"
    event = since(before, f"{model._meta.model_name}.changed")[0]
    assert event.by == chief
    assert event.about == f"{model._meta.label}:{thing.pk}"
    assert event.detail["fields"] == [name]
    assert "Another name" not in str(event.detail)


NEW = {
    Site: {"slug": "leith", "name": "Leith", "nation": "scotland", "keep_years": 20},
    Team: {"name": "New team"},
    LetterTemplate: {"name": "New letter", "to": "gp", "words": "Dear {name}"},
    Organisation: {"name": "New agency"},
    Storybook: {"slug": "new", "kind": "living", "title": "New", "words": "New"},
    Offer: {"name": "New offer"},
    User: {"email": "new@example.org", "name": "New", "usable_password": "false"},
}


@pytest.mark.parametrize("model", CHANGED, ids=lambda m: m.__name__)
def test_adding_leaves_an_event(client, chief, things, model, site, harbour):
    page = client.get(address(model, "add"))
    data = as_it_is(page) | NEW[model]
    data |= {"site": site.pk} if model in (Team, Offer, LetterTemplate) else {}
    if model is Offer:
        data |= {"partner": harbour.pk, "needs": ["money"], "words": "New"}
    before = last()

    answer = client.post(address(model, "add"), data)

    assert answer.status_code == 302, answer.context["errors"]
    event = since(before, f"{model._meta.model_name}.added")[0]
    assert event.by == chief
    assert model.objects.filter(pk=event.about.partition(":")[2]).exists()


@pytest.mark.parametrize("model", CHANGED, ids=lambda m: m.__name__)
def test_nothing_is_deleted_in_any_page_by_any_way(client, chief, things, model):
    thing = things[model]
    kept = set(model.objects.values_list("pk", flat=True))
    page = admin.site._registry[model]
    request = client.get(address(model, "changelist")).wsgi_request
    bulk = {"action": "delete_selected", "_selected_action": [str(pk) for pk in kept]}

    assert "delete_selected" not in page.get_actions(request)
    client.post(address(model, "changelist"), bulk | {"post": "yes"})
    client.post(address(model, "changelist"), bulk | {"select_across": "1"})
    gone = client.post(address(model, "delete", thing.pk), {"post": "yes"})
    assert gone.status_code == 403
    with pytest.raises(PermissionDenied):
        page.delete_model(request, thing)
    with pytest.raises(PermissionDenied):
        page.delete_queryset(request, model.objects.all())
    assert set(model.objects.values_list("pk", flat=True)) == kept


@pytest.mark.parametrize("label", sorted(LOOKED_AT))
def test_what_is_only_looked_at_cannot_be_changed(client, chief, things, label):
    model = apps.get_model(label)
    page = admin.site._registry[model]
    request = client.get(address(model, "changelist")).wsgi_request

    assert client.post(address(model, "add"), {}).status_code == 403
    assert not page.has_change_permission(request)
    assert not page.has_delete_permission(request)
    assert not page.get_actions(request)


def test_a_list_that_is_edited_in_place_leaves_events(client, chief, site, monkeypatch):
    """No page has one today; who adds one to a page gets the events with it."""
    page = admin.site._registry[Site]
    monkeypatch.setattr(page, "list_editable", ["phone"])
    data = {
        "form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": str(site.pk),
        "form-0-phone": "0131 496 0000", "_save": "Save",
    }  # fmt: skip
    client.post(address(Site, "changelist"), data)

    event = Event.objects.get(what="site.changed")
    assert (event.by, event.detail) == (chief, {"fields": ["phone"]})


def test_rows_inside_a_page_leave_events(client, chief, letters, things):
    path = address(Offer, "change", letters.pk)
    data = as_it_is(client.get(path))
    row = letters.times.get()
    before = last()
    more = {"times-0-closes": "13:00", "times-TOTAL_FORMS": 2, "times-1-day": 2}
    more |= {"times-1-opens": "10:00", "times-1-closes": "11:00"}
    more |= {"times-1-offer": str(letters.pk)}
    assert client.post(path, data | more).status_code == 302
    changed, added = (
        since(before, f"offertime.{became}")[0] for became in ("changed", "added")
    )
    assert (changed.about, changed.detail) == (
        f"referrals.OfferTime:{row.pk}",
        {"fields": ["closes"]},
    )
    assert added.by == chief

    data = as_it_is(client.get(path)) | {"times-0-DELETE": "on"}
    assert client.post(path, data).status_code == 302
    removed = since(before, "offertime.removed")[0]
    assert removed.about == f"referrals.Offer:{letters.pk}"
    assert removed.detail == {"key": str(row.pk)}


def test_a_role_that_changes_leaves_an_event_with_what_changed(
    client, chief, priya, team
):
    path = address(User, "change", priya.pk)
    data = as_it_is(client.get(path)) | {"memberships-0-role": "lead"}
    assert client.post(path, data).status_code == 302

    event = Event.objects.get(what="membership.changed")
    assert (event.by, event.team) == (chief, team)
    assert event.detail["fields"] == ["role"]
    assert event.detail["role"] == "lead"
    assert Membership.objects.get(user=priya).role == "lead"


def test_who_becomes_an_administrator_or_is_shut_out_is_in_the_trail(
    client, chief, priya
):
    path = address(User, "change", priya.pk)
    data = as_it_is(client.get(path)) | {"is_superuser": "on"}
    del data["is_active"]
    assert client.post(path, data).status_code == 302

    event = Event.objects.get(what="user.changed")
    assert event.detail["now"] == {"is_superuser": True, "is_active": False}


def test_a_password_that_is_typed_for_somebody_leaves_an_event(client, chief):
    word = "kettle-on-the-stove"
    data = as_it_is(client.get(address(User, "add"))) | {
        "email": "new@example.org", "name": "New", "usable_password": "true",
        "password1": word, "password2": word,
    }  # fmt: skip
    answer = client.post(address(User, "add"), data)
    assert answer.status_code == 302, answer.context["errors"]

    event = Event.objects.get(what="password.changed")
    assert event.by == chief
    assert event.about == f"welcome.User:{User.objects.get(email='new@example.org').pk}"
    assert word not in str(list(Event.objects.values_list("detail", flat=True)))


def test_a_password_is_not_changed_in_the_admin_pages(client, chief):
    answer = client.get("/admin/password_change/")

    assert answer.url == "/accounts/password/change/"
    assert not client.get("/admin/password_change/").content


def test_nothing_is_kept_if_the_trail_cannot_be_written(
    client, chief, team, monkeypatch
):
    path = address(Team, "change", team.pk)
    data = as_it_is(client.get(path)) | {"name": "Another name"}
    monkeypatch.setattr(Team._meta, "model_name", "a" * 60)  # longer than a code may be
    client.raise_request_exception = False

    assert client.post(path, data).status_code == 500
    team.refresh_from_db()
    assert team.name != "Another name"
