"""Headers, proxies, and how much may be sent to us."""

from datetime import timedelta

from ..environment import (
    at_least,
)
from ..security.content_security_policy import CONTENT_SECURITY_POLICY  # noqa: F401
from .attachments import ATTACHMENT_BODY, ATTACHMENT_MAX
from .whereabouts import HTTPS

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
#: Where a file may come, and how large a body may be there. Files are read in memory
#: and never lie in a folder as they came; of a larger one only its size is kept.
LARGEST_LIST = 26_000_000
FILES_COME_TO = {
    "welcome:imports": LARGEST_LIST,
    "welcome:add_attachment": ATTACHMENT_BODY,
}
FILE_UPLOAD_MAX_MEMORY_SIZE = max(LARGEST_LIST, ATTACHMENT_MAX)
FILE_UPLOAD_HANDLERS = ["welcome.web.uploads.CappedUpload"]
