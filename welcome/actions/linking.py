"""Two records are one person; and, when that was a mistake, two again."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import PersonLinked
from ..finding.refilling import renew
from ..linking import joining, moving, since
from ..linking.pen import Pen, put_back
from ..linking.snapshot import seen
from ..models import Event, Holding, LinkAsked, Linking, Person, User
from ..models.own_record import is_ones_own
from ..refusals import Refused
from .duplicate_asks import answer_linked
from .duplicate_rows import linked, team_asked, unsaved_link_asked, unsaved_linking

CHANGED = "Someone changed one of the records while you compared them. Check both."


@transaction.atomic
def link(
    kept: Person, other: Person, *, by: User, why: str, rules: Mapping[str, str],
    as_seen: str,
) -> Linking:  # fmt: skip
    """`other` becomes one with `kept`. Pressed twice, it is done once."""
    kept, other = _locked(kept.pk, other.pk)
    done = Linking.objects.current().filter(kept=kept, other=other).first()
    if done:
        return done
    _may_be_linked(kept, other, by)
    if as_seen != seen(kept, other):
        raise Refused(CHANGED)
    linking = unsaved_linking(
        kept, other, by=by, at=timezone.now(), why=why, rules=dict(rules)
    )
    trail.write(join(linking))
    return linking


def join(linking: Linking) -> Event:
    """Everything but the event, which is given back: two records become one.

    Call it inside a transaction, with both locked, where nothing is in the way.
    """
    kept, other, by = linking.kept, linking.other, linking.by
    linking.stood = moving.stood(kept)
    linking.save(force_insert=True)
    _join(Pen(linking), kept, other, by)
    renew(kept, other)
    answer_linked(kept, by=by)
    return linked(linking)


@transaction.atomic
def unlink(linking: Linking, *, by: User, since: str) -> Linking:
    """Two again: every row goes back to where it was. Pressed twice, done once."""
    kept, other = _locked(linking.kept_id, linking.other_id)
    linking = Linking.objects.select_for_update(of=("self",)).get(pk=linking.pk)
    if linking.undone_at:
        return linking
    if other.linked_to_id != kept.pk or kept.linked_to_id:
        raise Refused(
            "This record has been linked with another one since. Undo that link first."
        )
    _part(linking, other.pk, since)
    renew(kept, other)
    linking.undone_at, linking.undone_by = timezone.now(), by
    linking.since = since
    linking.save(update_fields=["undone_at", "undone_by", "since"])
    for person, theirs in ((kept, other), (other, kept)):
        person.refresh_from_db()
        trail.record(
            "person.unlinked", about=linking, by=by, person=person, team=person.team,
            detail=PersonLinked(other=theirs.reference),
        )  # fmt: skip
    return linking


@transaction.atomic
def ask_to_link(ours: Person, theirs: Person, *, by: User, path: str) -> LinkAsked:
    """Ask the team that knows the other record. Asking lets them see ours."""
    row = unsaved_link_asked(ours, theirs, by=by, at=timezone.now())
    asked, is_new = LinkAsked.objects.get_or_create(
        ours=ours,
        theirs=theirs,
        answered_at=None,
        defaults={"asked_by": row.asked_by, "asked_at": row.asked_at},
    )
    if is_new:
        event = trail.write(team_asked(asked))
        trail.tell(
            event, to=[theirs.team.email], template="link_asked",
            reference=theirs.reference, path=path,
        )  # fmt: skip
    return asked


def _locked(*keys: UUID) -> list[Person]:
    """Both, always locked in the same order, so that two hands never wait in a ring."""
    rows = Person.objects.select_for_update(of=("self",)).order_by("pk")
    found = {person.pk: person for person in rows.filter(pk__in=keys)}
    people = Person.objects.select_related("team", "site", "contact_wish")
    fresh = {person.pk: person for person in people.filter(pk__in=found)}
    return [fresh[key] for key in keys]


def _may_be_linked(kept: Person, other: Person, by: User) -> None:
    if kept.pk == other.pk:
        raise Refused("These two are already linked.")
    if is_ones_own(by, kept) or is_ones_own(by, other):
        raise Refused("You can’t link your own record. Ask another lead.")
    if kept.linked_to_id or other.linked_to_id:
        raise Refused(
            "One of the two has just been linked with another record. Open it again."
        )
    if kept.site_id != other.site_id:
        raise Refused(
            "These two records are at different sites. Move one of them first."
        )


def _join(pen: Pen, kept: Person, other: Person, by: User) -> None:
    joining.join_holding(pen, kept, other, by=by)
    joining.join_account(pen, kept, other)
    joining.join_facts(pen, kept, other)
    joining.join_reach(pen, kept, other)
    joining.join_equality(pen, kept, other)
    moving.move_all(pen, kept, other)
    pen.set(other, linked_to_id=kept.pk)
    pen.put_down()


def _part(linking: Linking, other: UUID, choice: str) -> None:
    written = since.written_since(linking)
    moving.may_cross_over()
    put_back(linking, but=_newer_truths(linking))
    since.give(written.following, other)
    if choice == Linking.Since.OTHER:
        since.give(written.rest, other)


def _newer_truths(linking: Linking) -> set[str]:
    """Take away the holding that linking began; or, if another followed, keep both."""
    begun = linking.repointed.filter(model="welcome.Holding", column="").first()
    if begun is None:
        return set()
    still = Holding.objects.filter(pk=begun.row, until_at=None)
    if still.exists():
        still.delete()
        return set()
    kept = f"welcome.Person:{linking.kept_id}"
    theirs = Holding.objects.filter(person=linking.kept_id).values_list("pk", flat=True)
    ended = {f"welcome.Holding:{pk}:until_at" for pk in theirs}
    return {f"{kept}:is_open", f"{kept}:team_id"} | ended
