"""Signing in, second factors, sessions."""

from ..environment import at_least, on_or_off, secret_keys
from .whereabouts import HTTPS

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
#: Who types slowly, or whose phone is half a minute off, still gets in (RFC 6238 §5.2).
MFA_TOTP_TOLERANCE = 1
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
PRIVATE_LINKS = (OWN_PAGES, "/mine/", "/calendar/feed/")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "welcome:home"
LOGOUT_REDIRECT_URL = "welcome:front"
CSRF_FAILURE_VIEW = "welcome.web.forms_kept.stale"

# ── Sessions ─────────────────────────────────────────────────────────────────
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # survives Valkey
SESSION_COOKIE_AGE = 60 * at_least("SESSION_IDLE_MINUTES", 1, default=30)
#: Messages name people: they wait in the session, and in no cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_MAX_HOURS = at_least("SESSION_MAX_HOURS", 1, default=12)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
