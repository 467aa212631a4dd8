"""Private links: the door of someone who has no account, with a second fact.

The person still has to know the word that was agreed on. Of both we keep
hashes only. What a stranger sees is the same for a link that never was, that is over,
that was taken back and that is locked: the same page, the same sentence, the same time.

That is why the page asks everyone for "the word you agreed on" and never shows the
link's own question. Two different questions would say which link is real, and a
question such as "What was your dog called?" tells a stranger something about a person.
The question is kept so that the sender of the link can say it on the phone.
"""

import hashlib
import secrets
import time
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from ..audit import trail
from ..models import PrivateLink, User

_TOKEN_BYTES = 32  # 256 bits
_SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # none that looks like another
_STAYS_OPEN = 2 * 60 * 60  # seconds in one browser
_LONGEST_FACT = 200


@transaction.atomic
def make(
    purpose: str,
    subject: models.Model,
    *,
    by: User,
    question: str,
    fact: str,
    days: int = 30,
    once: UUID | None = None,
    on_paper: bool = False,
) -> tuple[PrivateLink, str]:
    """A new door to `subject`, and its token: the only moment it can be seen.

    `once` is a form's own key: the same form sent twice raises IntegrityError.
    `on_paper` makes a token that can be copied by hand.
    """
    fact_hash = make_password(plain(fact))
    token = _token_on_paper() if on_paper else None
    return _make(purpose, subject.pk, by, question, fact_hash, days, once, token)


@transaction.atomic
def renew(link: PrivateLink, *, by: User, days: int = 30) -> tuple[PrivateLink, str]:
    """Another link to the same thing, with the same word. Earlier ones go on."""
    return _make(link.purpose, link.subject, by, link.question, link.fact_hash, days)


def keep_until(purpose: str, subject: models.Model, moment: datetime) -> None:
    """Let the doors to this thing stay open longer; never shorter."""
    _to(purpose, subject).filter(expires_at__lt=moment).update(expires_at=moment)


def revoke(purpose: str, subject: models.Model) -> None:
    """Shut every door to this thing for good, in every browser at once."""
    _to(purpose, subject).update(revoked_at=timezone.now())


def latest(purpose: str, subject: models.Model) -> PrivateLink | None:
    """The newest link to this thing that was not taken back."""
    return _to(purpose, subject).order_by("-made_at").first()


def find(purpose: str, token: str) -> PrivateLink | None:
    """The open link with this token. The same work whether there is one or not."""
    links = PrivateLink.objects.filter(purpose=purpose, token_hash=hash_of(token))
    link = links.first()
    return link if link and link.is_open else None


def open_with(link: PrivateLink | None, fact: str) -> bool:
    """Whether the word is right. The caller counts wrong ones: `knocking`.

    Without a link the same slow check is made on nothing, so that time tells nothing.
    """
    right = check_password(plain(fact), link.fact_hash if link else _nobodys())
    return right and link is not None and PrivateLink.objects.get(pk=link.pk).is_open


def note_wrong(link: PrivateLink | None, *, waits: bool) -> None:
    """Write down a wrong word after which the next one waits: someone may guess."""
    if link and waits:
        trail.record("link.rests", about=link, by=User.objects.hand("person"))


def remember(request: HttpRequest, link: PrivateLink) -> None:
    """This browser has opened the door; it stays open here for two hours."""
    now = time.time()
    doors = {k: v for k, v in _doors(request).items() if v > now}
    request.session.cycle_key()
    request.session["doors"] = doors | {str(link.pk): now + _STAYS_OPEN}


def forget(request: HttpRequest, link: PrivateLink) -> None:
    """Close the door in this browser, and say nothing more: for a shared phone."""
    for _ in messages.get_messages(request):
        pass  # read here, so that the next page does not show it
    doors = {k: v for k, v in _doors(request).items() if k != str(link.pk)}
    request.session["doors"] = doors


def is_open_here(request: HttpRequest, link: PrivateLink) -> bool:
    return _doors(request).get(str(link.pk), 0) > time.time()


def _doors(request: HttpRequest) -> dict[str, float]:
    doors: dict[str, float] = request.session.get("doors", {})
    return doors


def _to(purpose: str, subject: models.Model) -> models.QuerySet[PrivateLink]:
    return PrivateLink.objects.filter(
        purpose=purpose, subject=subject.pk, revoked_at=None
    )


def _make(
    purpose: str,
    subject: UUID,
    by: User,
    question: str,
    fact_hash: str,
    days: int,
    once: UUID | None = None,
    token: str | None = None,
) -> tuple[PrivateLink, str]:
    token = token or secrets.token_urlsafe(_TOKEN_BYTES)
    link = PrivateLink.objects.create(
        id=once or uuid4(),
        purpose=PrivateLink.Purpose(purpose),
        subject=subject,
        token_hash=hash_of(token),
        question=question,
        fact_hash=fact_hash,
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    return link, token


def _token_on_paper() -> str:
    """Four groups of four, 77 bits: enough where a second fact is asked."""
    signs = [secrets.choice(_SIGNS) for _ in range(16)]
    return "-".join("".join(signs[i : i + 4]) for i in range(0, 16, 4))


def hash_of(token: str) -> str:
    """The same however the token is written, so that each way is the same door."""
    by_hand = token.replace("-", "").upper()
    if len(by_hand) == 16:  # copied from paper, in whatever letters
        token = by_hand
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def plain(fact: str) -> str:
    """Without what people vary: case, blanks, and a full stop at the end."""
    return "".join(fact.casefold().split()).rstrip(".")[:_LONGEST_FACT]


@cache
def _nobodys() -> str:
    return make_password(secrets.token_urlsafe())
