"""A person with all that is small and stands beside them, in the question for them.

Their page has a budget of fifteen questions. What is one value, or mostly not there
at all, is asked along with the person; a part of the page asks further only where
something is.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject

from ..models import AccessNeed, Conversation, Emergency, Handover, Meeting, Task
from ..models.people import PersonQuerySet


def at_a_glance(people: PersonQuerySet) -> PersonQuerySet:
    """Needs to be there, the draft that is begun, whether more stands behind."""
    theirs = {"person": OuterRef("pk")}
    drafts = Conversation.objects.drafts().filter(**theirs).order_by("started_at")
    needs = AccessNeed.objects.filter(**theirs).order_by("code", "pk")
    untold = Emergency.objects.filter(told_at=None, **theirs)
    planned = Meeting.objects.filter(introduction__person=OuterRef("pk"))
    planned = planned.filter(state=Meeting.State.PLANNED).order_by("at")
    again = Meeting.objects.planned().filter(**theirs).order_by("at")
    tasks = Task.objects.to_do().filter(decision__person=OuterRef("pk")).order_by()
    return people.annotate(
        draft_pk=Subquery(drafts.values("pk")[:1]),
        needs_at_hand=ArraySubquery(
            needs.values(need=JSONObject(code="code", words="words"))
        ),
        meeting_at=Subquery(planned.values("at")[:1]),
        meeting_of=Subquery(planned.values("introduction")[:1]),
        follow_up_at=Subquery(again.values("at")[:1]),
        follow_up_with=Subquery(again.values("who__name")[:1]),
        is_asked_for=Exists(Handover.objects.open().filter(**theirs).order_by()),
        has_untold=Exists(untold),
        has_tasks=Exists(tasks),
    )
