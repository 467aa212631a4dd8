"""The public front door, and the pages of a welcome team."""

from django.urls import path

from .views import (
    conversations,
    corrections,
    doors,
    front,
    my_door,
    my_story,
    people,
    start,
    today,
    twins,
)

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
    path("people/<uuid:pk>/alike/", twins.alike, name="alike"),
    path(
        "people/<uuid:pk>/alike/<uuid:other>/not-the-same/",
        twins.not_the_same,
        name="not_the_same",
    ),
    path("people/<uuid:pk>/carry-on/", start.carry_on, name="carry_on"),
    path("people/<uuid:pk>/add/", people.add, name="add"),
    path("people/<uuid:pk>/trail/", people.trail, name="trail"),
    path("people/<uuid:pk>/farewell/", people.farewell, name="farewell"),
    path("people/<uuid:pk>/door/", doors.door, name="door"),
    path("people/<uuid:pk>/door/shut/", doors.shut_door, name="shut_door"),
    path("people/<uuid:pk>/team-words/", corrections.team_words, name="team_words"),
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
    path("my-story/<str:token>/", my_story.my_story, name="my_story"),
    path("my-story/<str:token>/add/", my_story.my_words, name="my_words"),
    path(
        "my-story/<str:token>/passages/<uuid:pk>/",
        my_story.my_passage,
        name="my_passage",
    ),
    path(
        "my-story/<str:token>/passages/<uuid:pk>/before/",
        my_story.my_versions,
        name="my_versions",
    ),
    path("my-story/<str:token>/who-looked/", my_door.my_looks, name="my_looks"),
    path("my-story/<str:token>/what-happened/", my_door.my_trail, name="my_trail"),
    path("my-story/<str:token>/devices/<int:pk>/", my_door.my_device, name="my_device"),
    path("my-story/<str:token>/shut/", my_door.my_shut, name="my_shut"),
    path("my-story/<str:token>/leave/", my_door.my_leave, name="my_leave"),
]
