"""How a story goes on: from the welcome team to partners, and back."""

from django.urls import path

from .views import (
    inbox,
    moves,
    my_agreements,
    my_copy,
    offers,
    on_paper,
    referral,
    send,
    turns,
)

app_name = "referrals"

urlpatterns = [
    path("people/<uuid:pk>/send-on/", send.send_on, name="send_on"),
    path("requests/<uuid:pk>/agree/", send.agree, name="agree"),
    path("requests/<uuid:pk>/discard/", send.discard, name="discard"),
    path("referrals/", inbox.inbox, name="inbox"),
    path("sent/", inbox.sent, name="sent"),
    path("referrals/<uuid:pk>/", referral.referral, name="referral"),
    path("referrals/<uuid:pk>/accept/", referral.accept, name="accept"),
    path("referrals/<uuid:pk>/ask/", referral.ask, name="ask"),
    path("referrals/<uuid:pk>/answer/<uuid:question>/", referral.answer, name="answer"),
    path("referrals/<uuid:pk>/note/", referral.note, name="note"),
    path("referrals/<uuid:pk>/give-back/", moves.give_back, name="give_back"),
    path("referrals/<uuid:pk>/hand-on/", turns.hand_on, name="hand_on"),
    path("referrals/<uuid:pk>/put-right/", turns.put_right, name="put_right"),
    path("referrals/<uuid:pk>/object/", turns.object_to, name="object_to"),
    path(
        "referrals/<uuid:pk>/try/<uuid:offer>/",
        turns.try_elsewhere,
        name="try_elsewhere",
    ),
    path("hand-ons/<uuid:pk>/", turns.answer_hand_on, name="answer_hand_on"),
    path("hand-ons/<uuid:pk>/decline/", turns.decline_hand_on, name="decline_hand_on"),
    path("objections/<uuid:pk>/lift/", turns.lift_objection, name="lift_objection"),
    path("referrals/<uuid:pk>/farewell/", moves.farewell, name="farewell"),
    path("referrals/<uuid:pk>/pause/", moves.pause, name="pause"),
    path("referrals/<uuid:pk>/resume/", moves.resume, name="resume"),
    path("referrals/<uuid:pk>/withdraw/", moves.withdraw, name="withdraw"),
    path("referrals/<uuid:pk>/stop-sharing/", moves.stop_sharing, name="stop_sharing"),
    path("referrals/<uuid:pk>/decide/", moves.decide, name="decide"),
    path("offers/", offers.offers, name="offers"),
    path("offers/<uuid:pk>/room/", offers.room, name="room"),
    path("people/<uuid:pk>/card.pdf", on_paper.card, name="card"),
    path("people/<uuid:pk>/story.pdf", on_paper.story, name="story"),
    path("my-story/<str:token>/card.pdf", on_paper.my_card, name="my_card"),
    path("my-story/<str:token>/story.pdf", on_paper.my_story, name="my_story_paper"),
    path("my-story/<str:token>/agreed/", my_agreements.my_agreements, name="my_agreed"),
    path(
        "my-story/<str:token>/agreed/<uuid:pk>/end/",
        my_agreements.my_withdrawal,
        name="my_withdrawal",
    ),
    path(
        "my-story/<str:token>/agreed/<uuid:pk>/told-again/",
        my_agreements.my_told_again,
        name="my_told_again",
    ),
    path("my-story/<str:token>/copy/", my_copy.my_copy, name="my_copy"),
    path("my-story/<str:token>/copy.json", my_copy.my_file, name="my_file"),
]
