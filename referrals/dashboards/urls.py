from django.urls import path

from . import views

app_name = "numbers"

urlpatterns = [
    path("", views.home, name="home"),
    path("changes/new/", views.note_change, name="note_change"),
    path("changes/<uuid:pk>/limits/", views.set_limits, name="set_limits"),
    path("<slug:slug>.csv", views.download, name="download"),
    path("<slug:slug>/", views.question, name="question"),
]
