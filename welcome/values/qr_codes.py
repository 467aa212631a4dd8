"""A link as a square that a phone's camera reads. Pure."""

from itertools import groupby

import qrcode


def path_of(text: str) -> tuple[str, int]:
    """The dark parts as one SVG path, a unit for each square, and how wide it all is.

    >>> path, side = path_of("https://example.org/")
    >>> path[:6], side
    ('M4 4h7', 33)
    """
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    rows = code.get_matrix()
    parts = []
    for y, row in enumerate(rows):
        for is_dark, cells in groupby(enumerate(row), key=lambda cell: cell[1]):
            x, *rest = [x for x, _ in cells]
            if is_dark:
                parts.append(f"M{x} {y}h{len(rest) + 1}v1h-{len(rest) + 1}z")
    return "".join(parts), len(rows)
