"""What an editor may open and look after."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from welcome.models import Organisation, Role, User

from ..models import Narrative


def on_the_desk(user: User, pk: UUID) -> Narrative:
    """The narrative, if this editor's organisation looks after it; or 404."""
    rows = Narrative.objects.visible_to(user).select_related(
        "storybook__site", "site", "contributor__organisation"
    )
    return get_object_or_404(rows, pk=pk)


def organisations_edited_by(user: User) -> QuerySet[Organisation]:
    """Those whose contributors this user looks after."""
    return Organisation.objects.filter(pk__in=user.organisation_ids(Role.EDITOR))
