"""Meetings: planned and moved from a person's page, and how each of them went."""

from django.urls import path

from ..views import follow_ups, meeting_outcomes

urlpatterns = [
    path("people/<uuid:pk>/meetings/", follow_ups.meetings, name="meetings"),
    path(
        "people/<uuid:pk>/meetings/plan/",
        follow_ups.plan_follow_up,
        name="plan_follow_up",
    ),
    path("meetings/<uuid:pk>/move/", follow_ups.move_follow_up, name="move_follow_up"),
    path("meetings/<uuid:pk>/", meeting_outcomes.settle_meeting, name="settle_meeting"),
]
