"""Who matters to the person: written down, changed, and let go."""

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..models import Person, Supporter, User


@transaction.atomic
def add_supporter(
    person: Person,
    *,
    by: User,
    name: str,
    who: str = "",
    phone: str = "",
    may_be_told: str = "",
    is_rung_first: bool = False,
) -> Supporter:
    """Write down someone who matters. The same again is the same."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    same = person.supporters.now().filter(name=name, who=who, phone=phone).first()
    if same:  # the button was pressed twice
        return same
    if is_rung_first:
        person.supporters.now().update(is_rung_first=False)
    supporter = Supporter.objects.create(
        person=person,
        added_by=by,
        name=name,
        who=who,
        phone=phone,
        may_be_told=may_be_told,
        is_rung_first=is_rung_first,
    )
    trail.record("supporter.added", about=supporter, by=by, person=person)
    return supporter


@transaction.atomic
def end_supporter(supporter: Supporter, *, by: User) -> Supporter:
    """They are not to be asked any more. What stood there stays readable."""
    supporter = Supporter.objects.select_for_update(of=("self",)).get(pk=supporter.pk)
    if supporter.ended_at is None:
        supporter.ended_at, supporter.ended_by = timezone.now(), by
        supporter.save(update_fields=["ended_at", "ended_by"])
        trail.record("supporter.ended", about=supporter, by=by, person=supporter.person)
    return supporter
