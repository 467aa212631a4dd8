"""Several files in one ZIP, made while it is sent: never all of them in memory."""

from collections.abc import Iterable, Iterator
from zipfile import ZIP_STORED, ZipFile

#: A name in the archive, and its content.
Entry = tuple[str, bytes]


class _Sink:
    """What is written and was not sent yet. It cannot go back, and ZIP need not."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, part: bytes) -> int:
        self.waiting.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """There is nothing to close."""

    def taken(self) -> bytes:
        parts, self.waiting = self.waiting, []
        return b"".join(parts)


def zipped(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The archive part by part. Two entries of one name are told apart by a number."""
    sink, names = _Sink(), dict[str, int]()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for name, content in entries:
            names[name] = names.get(name, 0) + 1
            stem, _, ending = name.rpartition(".")
            numbered = name if names[name] == 1 else f"{stem}-{names[name]}.{ending}"
            archive.writestr(numbered, content)
            yield sink.taken()
    yield sink.taken()
