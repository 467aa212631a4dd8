"""Reads the feeds of other directories: whole, page by page, with a report."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from welcome.models import Site, User
from welcome.refusals import Refused

from ..actions.directory_feeds import note_page
from ..actions.service_imports import bring_service
from ..models import DirectoryFeed
from ..open_referral.bare_services import key_of
from ..open_referral.belonging import site_of
from ..open_referral.feed_pages import Answer, Unreachable, fetch, session
from ..open_referral.reading import name_of
from ..open_referral.service_pages import Unreadable, page_in
from .directory_details import Details
from .directory_gone import mark_what_is_gone
from .directory_reports import Report

#: Seconds between two pages.
_PAUSE = 1
_MOST_PAGES = 500
_PER_PAGE = 50
_NIGHT = range(1, 6)
_AGAIN_AFTER = timedelta(hours=20)

Sleep = Callable[[float], None]


def read_due(sleep: Sleep = time.sleep) -> int:
    """Those of the settings that were not read this night. Twice at once reads once."""
    if timezone.localtime().hour not in _NIGHT:
        return 0
    begun = 0
    for slug, url in settings.DIRECTORY_FEEDS:
        feed = feed_of(url, Site.objects.filter(slug=slug).first())
        late = timezone.now() - _AGAIN_AFTER
        due = DirectoryFeed.objects.filter(pk=feed.pk).exclude(begun_at__gt=late)
        if due.update(begun_at=timezone.now()):
            Round(feed, sleep=sleep).read()
            begun += 1
    return begun


def feed_of(url: str, site: Site | None) -> DirectoryFeed:
    return DirectoryFeed.objects.update_or_create(url=url, defaults={"site": site})[0]


class Round:
    """One reading of one feed; `report` says what came of it."""

    def __init__(self, feed: DirectoryFeed, *, sleep: Sleep = time.sleep) -> None:
        self.feed, self.sleep = feed, sleep
        self.by = User.objects.hand("clock")
        self.session = session()
        self.details = Details(feed.url, self._get_politely)
        self.report = Report(feed)
        self.seen: set[UUID] = set()

    @property
    def lines(self) -> list[str]:
        return self.report.lines

    @property
    def count(self) -> Counter[str]:
        return self.report.count

    def read(self) -> "Round":
        """Every page; what left the feed is marked only if each could be read."""
        try:
            self._pages()
            mark_what_is_gone(self.feed, self.seen, self.report, by=self.by)
        except (Unreachable, Unreadable) as problem:
            self.report.stopped(str(problem))
        self.report.keep()
        return self

    def _pages(self) -> None:
        for number in range(1, _MOST_PAGES + 1):
            if number > 1:
                self.sleep(_PAUSE)
            before = len(self.seen)
            pages = self._page(number)
            if number >= pages if pages is not None else len(self.seen) == before:
                return
        raise Unreachable(f"The feed has more than {_MOST_PAGES} pages.")

    def _page(self, number: int) -> int | None:
        """Of how many pages it is one, if that is said."""
        page = self.feed.pages.filter(number=number).first()
        known = Answer(None, page.etag, page.modified) if page else Answer(None)
        got = fetch(self.session, self._address(number), known, sleep=self.sleep)
        if got.content is None and page:
            self.seen.update(page.services)
            self.count["same"] += len(page.services)
            return page.pages
        found = page_in(got.content or b"")
        refused = self.count["refused"]
        for told in found.services:
            whole = self.details.of(told, is_version_one=found.is_version_one)
            self._service(whole)
        keys = [key for key in map(key_of, found.services) if key]
        self.seen.update(keys)
        is_whole = self.count["refused"] == refused
        note = got if is_whole else Answer(None)
        note_page(self.feed, number, note, pages=found.pages, services=keys)
        return found.pages

    def _get_politely(self, url: str) -> bytes:
        self.sleep(_PAUSE)
        return fetch(self.session, url, Answer(None), sleep=self.sleep).content or b""

    def _address(self, number: int) -> str:
        parts = urlsplit(self.feed.url)
        asked = dict(parse_qsl(parts.query)) | {"full": "true", "page": str(number)}
        asked.setdefault("per_page", str(_PER_PAGE))
        return parts._replace(query=urlencode(asked)).geturl()

    def _service(self, told: Any) -> None:
        site = self.feed.site
        try:
            self._only_once(told)
            site = site or site_of(told)
            found = bring_service(told, by=self.by, site=site)
        except Refused as reason:
            self.report.refused(name_of(told), str(reason), site)
        else:
            self.report.brought(name_of(told), key_of(told), found, site)

    def _only_once(self, told: Any) -> None:
        key = key_of(told)
        if key in self.seen:
            raise Refused("It is in this feed twice. We imported only the first.")
        self.seen.update({key} if key else ())
