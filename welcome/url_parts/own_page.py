"""The pages behind a person's private link: their own page."""

from django.urls import path

from ..views import story_maps
from ..views.own_page import my_about, my_files, my_hopes, my_story, my_visits

urlpatterns = [
    path("my-story/<str:token>/files/", my_files.my_files, name="my_files"),
    path("my-story/<str:token>/files/all/", my_files.my_zip, name="my_files_zip"),
    path("my-story/<str:token>/files/<uuid:pk>/", my_files.my_file, name="my_file"),
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
    path("my-story/<str:token>/about/", my_about.my_about, name="my_about"),
    path(
        "my-story/<str:token>/about/<slug:part>/",
        my_about.my_about_part,
        name="my_about_part",
    ),
    path("my-story/<str:token>/who-looked/", my_visits.my_looks, name="my_looks"),
    path("my-story/<str:token>/what-happened/", my_visits.my_trail, name="my_trail"),
    path(
        "my-story/<str:token>/devices/<int:pk>/", my_visits.my_device, name="my_device"
    ),
    path("my-story/<str:token>/shut/", my_visits.my_shut, name="my_shut"),
    path("my-story/<str:token>/leave/", my_visits.my_leave, name="my_leave"),
    path("my-story/<str:token>/hopes/", my_hopes.my_hopes, name="my_hopes"),
    path(
        "my-story/<str:token>/hopes/<uuid:pk>/rate/",
        my_hopes.my_rating,
        name="my_rating",
    ),
    path(
        "my-story/<str:token>/hopes/<uuid:pk>/lay-down/",
        my_hopes.my_laying_down,
        name="my_laying_down",
    ),
    path("my-story/<str:token>/map/", story_maps.my_map, name="my_map"),
    path(
        "my-story/<str:token>/map/versions/",
        story_maps.my_map_versions,
        name="my_map_versions",
    ),
]
