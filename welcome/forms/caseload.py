"""Which part of a caseload is shown, and in what order."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..access.caseload import NO_ONE, TEAM
from ..models import User
from .filters import FilterBar, one_of, sorted_by
from .plain_fields import drop_down

#: Weeks without contact.
QUIET = [("2", "2 weeks"), ("4", "4 weeks"), ("8", "8 weeks")]
SORTS = [("", "Quiet longest"), ("held", "Held longest"), ("name", "Name")]


class CaseloadFilters(FilterBar):
    """Whose, how quiet, and sorted by what. Only a lead chooses whose."""

    whose = drop_down("Held by", ())
    quiet = one_of("Quiet for", QUIET, everything="Any time")
    sort = sorted_by(SORTS)

    def __init__(
        self, asked: Mapping[str, str], *, workers: Iterable[User], **more: Any
    ) -> None:
        super().__init__(asked, **more)
        among = [(str(user.pk), user.name) for user in workers]
        if among:
            more_than_mine = [("", "Me"), (TEAM, "Everyone in the team"), *among]
            more_than_mine.append((NO_ONE, "No key contact"))
            self.fields["whose"].choices = more_than_mine  # type: ignore[attr-defined]
        else:
            del self.fields["whose"]
        self.choose(asked)
