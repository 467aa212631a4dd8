"""The whole record goes along to another team, or to another site: all or nothing."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import PersonMoved
from ..models import Draft, Person, Team, User
from ..refusals import Refused

#: Someone who wrote so shortly ago is most likely still writing.
STILL_WRITING = timedelta(minutes=5)


def nothing_in_the_way(person: Person, to_team: Team) -> None:
    """Refused while something would be torn or lost by moving there."""
    if to_team == person.team:
        return
    if to_team.site_id != person.site_id:
        _no_partner_is_asked(person)
        _nobody_else_has_their_number(person, to_team)
    since = timezone.now() - STILL_WRITING
    written = Draft.objects.filter(conversation__person=person, saved_at__gte=since)
    writer = written.select_related("saved_by").order_by("-saved_at").first()
    if writer:
        raise Refused(
            f"{writer.saved_by} is writing in a conversation with {person}. Wait until "
            "it is finished, or until five minutes after the last word."
        )


def move_record(person: Person, to_team: Team, *, by: User) -> None:
    """Change the team, and the site where it is another. Call within the yes.

    A conversation that is not finished goes along as it stands; so does everything
    that was asked of partners, who answer to the new team from now on.
    """
    old_team, old_site = person.team, person.site
    person.team, person.site = to_team, to_team.site
    person.save(update_fields=["team", "site"])
    person.conversations.update(team=to_team)
    person.introductions.update(team=to_team, site=to_team.site)
    person.referrals.update(team=to_team)
    if old_site != to_team.site:
        _move_numbers(person, to_team)
        _keep_the_nations_codes(person, old_site.nation, to_team.site.nation)
        trail.record(
            "person.moved", about=person, by=by, site=old_site, person=person,
            team=old_team, detail=PersonMoved(to=to_team.site.slug),
        )  # fmt: skip


def _no_partner_is_asked(person: Person) -> None:
    """A partner of the old site cannot answer to a team of another."""
    if person.referrals.open().exists():
        raise Refused(
            f"A partner here is still being asked to help {person}. Wait for their "
            f"farewell or withdraw the referral. Then {person} can move."
        )
    if person.referrals.needing_us().exists():
        raise Refused(
            f"A partner gave {person} back to us. Choose what happens next. "
            f"Then {person} can move."
        )


def _nobody_else_has_their_number(person: Person, to_team: Team) -> None:
    numbers = person.identifiers.model.objects.filter(site=to_team.site)
    for mine in person.identifiers.all():
        if numbers.filter(system=mine.system, value=mine.value).exists():
            raise Refused(
                f"{to_team.site.title} already has a record with the same "
                f"{mine.get_system_display()}. {person} has most likely been there "
                "before. Ask their lead to check both, so that they can be linked."
            )


def _move_numbers(person: Person, to_team: Team) -> None:
    try:
        with transaction.atomic():
            person.identifiers.update(site=to_team.site)
    except IntegrityError as twin:
        raise Refused(
            f"{to_team.site.title} has just made a record with the same number. "
            "Ask their lead to check both, so that they can be linked."
        ) from twin


def _keep_the_nations_codes(person: Person, old: str, new: str) -> None:
    """Each nation has a list of its own: what was recorded stays as recorded there."""
    equality = getattr(person, "equality", None)
    if old != new and equality and equality.ethnicity and not equality.nation:
        equality.nation = old
        equality.save(update_fields=["nation"])
