"""Reading a file that is sent to us: in memory, and no more of it than may be kept."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class CappedUpload(FileUploadHandler):
    """Keeps the files of one request in memory, up to FILE_UPLOAD_MAX_MEMORY_SIZE.

    Of what is larger nothing more is kept, but its size is counted to the end: so the
    form can say that it is too large, and all else that was typed is still there.
    Nothing is written to a disk before it is encrypted.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left = int(settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
        self.kept = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        part = raw_data[: self.left]
        self.left -= len(part)
        self.kept.write(part)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )
