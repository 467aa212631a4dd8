"""The addresses of possible duplicates: asked, said not the same, linked, undone."""

from django.urls import path

from ..views import duplicate_asks, linking, possible_duplicates

urlpatterns = [
    path("people/<uuid:pk>/alike/", possible_duplicates.alike, name="alike"),
    path(
        "people/<uuid:pk>/alike/<uuid:other>/not-the-same/",
        possible_duplicates.not_the_same,
        name="not_the_same",
    ),
    path(
        "people/<uuid:pk>/alike/<uuid:other>/not-the-same/take-back/",
        possible_duplicates.take_back_not_the_same,
        name="take_back_not_the_same",
    ),
    path(
        "people/<uuid:pk>/alike/<uuid:other>/ask/",
        duplicate_asks.ask_lead,
        name="ask_lead",
    ),
    path("duplicates/<uuid:pk>/read/", duplicate_asks.read_answer, name="read_answer"),
    path(
        "duplicates/teams/<int:pk>/read/",
        duplicate_asks.read_team_answer,
        name="read_team_answer",
    ),
    path("people/<uuid:pk>/same/", linking.same, name="same"),
    path("people/<uuid:pk>/link/<uuid:other>/", linking.link, name="link"),
    path("people/<uuid:pk>/link/<uuid:other>/ask/", linking.ask, name="ask_to_link"),
    path("links/<uuid:pk>/undo/", linking.undo, name="undo_link"),
]
