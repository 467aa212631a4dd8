"""The admin pages: only those of our own rooms, opened by our own sign-in alone."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


class AdminPagesConfig(AdminConfig):
    default_site = "livingwell.admin_pages.AdminPages"


class AdminPages(AdminSite):
    def register(
        self, model_or_iterable: Any, admin_class: Any = None, **options: Any
    ) -> None:
        """Leave out every page that does not write its changes to the trail.

        Libraries register pages by themselves as they load. Those of allauth show
        secrets of second factors, sessions and addresses, and change them unseen.
        """
        if getattr(admin_class, "is_traced", False):
            super().register(model_or_iterable, admin_class, **options)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Our own sign-in page: its limits, its second factor."""
        from allauth.account.decorators import secure_admin_login  # needs the models

        return secure_admin_login(super().login)(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Our own page for it, which writes to the trail and tells the owner."""
        return redirect("account_change_password")
