"""Giving a file to a browser so that it can do nothing there but be looked at."""

from django.http import HttpResponse

from ..attachments import storing
from ..models import Attachment

_TYPES = {
    Attachment.Type.PDF: "application/pdf",
    Attachment.Type.DOCX: "application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document",
    Attachment.Type.DOC: "application/msword",
    Attachment.Type.JPEG: "image/jpeg",
    Attachment.Type.PNG: "image/png",
}
_SANDBOX = "default-src 'none'; sandbox"
#: Browsers show no PDF inside a sandbox. Only one that was scanned is shown at all,
#: and what it may load is nothing.
_NO_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'"


def answer_with_file(attachment: Attachment) -> HttpResponse:
    """The content, to be saved; shown in the browser only where that is safe.

    The browser is told the type that we found, never the one that was claimed.
    """
    content = storing.content_of(attachment.storage_key, attachment.sealed_key)
    found = _TYPES[Attachment.Type(attachment.type)]
    response = HttpResponse(content, content_type=found)
    how = "inline" if attachment.is_shown_inline else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{attachment.download_name}"'
    is_pdf = attachment.is_shown_inline and attachment.type == Attachment.Type.PDF
    response["Content-Security-Policy"] = _NO_SANDBOX if is_pdf else _SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response
