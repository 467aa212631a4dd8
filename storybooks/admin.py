"""Storybooks are made here. Narratives are looked at here and changed on the desk."""

from django.contrib import admin

from welcome.traced_admin import ReadOnly, Traced

from .forms.books import StorybookForm
from .models import Narrative, Storybook


@admin.register(Storybook)
class StorybookAdmin(Traced):
    """Never deleted: what was published in one is still agreed to, or taken back."""

    form = StorybookForm
    list_display = ("title", "kind", "site")
    list_select_related = ("site",)
    list_filter = ("kind",)
    prepopulated_fields = {"slug": ("title",)}


@admin.register(Narrative)
class NarrativeAdmin(ReadOnly):
    """A state that moved here would have no yes behind it."""

    list_display = ("reference", "storybook", "state", "agreed_until")
    list_filter = ("state", "storybook")
    list_select_related = ("storybook",)
    fields = ("storybook", "site", "state", "moved_at", "agreed_until", "published_at")
