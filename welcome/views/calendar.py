"""The calendar of a team or a partner: a day or a week, one worker's or everyone's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..access.calendar_links import CALENDARS
from ..access.colleagues import colleagues_of
from ..access.permissions import requires, who
from ..forms.calendar import CalendarFilters
from ..reading.calendar import days_of

#: Entries of a day: on its own page, and in the column of a week.
_IN_A_DAY, _IN_A_WEEK = 25, 10


@require_safe
@requires(*CALENDARS)
def calendar(request: HttpRequest) -> HttpResponse:
    """One's own day, unless the address says another, a week, or someone else's."""
    user = who(request)
    filters = CalendarFilters(request.GET, colleagues=colleagues_of(user))
    days = days_of(
        user,
        filters.days,
        worker=filters.worker_for(user),
        at_most=_IN_A_WEEK if filters.is_week else _IN_A_DAY,
        page=filters.page,
    )
    shown = [(day, filters.address(day.day, as_day=True)) for day in days]
    context = {"filters": filters, "days": shown, "first": days[0], "last": days[-1]}
    return render(request, "welcome/calendar/calendar.html", context)
