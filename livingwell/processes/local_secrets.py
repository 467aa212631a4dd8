"""Secrets that a run on one machine makes for itself, once, and keeps under var/."""

import json
import os
import secrets
from pathlib import Path


def kept(var: Path, *names: str) -> dict[str, str]:
    """The secrets of these names, made where missing. Only we can read them."""
    var.mkdir(parents=True, exist_ok=True)
    file = var / "secrets.json"
    known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    missing = [name for name in names if name not in known]
    if missing:
        known |= {name: secrets.token_urlsafe(40) for name in missing}
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as out:
            json.dump(known, out, indent=1)
    return known
