"""Settings, from environment variables only. A wrong value stops the start.

Every variable is read here, once, and explained in docs/settings.md.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlparse

from .environment import (
    address,
    at_least,
    env,
    listed,
    needed,
    on_or_off,
    one_of,
    secret_keys,
    sender,
    waits,
)
from .schedule import bells
from .security.content_security_policy import CONTENT_SECURITY_POLICY  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent
POSTGRES = ("postgres", "postgresql")
REDIS = ("redis", "rediss")
SMTP = ("smtp", "smtps", "smtp+tls", "smtp+ssl")

# ── Where it runs ────────────────────────────────────────────────────────────
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
SECRET_KEY = needed("SECRET_KEY", "50 random signs for sessions and links", least=40)
DEBUG = on_or_off("DEBUG", default=False)
HTTPS = on_or_off("HTTPS", default=True)
DEMO = on_or_off("DEMO", default=False)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
BASE_URL = address(
    "BASE_URL", ("http", "https"), "https://name", default="http://localhost:8000"
).rstrip("/")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "livingwell.urls"
WSGI_APPLICATION = "livingwell.wsgi.application"

# ── Rooms and libraries ──────────────────────────────────────────────────────
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

# ── The database: the role of web and worker, which owns nothing ─────────────
needed("DATABASE_URL", "postgres://role:password@host/name for web and worker")
DATABASE_URL = address("DATABASE_URL", POSTGRES, "postgres://role:password@host/name")
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DATABASES["default"] |= {
    "CONN_HEALTH_CHECKS": True,  # a pool that asks first heals after a restart
    "OPTIONS": {
        "pool": {"min_size": 1, "max_size": 8, "timeout": 2},
        "connect_timeout": 5,
        "options": "-c statement_timeout=20000 -c lock_timeout=8000",
    },
}
#: The role that migrates and owns the tables; by default the same.
DATABASE_OWNER_URL = address(
    "DATABASE_OWNER_URL", POSTGRES, "postgres://owner:password@host/name", DATABASE_URL
)
#: Only ever added to: the role of web and worker may not change or remove a row.
APPEND_ONLY_TABLES = ["welcome_event", "welcome_look"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "welcome.User"

# ── Valkey: broker and cache; nothing in it is ever the only copy ─────────────
needed("REDIS_URL", "redis://host:port/0 for the broker and the cache")
REDIS_URL = address("REDIS_URL", REDIS, "redis://host:port/0")
CACHES = {
    "default": {
        "BACKEND": "livingwell.cache.SteadyCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
}

# ── Signing in ───────────────────────────────────────────────────────────────
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
ACCOUNT_ADAPTER = "welcome.access.sign_in.Adapter"
ACCOUNT_FORMS = {
    "login": "welcome.forms.sign_in.SignInForm",
    "reset_password": "welcome.forms.sign_in.AskForLinkForm",
    "change_password": "welcome.forms.sign_in.NewPasswordForm",
}
MFA_ADAPTER = "welcome.access.sign_in.SecondFactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator has typed the address
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
#: Nobody can sign up: an administrator has typed the address, which allauth never
#: learns to be true. Without this no second factor could be set up.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Living Well"
MFA_FORMS = {
    "activate_totp": "welcome.forms.sign_in.SetUpAppForm",
    "authenticate": "welcome.forms.second_factors.CodeForm",
    "reauthenticate": "welcome.forms.second_factors.CodeAgainForm",
}
#: allauth counts in the cache, and what is right as well. Ours, in the database, counts
#: failures alone: `welcome.access.rate_limits`. In docs/operations.md is what holds.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
SECOND_FACTOR = on_or_off("SECOND_FACTOR", default=True)
#: The first encrypts the secrets of second factors, every one decrypts.
SECOND_FACTOR_KEYS = secret_keys(
    "SECOND_FACTOR_KEYS", "50 random characters to encrypt second factors", least=40
)
USERSESSIONS_TRACK_ACTIVITY = False
ACCOUNT_PAGES, OWN_PAGES = "/accounts/", "/my-story/"  # as the URLs say
#: In each address with a private link's key: by these, logs and the outbox know one.
PRIVATE_LINKS = (OWN_PAGES, "/mine/")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "welcome:home"
LOGOUT_REDIRECT_URL = "welcome:front"
CSRF_FAILURE_VIEW = "welcome.web.forms_kept.stale"

SESSION_ENGINE = "django.contrib.sessions.backends.db"  # survives Valkey
SESSION_COOKIE_AGE = 60 * at_least("SESSION_IDLE_MINUTES", 1, default=30)
SESSION_MAX_HOURS = at_least("SESSION_MAX_HOURS", 1, default=12)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"

# ── Headers ──────────────────────────────────────────────────────────────────
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https")
    if at_least("TRUSTED_PROXIES", 0, default=0)
    else None
)
ALLAUTH_TRUSTED_PROXY_COUNT = at_least("TRUSTED_PROXIES", 0, default=0)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
#: Where a file may come, and how large: a team's list, in memory, never in a folder.
LARGEST_FILE = 26_000_000
FILES_COME_TO = ["welcome:imports"]
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FILE

# ── Static files ─────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# ── E-mail: to files under var/mail, or to a server by EMAIL_URL ─────────────
MAIL_DIR = VAR_DIR / "mail"
EMAIL_BACKEND = "welcome.messages.mailbox.Mailbox"
if address("EMAIL_URL", SMTP, "smtp+tls://user:password@host:587"):
    vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 20
EMAIL_FROM = DEFAULT_FROM_EMAIL = sender(
    "EMAIL_FROM", "Living Well <front-door@example.org>"
)
MESSAGE_ID_HOST = urlparse(BASE_URL).hostname or "localhost"

# ── The outbox, and what happens by time ─────────────────────────────────────
OUTBOX_WAITS = waits("OUTBOX_WAITS", [60, 300, 1800, 7200, 43200])
GIVEN_BACK_TOO_OFTEN = at_least("GIVEN_BACK_TOO_OFTEN", 2, default=2)
COOLING_OFF_DAYS = at_least("COOLING_OFF_DAYS", 0, default=7)
HANDOVER_ANSWER_DAYS = at_least("HANDOVER_ANSWER_DAYS", 1, default=2)
EMERGENCY_MINUTES = at_least("EMERGENCY_MINUTES", 1, default=60)
EMERGENCY_REVIEW_DAYS = at_least("EMERGENCY_REVIEW_DAYS", 1, default=2)
QUIET_AFTER_DAYS = at_least("QUIET_AFTER_DAYS", 1, default=28)
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 2,
    "socket_connect_timeout": 1,
    # a nudge that cannot be given is not waited for: the sweep will come
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat")
CELERY_BEAT_SCHEDULE = bells(at_least("OUTBOX_SWEEP_SECONDS", 1, default=5))

# ── Language and time ────────────────────────────────────────────────────────
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

LOGGING_CONFIG = None  # see livingwell/logs.py, which `apps.py` sets up
LOG_LEVEL = one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
