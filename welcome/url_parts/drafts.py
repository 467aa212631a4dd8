"""The addresses of drafts: saved as they are typed, discarded, brought back."""

from django.urls import path

from ..views import conversations_autosave, discarding

urlpatterns = [
    path(
        "conversations/<uuid:pk>/draft/",
        conversations_autosave.save_draft,
        name="save_draft",
    ),
    path(
        "conversations/<uuid:pk>/discard/",
        discarding.discard_conversation,
        name="discard_conversation",
    ),
    path(
        "conversations/<uuid:pk>/restore/",
        discarding.restore_conversation,
        name="restore_conversation",
    ),
    path(
        "letters/<uuid:pk>/discard/", discarding.discard_letter, name="discard_letter"
    ),
    path(
        "letters/<uuid:pk>/restore/", discarding.restore_letter, name="restore_letter"
    ),
    path("drafts/discarded/", discarding.discarded_drafts, name="discarded_drafts"),
    path(
        "drafts/discarded/<slug:code>/",
        discarding.discarded_kind,
        name="discarded_kind",
    ),
]
