"""Every address, room by room."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from . import health

handler500 = "welcome.web.outages.say_what_went_wrong"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    # an administrator looks after addresses: allauth's own page for them is closed
    path("accounts/email/", RedirectView.as_view(pattern_name="mfa_index")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("numbers/", include("referrals.dashboards.urls")),
    path("storybooks/", include("storybooks.urls")),
    path("", include("referrals.open_urls")),
    path("", include("referrals.urls")),
    path("", include("welcome.urls")),
]
