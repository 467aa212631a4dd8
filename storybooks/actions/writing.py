"""Writing a narrative down. Any change of the text voids what was agreed to."""

import unicodedata
from typing import Unpack, cast
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from welcome.audit import trail
from welcome.models import Organisation, User
from welcome.once import keep
from welcome.refusals import Refused

from ..deidentifying.mark import mark_key
from ..models import PUBLIC, Consent, Contributor, Narrative, State, Version
from .columns import Changed, Words
from .moves import end_consent, fresh, lock, move, next_number, site_of

#: Soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
#: What a reader sees, and so what the contributor approves.
SHOWN = ("title", "place", "content_note", "pull_quote", "text")


@transaction.atomic
def add_contributor(
    organisation: Organisation,
    *,
    by: User,
    name: str,
    email: str,
    named: str,
    shown_as: str,
) -> Contributor:
    """Somebody who tells. Known to these editors only."""
    contributor = Contributor.objects.create(
        organisation=organisation,
        name=name,
        email=email.lower(),
        named=Contributor.Named(named),
        shown_as=shown_as,
    )
    trail.record("contributor.added", about=contributor, by=by, site=organisation.site)
    return contributor


@transaction.atomic
def write(
    *,
    by: User,
    once: UUID,
    contributor: Contributor,
    **words: Unpack[Words],
) -> Narrative:
    """Begin a narrative. The same words sent twice with one `once` are begun once."""
    _is_theirs(once, by=by)
    first = {"contributor": contributor, **_tidied(words)}
    narrative, is_new = keep(Narrative, once, first, slug=free_slug(words["title"]))
    if not is_new:
        return narrative
    _keep_version(narrative, by=by)
    trail.record("narrative.written", about=narrative, by=by, site=site_of(narrative))
    return fresh(narrative)


@transaction.atomic
def edit(
    narrative: Narrative, *, by: User, seen: str, **words: Unpack[Words]
) -> Narrative:
    """Change it. `seen` is the fingerprint of the text that this editor began from."""
    narrative = lock(narrative)
    if narrative.fingerprint != seen:
        raise Refused(
            "Someone changed this story while you were writing. Open it again next to "
            "this page, and copy across what you wrote."
        )
    return change(narrative, by=by, **words)


def change(narrative: Narrative, *, by: User, **words: Unpack[Words]) -> Narrative:
    """Write new words into a locked narrative. A changed text is a draft again."""
    _refuse_where_it_must_stay(narrative)
    tidied = _tidied(words)
    changed = cast(
        Changed, {k: v for k, v in tidied.items() if getattr(narrative, k) != v}
    )
    if not any(name in SHOWN for name in changed):
        return _set(narrative, changed)
    changed["name_found_at"] = None
    if "title" in changed and narrative.published_at is None:
        changed["slug"] = free_slug(changed["title"], but=narrative)
    if narrative.state != State.DRAFT:
        _back_to_draft(narrative, changed, by=by)
    _set(narrative, changed)
    _forget_decisions_on_what_is_gone(narrative)
    _keep_version(narrative, by=by)
    trail.record("narrative.edited", about=narrative, by=by, site=site_of(narrative))
    return fresh(narrative)


def free_slug(title: str, but: Narrative | None = None) -> str:
    """The title as an address; with a number where another story has it."""
    base = slug_of(title)
    others = Narrative.objects.exclude(pk=but.pk) if but else Narrative.objects.all()
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    tries = (f"{base}-{n}" if n > 1 else base for n in range(1, len(taken) + 2))
    return next(slug for slug in tries if slug not in taken)


def slug_of(title: str) -> str:
    """The title as an address, before it is known whether another story has it."""
    return slugify(title.replace("’", ""))[:70] or "a-story"


def tidy(text: str) -> str:
    """Line ends as one sign, so that a browser never changes a fingerprint.

    Letters as one sign each, and none that nobody sees: a name can hide behind them.
    """
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_theirs(once: UUID, *, by: User) -> None:
    """Where the key is taken already. Nobody learns of somebody else's by guessing."""
    taken = Narrative.objects.filter(pk=once).exists()
    if taken and not Narrative.objects.visible_to(by).filter(pk=once).exists():
        raise Refused("Open a new page, and write it there.")


def _tidied(words: Words) -> Words:
    tidied = {k: tidy(v) if isinstance(v, str) else v for k, v in words.items()}
    return cast(Words, tidied)


def _refuse_where_it_must_stay(narrative: Narrative) -> None:
    if narrative.state in PUBLIC:
        raise Refused(
            "People can read this story now, exactly as its contributor approved it. "
            "Take it down first, then change it."
        )
    if narrative.state == State.WITHDRAWN:
        raise Refused("Its contributor has taken this story back.")


def _back_to_draft(narrative: Narrative, changed: Changed, *, by: User) -> None:
    """The yes was to another text. It ends in the same act that changes it."""
    end_consent(narrative, Consent.Ended.TEXT_CHANGED, by=by)
    move(
        narrative,
        State.DRAFT,
        by=by,
        why="text_changed",
        approved_fingerprint="",
        agreed_until=None,
        cooling_until=None,
        **changed,
    )


def _set(narrative: Narrative, changed: Changed) -> Narrative:
    for name, value in changed.items():
        setattr(narrative, name, value)
    if changed:
        narrative.save(update_fields=list(changed))
    return narrative


def _forget_decisions_on_what_is_gone(narrative: Narrative) -> None:
    """No list of “words that stay” holds a word that was taken out."""
    shown = mark_key("\n".join(getattr(narrative, name) for name in SHOWN))
    rows = narrative.mark_decisions.values_list("pk", "words")
    gone = [pk for pk, words in rows if words not in shown]
    narrative.mark_decisions.filter(pk__in=gone).delete()


def _keep_version(narrative: Narrative, *, by: User) -> None:
    Version.objects.create(
        narrative=narrative,
        number=next_number(narrative),
        title=narrative.title,
        text=narrative.text,
        by=by,
    )
