"""Settings, from environment variables only. A wrong value stops the start.

A module for each subject: every variable is read in one of them, once, and explained
in docs/settings.md. Only what no subject has stands here.
"""

from ..environment import one_of
from .accounts import *  # noqa: F403
from .apps_and_pages import *  # noqa: F403
from .attachments import *  # noqa: F403
from .data_stores import *  # noqa: F403
from .directories import *  # noqa: F403
from .mail_and_tasks import *  # noqa: F403
from .text_messages import *  # noqa: F403
from .web_security import *  # noqa: F403
from .whereabouts import *  # noqa: F403

# ── Language and time ────────────────────────────────────────────────────────
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

LOGGING_CONFIG = None  # see livingwell/logs.py, which `apps.py` sets up
LOG_LEVEL = one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
