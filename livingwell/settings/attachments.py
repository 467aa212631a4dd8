"""Files that belong to people: how large, where they are kept, who scans them."""

from urllib.parse import parse_qs, unquote, urlsplit

from ..environment import address, at_least
from .whereabouts import VAR_DIR

_MEGABYTE = 1_000_000

ATTACHMENT_MAX_MB = at_least("ATTACHMENT_MAX_MB", 1, default=10)
ATTACHMENT_MAX = ATTACHMENT_MAX_MB * _MEGABYTE
#: Of all files of one person together.
ATTACHMENT_TOTAL_MB = at_least("ATTACHMENT_TOTAL_MB", 1, default=200)
#: A larger file comes this far, so that its form can say so beside what was typed.
ATTACHMENT_BODY = max(100 * _MEGABYTE, 2 * ATTACHMENT_MAX)

CLAMAV_URL = address("CLAMAV_URL", ("tcp",), "tcp://host:3310")

_URL = address(
    "ATTACHMENT_STORAGE_URL", ("s3",), "s3://key:password@host/bucket?region=eu-west-2"
)


def _in_a_folder() -> dict[str, object]:
    """Below no folder that a web server serves; nobody but us may read it."""
    options = {
        "location": VAR_DIR / "attachments",
        "base_url": None,
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    }
    backend = "django.core.files.storage.FileSystemStorage"
    return {"BACKEND": backend, "OPTIONS": options}


def _in_a_bucket(url: str) -> dict[str, object]:
    """By the variable's own parts. `tls=off` is for a server on the same machine."""
    from botocore.config import Config  # heavy, and needed only here

    parts = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    scheme = "http" if asked.get("tls") == "off" else "https"
    options = {
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "endpoint_url": f"{scheme}://{parts.netloc.rpartition('@')[2]}",
        "bucket_name": parts.path.strip("/"),
        "region_name": asked.get("region"),
        "default_acl": None,
        "client_config": Config(
            connect_timeout=5,
            read_timeout=20,
            retries={"max_attempts": 2},
            s3={"addressing_style": "path"},
            signature_version="s3v4",
        ),
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


ATTACHMENT_STORAGE = _in_a_bucket(_URL) if _URL else _in_a_folder()
