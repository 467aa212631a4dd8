"""Texts: offered where a site has them, sent where they are safe, and what if not."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from welcome.actions.meeting_reminders import remind_of_meetings
from welcome.messages import carriers, outbox
from welcome.models import Meeting, Message

from .. import factories as make
from ..private_links import WORD, send

TOKEN = "r3ceipt-" * 6
WIDTHS = pytest.mark.parametrize("width", [1280, 375])


@pytest.fixture
def texts(settings, tmp_path, team):
    """What the outbox writes into files at a moment, and a provider's receipt of it."""
    settings.SMS_DIR, settings.SMS_RECEIPT_TOKEN = tmp_path / "sms", TOKEN
    team.phone = "0131 496 0100"
    team.save()

    def leave(moment, before=None):
        with time_machine.travel(moment, tick=True):
            if before:
                before()
            outbox.deliver_due(carriers.carry)
        message = Message.objects.filter(channel="text").latest("made_at", "pk")
        return message, (settings.SMS_DIR / f"{message.pk}.txt").read_text()

    return leave


def receipt(message, status):
    """As another gateway than Notify sends it."""
    answer = Client().post(
        "/messages/receipts/gateway/",
        {"reference": str(message.pk), "status": status},
        content_type="application/json",
        headers={"Authorization": f"Bearer {TOKEN}"},
    )
    assert answer.status_code == 204


def at(day, hour):
    return timezone.make_aware(datetime.combine(day, time(hour)))


@WIDTHS
def test_only_a_site_that_has_texts_offers_them(walk, team, width, monkeypatch):
    monkeypatch.setattr("welcome.forms.bot_check._FASTEST", 0)
    make.make_team(site=make.make_site(slug="leith", name="Leith", has_texts=False))
    phone = walk(f"texts-1-{width}", width=width)
    phone.go("/at/leith/")
    phone.sees("Ring me")
    phone.sees_not("Text me")
    phone.sees_not("we’ll text")

    phone.go("/at/edinburgh/")
    phone.sees("If you’d rather have a text, we’ll text.")
    phone.write("What would you like us to call you?", "Ailsa")
    phone.write("How can we reach you safely?", "07700 900418")
    phone.tick("Text me")
    phone.press("Send, and hear from us by")
    phone.sees("They’ll ring, text or write.")


@WIDTHS
def test_she_says_yes_to_texts_and_one_that_fails_leads_to_another_way(
    walk, texts, amina, priya, width
):
    # until she says yes, there is nothing to press
    here = walk(f"texts-2-priya-{width}", width=width).sign_in(priya)
    log = f"/people/{amina.pk}/contacts/"
    here.go(log)
    here.sees_not("Send a text")

    here.go(f"/people/{amina.pk}/about/reach/")
    here.page.locator("[name=phone]").fill("07700 900418")
    here.tick("Send a text")
    here.press("^Save")
    path = send(amina, priya)
    phone = walk(f"texts-3-amina-{width}", width=width)
    phone.go(path)
    phone.write("Your agreed password word", WORD)
    phone.press("^Open$")
    phone.go(f"{path}about/")
    phone.sees("Send a text")

    # a text goes out at a time that is safe, and arrives
    here.go(log)
    here.tick("Please ring us when it suits you")
    here.press("Send text")
    here.sees("The text will be sent.")
    tomorrow = timezone.localdate() + timedelta(days=1)
    message, file = texts(at(tomorrow, 12))
    assert "+447700900418" in file and "Please ring us on 0131 496 0100" in file
    assert "Amina" not in file
    receipt(message, "delivered")
    here.go(log)
    here.sees("Delivered.")

    # the day before a meeting she is reminded, and this one does not arrive
    here.go(f"/people/{amina.pk}/meetings/plan/")
    day = make.working_day(4)
    for box, words in make.in_boxes("day", day).items():
        here.page.locator(f"[name={box}]").fill(str(words))
    here.write("At what time?", "14:30")
    here.tick("At our place")
    here.press("Plan meeting")
    here.sees("Planned: Priya Nair")
    near = Meeting.objects.get(person=amina).at - timedelta(hours=23)
    message, file = texts(near, before=remind_of_meetings)
    assert "This is a reminder of" in file and "Amina" not in file
    receipt(message, "failed")

    # it is on Today, until she is reached in another way
    words = "The text to remind them of a meeting did not arrive."
    here.go("/today/")
    here.sees(words)
    here.follow("Choose another way")
    here.page.get_by_label("What was it?").select_option(label="Call")
    here.page.get_by_label("How did it end?").select_option("spoke")
    here.write("How many minutes?", "2")
    here.page.locator("[name=words]").fill("She knows. She will be there.")
    here.press("Save note")
    here.sees("She knows. She will be there.")
    here.go("/today/")
    here.sees_not(words)
