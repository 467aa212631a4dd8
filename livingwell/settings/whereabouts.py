"""Where it runs: its folder, its address, its secret."""

from pathlib import Path

from ..environment import (
    address,
    env,
    listed,
    needed,
    on_or_off,
)

BASE_DIR = Path(__file__).resolve().parents[2]

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
SECRET_KEY = needed(
    "SECRET_KEY", "50 random characters for sessions and links", least=40
)
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
