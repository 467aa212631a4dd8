"""At one's own door: the files that they can see, one by one or all in one."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.http import (
    HttpRequest,
    HttpResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render

from ... import actions
from ...attachments import storing
from ...models import Attachment, User
from ...models.attachments import AttachmentQuerySet
from ...web.file_downloads import answer_with_file
from ...web.pagination import page_of
from ...web.zipped import Entry, zipped
from .guard import Own, at_own_door


@at_own_door
def my_files(request: HttpRequest, own: Own) -> HttpResponse:
    """What the team has shown them, the newest first; and whether there is more."""
    page = page_of(_theirs(own), request, by=("-dated", "-pk"))
    others = own.person.attachments.with_content().filter(person_may_see=False)
    context = {
        "own": own,
        "here_now": "files",
        "page": page,
        "has_others": others.exists(),
    }
    return render(request, "welcome/own_page/my_files.html", context)


@at_own_door
def my_file(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """One of them, to keep."""
    found = get_object_or_404(_theirs(own).to_open(), pk=pk)
    actions.take_files(own.person, by=User.objects.hand("person"), files=1)
    return answer_with_file(found)


@at_own_door
def my_zip(request: HttpRequest, own: Own) -> HttpResponse:
    """All of them, in one file to take away."""
    if request.method != "POST" or "take" not in request.POST:
        return redirect("welcome:my_files", own.token)
    files = list(_theirs(own).to_open().order_by("dated", "pk"))
    actions.take_files(own.person, by=User.objects.hand("person"), files=len(files))
    response = StreamingHttpResponse(
        zipped(_entries(files)), content_type="application/zip"
    )
    response["Content-Disposition"] = 'attachment; filename="my-files.zip"'
    return cast(HttpResponse, response)  # headers are set on either


def _entries(files: list[Attachment]) -> Iterator[Entry]:
    for file in files:
        try:
            content = storing.content_of(file.storage_key, file.sealed_key)
            yield file.download_name, content
        except storing.Away as why:  # the rest is on its way already
            yield f"{file.download_name}.txt", str(why).encode()


def _theirs(own: Own) -> AttachmentQuerySet:
    return Attachment.objects.for_the_person().filter(person=own.person)
