"""Where each begins: a welcomer's Today, and the right first page for everybody."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..access.permissions import May, may, requires, who
from ..models import Conversation, Holding, Introduction, Task, User
from ..refusals import Refused

#: More than this is not a list for one day; the rest is on its own page.
AT_MOST = 12

_FIRST_PAGES = [
    (May.WELCOME_PEOPLE, "welcome:today"),
    (May.ANSWER_REFERRALS, "referrals:inbox"),
    (May.SEE_NUMBERS, "numbers:home"),
    (May.EDIT_STORYBOOKS, "storybooks:desk"),
    (May.REVIEW_EMERGENCIES, "welcome:privacy"),
    (May.LEAD_SAFEGUARDING, "welcome:safeguarding"),
]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where somebody goes after signing in."""
    if not isinstance(request.user, User):
        return redirect("welcome:front")
    for needed, page in _FIRST_PAGES:
        if may(request.user, needed):
            return redirect(page)
    if request.user.is_staff:
        return redirect("admin:index")
    raise Refused(
        "Your account has no role yet. Ask your administrator to add you to a team."
    )


@require_safe
@requires(May.WELCOME_PEOPLE)
def today(request: HttpRequest) -> HttpResponse:
    """Who is waiting, and for what, in sentences."""
    user = who(request)
    waiting = Introduction.objects.visible_to(user).waiting()
    drafts = Conversation.objects.visible_to(user).drafts()
    drafts = drafts.filter(_begun_or_came_along(user))
    context = {
        "introductions": waiting.select_related("person")[: AT_MOST + 1],
        "at_most": AT_MOST,
        "drafts": drafts.select_related("person").order_by("started_at")[:AT_MOST],
        "held": _held(user),
        "tasks": _tasks(user),
        "part_of_day": _part_of_day(),
    }
    return render(request, "welcome/today/today.html", context)


def _begun_or_came_along(user: User) -> Q:
    """What they began, or what came along with people who ask for them now."""
    theirs = Holding.objects.filter(until_at=None, worker=user)
    return Q(listener=user) | Q(person__in=theirs.values("person"))


def _tasks(user: User) -> QuerySet[Task]:
    """What the huddle asked of this user, the nearest day first."""
    mine = Task.objects.visible_to(user).to_do().filter(whose=user)
    return mine.select_related("decision__person", "decision__introduction")[:AT_MOST]


def _held(user: User) -> str:
    """How many the team holds, as far as a glance can count."""
    now = Holding.objects.now_with_teams_of(user)
    count = len(now.order_by("team_id", "from_at").values_list("pk")[:201])
    if count > 200:
        return "more than 200 people"
    return "one person" if count == 1 else f"{count} people"


def _part_of_day() -> str:
    hour = timezone.localtime().hour
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
