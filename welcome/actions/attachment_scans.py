"""Having files looked through for viruses, and deleting what was removed.

Both are swept by the clock: a scanner or a bucket that is away is asked again. Nothing
is locked and no transaction is open while another machine is asked.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ..attachments import clamav, storing
from ..audit import trail
from ..locking import locked
from ..models import Attachment, User

_AT_ONCE = 50
_Scan = Attachment.Scan


def scan_attachments() -> int:
    """Ask about each file whose turn it is. How many answers came.

    Ends at the first that stays without one: then the scanner is away, or this file
    is more than it takes. The next sweep begins with another.
    """
    url = settings.CLAMAV_URL
    if not url:
        waiting = Attachment.objects.with_content().filter(scan=_Scan.WAITING)
        return waiting.update(scan=_Scan.NOT_SCANNED)
    done = 0
    for attachment in Attachment.objects.to_scan()[:_AT_ONCE]:
        if not _looked_through(attachment, url):
            break
        done += 1
    return done


def _looked_through(attachment: Attachment, url: str) -> bool:
    rows = Attachment.objects.filter(pk=attachment.pk)
    rows.update(scan_tried_at=timezone.now())
    try:
        content = storing.content_of(attachment.storage_key, attachment.sealed_key)
        infected = clamav.is_infected(content, url)
    except (storing.Away, clamav.NoAnswer):
        return False
    if infected:
        _found_a_virus(attachment)
    else:
        rows.exclude(sealed_key="").update(scan=_Scan.CLEAN)
    return True


@transaction.atomic
def _found_a_virus(attachment: Attachment) -> None:
    """It can never be opened again. The row stays and says so."""
    rows = Attachment.objects.select_related("person__team")
    attachment = locked(rows, attachment.pk)
    if attachment.is_gone:
        return
    attachment.scan, attachment.sealed_key = _Scan.INFECTED, ""
    attachment.save(update_fields=["scan", "sealed_key"])
    trail.record(
        "attachment.infected",
        about=attachment,
        by=User.objects.hand("clock"),
        person=attachment.person,
        team=attachment.person.team,
    )


def erase_attachments() -> int:
    """Delete the content of what was removed or infected. How many were deleted."""
    done = 0
    for attachment in Attachment.objects.to_erase()[:_AT_ONCE]:
        try:
            storing.erase(attachment.storage_key)
        except storing.Away:
            break
        gone = Attachment.objects.filter(pk=attachment.pk)
        done += gone.update(erased_at=timezone.now())
    return done
