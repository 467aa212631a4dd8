"""The public front door, and the pages of a welcome team."""

from django.urls import path

from .views import conversations, corrections, front, people, start, today

app_name = "welcome"

urlpatterns = [
    path("", front.front, name="front"),
    path("at/<slug:slug>/", front.front, name="front_at"),
    path("introduce/", front.introduce, name="introduce"),
    path("at/<slug:slug>/introduce/", front.introduce, name="introduce_at"),
    path("at/<slug:slug>/thank-you/", front.thanks, name="thanks"),
    path("what-we-keep/", front.what_we_keep, name="what_we_keep"),
    path("easier-to-read/", front.easier_to_read, name="easier_to_read"),
    path("home/", today.home, name="home"),
    path("today/", today.today, name="today"),
    path("people/", people.people, name="people"),
    path("people/start/", start.start, name="start"),
    path("people/twins/", start.twins, name="twins"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/carry-on/", start.carry_on, name="carry_on"),
    path("people/<uuid:pk>/add/", people.add, name="add"),
    path("people/<uuid:pk>/trail/", people.trail, name="trail"),
    path("people/<uuid:pk>/farewell/", people.farewell, name="farewell"),
    path("passages/<uuid:pk>/correct/", corrections.correct, name="correct"),
    path("passages/<uuid:pk>/beside/", corrections.beside, name="beside"),
    path("passages/<uuid:pk>/versions/", corrections.versions, name="versions"),
    path(
        "introductions/<uuid:pk>/close/",
        start.close_introduction,
        name="close_introduction",
    ),
    path("conversations/<uuid:pk>/", conversations.conversation, name="conversation"),
    path("conversations/<uuid:pk>/draft/", conversations.save_draft, name="save_draft"),
]
