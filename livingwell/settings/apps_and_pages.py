"""Apps, middleware, templates, static files."""

from .attachments import ATTACHMENT_STORAGE
from .whereabouts import BASE_DIR, DEBUG, VAR_DIR

INSTALLED_APPS = [
    "welcome",
    "referrals",
    "storybooks",
    "demo",
    "livingwell",
    "livingwell.admin_pages.AdminPagesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "livingwell.logs.EachRequest",
    "livingwell.security.request_limits.Gate",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "livingwell.security.admin_pages_policy.AdminScripts",
    "welcome.web.outages.SayWhatToDo",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "welcome.web.retry_after.RetryAfter",
    "welcome.web.form_receipts.SayTaken",
    "welcome.access.sessions.AbsoluteLimit",
    "welcome.web.refusal_pages.SayWhy",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "welcome.views.navigation.house",
            ],
        },
    },
]
#: Cleans the text of every form: see welcome/forms/bound_fields.py.
FORM_RENDERER = "welcome.forms.bound_fields.Renderer"
CRISPY_TEMPLATE_PACK = "living"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["living"]

# ── Static files ─────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "attachments": ATTACHMENT_STORAGE,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
