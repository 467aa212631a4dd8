"""Who is told about a referral, at the partner and at the welcome team."""

from welcome.models import Membership, Role, User

from ..models import Referral


def readers_at_partner(referral: Referral) -> list[str]:
    """The partner's own address, and those of the people who answer there."""
    leading = Membership.objects.leading(referral.partner)
    emails = leading.filter(user__is_active=True).values_list("user__email", flat=True)
    return [referral.partner.email, *emails]


def readers_at_team(referral: Referral) -> list[str]:
    """The welcome team's own address, and that of the worker who sent it."""
    sender = sender_still_here(referral)
    return [referral.team.email, sender.email if sender else ""]


def leads_of_team(referral: Referral) -> list[str]:
    """Who leads the team that this person comes back to."""
    leads = Membership.objects.current().filter(
        team=referral.person.team_id, role=Role.LEAD, user__is_active=True
    )
    return list(leads.values_list("user__email", flat=True))


def reader_of_answer(referral: Referral, asker: User) -> list[str]:
    """The worker who asked; if they have left, the people who answer there."""
    there = Membership.objects.leading(referral.partner).filter(user=asker)
    if asker.is_active and there.exists():
        return [asker.email]
    return readers_at_partner(referral)


def sender_still_here(referral: Referral) -> User | None:
    """Who sent it, while they still work here."""
    sender = referral.sent_by
    return sender if sender and sender.is_active else None
