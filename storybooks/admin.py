"""Storybooks are made here. Narratives are looked at here and changed on the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from .models import Narrative, Storybook


@admin.register(Storybook)
class StorybookAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "site")
    list_filter = ("kind",)
    prepopulated_fields = {"slug": ("title",)}


@admin.register(Narrative)
class NarrativeAdmin(admin.ModelAdmin):
    """Read only: a state that moved here would have no yes behind it."""

    list_display = ("reference", "storybook", "state", "agreed_until")
    list_filter = ("state", "storybook")
    list_select_related = ("storybook",)
    fields = ("storybook", "site", "state", "moved_at", "agreed_until", "published_at")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
