"""Admin pages that write to the trail, and admin pages that only show.

`is_traced` says that a page is one of these: no other is registered (see
`livingwell.admin_pages`). What an action of a page does, it writes down itself.
"""

from typing import Any, NoReturn

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from .access.permissions import who
from .audit import trail
from .audit.admin_payloads import AdminSaved, RowRemoved, RowSaved
from .forms.fields import PublicPhoneField
from .values.text_cleaning import clean


class Traced(admin.ModelAdmin):
    """A change in these pages leaves an event, like a change anywhere else.

    Django calls `save_model` for the form, for a list that is edited in place, and
    `save_formset` for the rows inside a form; both in one transaction with the event.
    """

    is_traced = True

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        super().save_model(request, obj, form, change)
        became = "changed" if change else "added"
        trail.record(
            f"{obj._meta.model_name}.{became}",
            about=obj,
            by=who(request),
            detail=_saved(form),
        )

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: Any
    ) -> None:
        """Each row inside a form that was added, changed or removed is an event."""
        removed = [row.instance.pk for row in formset.deleted_forms]
        super().save_formset(request, form, formset, change)
        name, by = formset.model._meta.model_name, who(request)
        for row in formset.new_objects:
            self.trace_row(f"{name}.added", row, [], request)
        for row, fields in formset.changed_objects:
            self.trace_row(f"{name}.changed", row, fields, request)
        for pk in removed:
            gone = RowRemoved(key=str(pk))
            trail.record(f"{name}.removed", about=form.instance, by=by, detail=gone)

    def trace_row(
        self, what: str, row: Model, fields: list[str], request: HttpRequest
    ) -> None:
        saved = RowSaved(fields=sorted(fields))
        trail.record(what, about=row, by=who(request), detail=saved)

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """A phone is one number here too, in figures that are found again."""
        if db_field.name in ("phone", "duty_phone"):
            kwargs["form_class"] = PublicPhoneField
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> Any:
        return super().get_search_results(request, queryset, clean(search_term))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # closed, never deleted: the trail names them

    def delete_model(self, request: HttpRequest, obj: Model) -> NoReturn:
        raise PermissionDenied

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> NoReturn:
        raise PermissionDenied


def _saved(form: Any) -> AdminSaved:
    """What changed; and what was switched on or off, such as who may sign in."""
    fields = sorted(form.changed_data)
    now = {name: form.cleaned_data.get(name) for name in form.changed_data}
    switches = {name: value for name, value in now.items() if isinstance(value, bool)}
    if switches:
        return AdminSaved(fields=fields, now=switches)
    return AdminSaved(fields=fields)


class ReadOnly(admin.ModelAdmin):
    """To be looked at, by those who audit. Page by page, without counting them all."""

    is_traced = True  # there is nothing to write down
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
