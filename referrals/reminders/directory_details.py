"""Asks a feed for each service of which its list says too little, one by one."""

from collections.abc import Callable
from typing import Any

from ..open_referral.bare_services import address_of, is_bare, with_details
from ..open_referral.feed_pages import NotThere, Unreachable

#: At a second each, a feed of more would keep us for most of an hour.
MOST = 1_000


class Details:
    """`get` waits as long as is polite, and answers with a page."""

    def __init__(self, feed: str, get: Callable[[str], bytes]) -> None:
        self.feed, self.get = feed, get
        self.asked = 0

    def of(self, told: Any, *, is_version_one: bool) -> Any:
        """The whole service. Raises Unreachable where there are too many to ask for."""
        if not is_bare(told, is_version_one=is_version_one):
            return told
        self.asked += 1
        if self.asked > MOST:
            raise Unreachable(
                f"The feed lists more than {MOST:,} services without their details."
            )
        try:
            return with_details(told, self.get(address_of(told, self.feed)))
        except NotThere:
            return told
