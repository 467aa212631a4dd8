"""What we measure, each with everything that someone needs to trust it.

To add one: a Measure in one of the lists, how it is counted in `counting.py`, and then
`manage.py count_up --all`.
"""

from .definition import Kind, Measure
from .measures_of_help import FAREWELLS, HELP
from .measures_of_partners import PARTNERS
from .measures_of_waiting import WAITING
from .progress import PROGRESS

__all__ = ["MEASURES", "Kind", "Measure"]

#: In the order of the dashboard.
MEASURES: dict[str, Measure] = {
    measure.slug: measure
    for measure in [*WAITING, *PARTNERS, *HELP, *PROGRESS, *FAREWELLS]
}
