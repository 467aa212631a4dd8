"""About where each postcode district lies, as a column and a row of tiles. By hand.

Each picture is one place: north is up, neighbours are neighbours, nothing is to scale.
A district that is not here stands in a row below: add it where it belongs.
"""

_PICTURES = [
    """
    EH30 .    .    EH5  EH6  .
    .    EH4  EH3  EH1  EH7  EH15
    EH12 .    EH2  EH8  .    .
    EH14 EH11 EH10 EH9  EH16 .
    .    EH13 .    .    EH17 .
    """,
    """
    M44  M28  M27  M7   .
    .    M30  M6   M3   .
    .    .    M5   .    .
    """,
    """
    .    OL6  SK15
    M43  .    SK16
    M34  SK14 SK13
    """,
    """
    LU3  LU2
    LU4  LU1
    """,
    """
    .    SK17 .    S41
    .    DE45 S40  S42
    DE6  DE4  DE56 .
    """,
    """
    .    OL2  .
    OL9  OL1  OL4
    .    OL8  .
    """,
    """
    .    SW9  .
    SW12 SW2  SE24
    .    SW16 SE27
    """,
]

#: District to column and row. Places that are far apart never stand on one map.
PLACES: dict[str, tuple[int, int]] = {
    district: (column, row)
    for picture in _PICTURES
    for row, line in enumerate(picture.strip().splitlines())
    for column, district in enumerate(line.split())
    if district != "."
}
