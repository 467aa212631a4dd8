"""Cells of a CSV file that no spreadsheet program takes for a formula."""

#: What such a program would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(cell: str) -> str:
    """No cell can begin a formula in whatever program opens the file.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("+44 7700 900123"), safe_cell("Amina")
    ("'=HYPERLINK(1)", "'+44 7700 900123", 'Amina')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
