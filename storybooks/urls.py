"""The public shelf, the contributor's own page, and the editors' desk."""

from django.urls import path

from .views import clearing, contributor_page, desk, shelf, steps

app_name = "storybooks"

urlpatterns = [
    path("", shelf.shelf, name="shelf"),
    path("desk/", desk.desk, name="desk"),
    path("desk/write/", desk.write, name="write"),
    path("desk/contributors/new/", desk.contributor, name="contributor"),
    path("desk/<uuid:pk>/", desk.narrative, name="narrative"),
    path("desk/<uuid:pk>/edit/", desk.edit, name="edit"),
    path("desk/<uuid:pk>/clear/", clearing.clear, name="clear"),
    path("desk/<uuid:pk>/marks/", clearing.decide, name="decide_mark"),
    path("desk/<uuid:pk>/replace/", clearing.replace, name="replace"),
    path("desk/<uuid:pk>/send/", steps.send, name="send"),
    path("desk/<uuid:pk>/send-again/", steps.send_again, name="send_again"),
    path("desk/<uuid:pk>/publish/", steps.publish, name="publish"),
    path("desk/<uuid:pk>/take-down/", steps.take_down, name="take_down"),
    path("desk/<uuid:pk>/withdraw/", steps.withdraw, name="withdraw"),
    path("desk/<uuid:pk>/copies/", steps.copies, name="copies"),
    path("mine/<str:token>/", contributor_page.mine, name="mine"),
    path("mine/<str:token>/yes/", contributor_page.yes, name="mine_yes"),
    path("mine/<str:token>/change/", contributor_page.change, name="mine_change"),
    path("mine/<str:token>/longer/", contributor_page.longer, name="mine_longer"),
    path(
        "mine/<str:token>/take-back/", contributor_page.take_back, name="mine_take_back"
    ),
    path("mine/<str:token>/leave/", contributor_page.leave, name="mine_leave"),
    path("<slug:slug>/", shelf.book, name="book"),
    path("<slug:book>/<slug:slug>/", shelf.story, name="story"),
]
