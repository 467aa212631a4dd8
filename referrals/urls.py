from django.http import HttpResponse
from django.urls import path


def v(request, **kw):
    return HttpResponse("soon")


app_name = "referrals"
urlpatterns = [
    path("referrals/sent/", v, name="sent"),
    path("referrals/", v, name="inbox"),
    path("offers/", v, name="offers"),
    path("people/<uuid:pk>/send-on/", v, name="send_on"),
]
