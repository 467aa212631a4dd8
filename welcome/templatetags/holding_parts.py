"""Who is asked to hold whom: parts of Today and of a person's page."""

from datetime import timedelta

from django import template
from django.template import Context
from django.utils import timezone

from ..models import Emergency, Person, User
from ..reading.without_named_worker import with_nobody_named
from ..web.pagination import page_of

register = template.Library()
AT_MOST = 12


@register.inclusion_tag("welcome/holdings/_nobody_named.html")
def nobody_named(user: User) -> dict[str, object]:
    """How many the team holds without anyone to ask for, as far as a glance counts."""
    return {"count": len(with_nobody_named(user).values_list("pk")[:201])}


@register.inclusion_tag("welcome/handovers/_handing_over.html")
def handing_over(person: Person) -> dict[str, object]:
    """On a person's page: who is asked to hold them, or how to ask.

    One question, and none where `at_a_glance` has seen that no one is asked.
    """
    if not getattr(person, "is_asked_for", True):
        return {"person": person, "handover": None}
    rows = person.handovers.open().select_related(
        "to_team__site", "from_team__site", "to_worker"
    )
    return {"person": person, "handover": rows.first()}


@register.inclusion_tag("welcome/emergencies/_not_told_yet.html", takes_context=True)
def not_told_yet(context: Context, person: Person) -> dict[str, object]:
    """What was opened in an emergency, and the person does not know; or must not."""
    rows = Emergency.objects.filter(person__in=person.family, told_at=None)
    rows = rows.select_related("by")
    page = page_of(
        rows, context["request"], by=("opened_at", "pk"), size=AT_MOST, mark="untold"
    )
    return {"person": person, "page": page}


@register.inclusion_tag("welcome/own_page/_my_emergencies.html", takes_context=True)
def my_emergencies(context: Context, person: Person) -> dict[str, object]:
    """What was opened in an emergency in the last months, for the person's own eyes."""
    since = timezone.now() - timedelta(days=183)
    rows = Emergency.objects.filter(person__in=person.family, is_told=True)
    rows = rows.filter(opened_at__gte=since).select_related("by")
    return {
        "page": page_of(
            rows,
            context["request"],
            by=("-opened_at", "-pk"),
            size=AT_MOST,
            mark="emergencies",
        )
    }
