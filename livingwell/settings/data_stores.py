"""PostgreSQL, and Valkey: the broker and the cache."""

from ..environment import address, env, needed

POSTGRES = ("postgres", "postgresql")
REDIS = ("redis", "rediss")

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
APPEND_ONLY_TABLES = [
    "welcome_event",
    "welcome_look",
    "welcome_safeguardingnote",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "welcome.User"

# ── Valkey: nothing in it is ever the only copy ──────────────────────────────
needed("REDIS_URL", "redis://host:port/0 for the broker and the cache")
REDIS_URL = address("REDIS_URL", REDIS, "redis://host:port/0")
CACHES = {
    "default": {
        "BACKEND": "livingwell.cache.SteadyCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
}
