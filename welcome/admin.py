"""Sites, teams, organisations, and the people who work here. Never anybody's story.

Every change made here is written to Django's own log and to the trail.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.forms import AdminUserCreationForm
from django.forms import ModelForm
from django.http import HttpRequest

from . import trail
from .access import who
from .models import Event, Look, Membership, Message, Organisation, Site, Team, User


class Traced(admin.ModelAdmin):
    """A change in these pages leaves an event, like a change anywhere else."""

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        super().save_model(request, obj, form, change)
        became = "changed" if change else "added"
        what = f"{obj._meta.model_name}.{became}"
        trail.record(what, about=obj, by=who(request), fields=sorted(form.changed_data))

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: Any
    ) -> None:
        """A role that begins or ends is an event of its own: who, where, since when."""
        super().save_formset(request, form, formset, change)
        if formset.model is Membership:
            changed = [row for row, _ in formset.changed_objects]
            for membership in [*formset.new_objects, *changed]:
                became_member(membership, by=who(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # closed, never deleted: the trail names them


def became_member(membership: Membership, *, by: User) -> Event:
    """Write down that a role began, or ended. The account is told by its key."""
    became = "ended" if membership.ended_at else "begun"
    place = membership.team or membership.organisation
    return trail.record(
        f"membership.{became}",
        about=membership,
        by=by,
        site=place.site if place else None,
        team=membership.team,
        partner=membership.organisation,
        role=membership.role,
        user=str(membership.user_id),
    )


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


@admin.register(Site)
class SiteAdmin(Traced):
    list_display = ["name", "nation", "phone"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Team)
class TeamAdmin(Traced):
    list_display = ["name", "site", "phone", "email"]
    list_select_related = ["site"]
    search_fields = ["name"]


@admin.register(Organisation)
class OrganisationAdmin(Traced):
    list_display = ["name", "site", "is_partner", "email"]
    list_select_related = ["site"]
    search_fields = ["name"]


class ReadOnly(admin.ModelAdmin):
    """To be looked at, by those who audit. Page by page, without counting them all."""

    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


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
    fields = ["made_at", "template", "reference", "attempts", "due_at", "sent_at"]
    list_display = ["made_at", "template", "reference", "attempts", "due_at", "sent_at"]
    list_filter = ["template"]
