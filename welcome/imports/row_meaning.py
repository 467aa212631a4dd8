"""What a row of one list says, by how its columns were named."""

from collections.abc import Sequence

from django.utils import timezone

from ..models import Import
from .row_facts import Asked, Told
from .told import understand


def meaning_of(taken: Import, cells: Sequence[str]) -> Told:
    """Needs `team.site` with the import. Raises Bad."""
    asked = Asked(
        timezone.localdate(),
        taken.team.site.nation,
        taken.month_first,
        is_spreadsheet=taken.is_spreadsheet,
    )
    return understand(cells, taken.headings, taken.columns, asked)
