"""Sites, teams, organisations, and the people who work here. Never anyone's story.

Every change made here is written to Django's own log and to the trail.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.auth.forms import AdminUserCreationForm
from django.db.models import QuerySet, URLField
from django.forms import ModelForm
from django.http import HttpRequest

from .access.permissions import who
from .actions import letters, second_factors
from .audit import trail
from .audit.admin_payloads import MembershipSaved
from .models import (
    Event,
    LetterTemplate,
    Look,
    Membership,
    Message,
    Organisation,
    Site,
    Team,
    User,
)
from .traced_admin import ReadOnly, Traced


def became_member(
    membership: Membership,
    *,
    by: User,
    became: str = "begun",
    fields: Iterable[str] = (),
) -> Event:
    """Write down that a role began, ended or changed; the account by its key."""
    place = membership.team or membership.organisation
    saved = MembershipSaved(role=membership.role, user=str(membership.user_id))
    if fields:
        saved["fields"] = sorted(fields)
    return trail.record(
        f"membership.{became}",
        about=membership,
        by=by,
        site=place.site if place else None,
        team=membership.team,
        partner=membership.organisation,
        detail=saved,
    )


def _became(membership: Membership, fields: list[str]) -> str:
    """What a row of a role is now; `fields` are those that changed, none if new."""
    if membership.ended_at and (not fields or "ended_at" in fields):
        return "ended"
    return "begun" if not fields or "ended_at" in fields else "changed"


class MembershipRows(admin.TabularInline):
    model = Membership
    extra = 1
    autocomplete_fields = ["team", "organisation"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a role is ended by its date


class UserForm(AdminUserCreationForm):
    """A new account; its password can be set by the link for a forgotten one."""

    class Meta:
        model = User
        fields = ["email", "name"]


@admin.register(User)
class UserAdmin(Traced):
    list_display = ["name", "email", "profession", "employer", "is_active"]
    list_select_related = ["employer"]
    search_fields = ["name", "email"]
    autocomplete_fields = ["employer"]
    inlines = [MembershipRows]
    actions = ["remove_second_factors"]
    fields = [
        "email", "name", "profession", "phone", "employer", "is_active", "is_staff",
        "is_superuser",
    ]  # fmt: skip

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        if obj is None:
            kwargs["form"] = UserForm
            kwargs["fields"] = None
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ["email", "name", "usable_password", "password1", "password2"]
        return self.fields

    def save_model(
        self, request: HttpRequest, obj: User, form: Any, change: Any
    ) -> None:
        """A password that was typed here is known to two: the trail says by whom."""
        super().save_model(request, obj, form, change)
        if form.cleaned_data.get("password1"):
            trail.record("password.changed", about=obj, by=who(request))

    def trace_row(
        self, what: str, row: Any, fields: list[str], request: HttpRequest
    ) -> None:
        """A role that begins, ends or changes: who, where, and what changed."""
        became = _became(row, fields)
        became_member(row, by=who(request), became=became, fields=fields)

    @admin.action(
        description="Remove second factors of someone who has lost theirs",
        permissions=["change"],
    )
    def remove_second_factors(
        self, request: HttpRequest, queryset: QuerySet[User]
    ) -> None:
        second_factors.remove_all_of_each(queryset, by=who(request))
        done = "Done. We’ve told them. They’ll set up a new one when they next sign in."
        self.message_user(request, done)


@admin.register(Site)
class SiteAdmin(Traced):
    list_display = ["name", "nation", "phone"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]

    def save_model(
        self, request: HttpRequest, obj: Site, form: Any, change: Any
    ) -> None:
        """A new site can write letters from its first day."""
        super().save_model(request, obj, form, change)
        if not change:
            letters.give_templates(obj)


@admin.register(LetterTemplate)
class LetterTemplateAdmin(Traced):
    list_display = ["name", "site", "to", "is_offered"]
    list_select_related = ["site"]
    list_filter = ["site", "to"]
    search_fields = ["name"]
    autocomplete_fields = ["site"]


@admin.register(Team)
class TeamAdmin(Traced):
    list_display = ["name", "site", "phone", "email"]
    list_select_related = ["site"]
    search_fields = ["name"]


@admin.register(Organisation)
class OrganisationAdmin(Traced):
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ["name", "site", "is_partner", "email"]
    list_select_related = ["site"]
    search_fields = ["name"]


@admin.register(Event)
class EventAdmin(ReadOnly):
    list_display = ["at", "what", "by", "about"]
    fields = ["at", "what", "by", "about", "detail"]
    list_select_related = ["by"]
    list_filter = ["what"]


@admin.register(Look)
class LookAdmin(ReadOnly):
    list_display = ["at", "by", "why", "reason"]
    fields = ["at", "by", "why", "reason", "about"]
    list_select_related = ["by"]
    list_filter = ["why"]


@admin.register(Message)
class MessageAdmin(ReadOnly):
    fields = list_display = (
        "made_at", "channel", "template", "reference", "attempts", "due_at",
        "sent_at", "delivered_at", "failed_at",
    )  # fmt: skip
    list_filter = ["channel", "template"]
