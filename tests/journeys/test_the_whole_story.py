"""One story, from the public front door to a partner, a dashboard and a storybook.

Every page on the way is checked by axe and kept as a picture under var/journeys/.
"""

import email
import re
from email import policy

import pytest
from django.core.management import call_command

from referrals.models import Referral, State
from storybooks.models import Narrative, Storybook
from welcome.messages import emailing, outbox
from welcome.models import Event, Look, Person

from .. import factories as make
from .storybook_steps import answer_who_could_know, send_to_jean
from .walker import Walker


@pytest.fixture
def letterbox(settings, tmp_path):
    """The mail, carried by the real outbox into real files."""
    settings.EMAIL_BACKEND = "welcome.messages.mailbox.Mailbox"
    settings.MAIL_DIR = tmp_path

    def newest_link(to):
        outbox.deliver_due(emailing.carry)
        files = sorted(tmp_path.glob("*.eml"), key=lambda f: f.stat().st_mtime)
        for file in reversed(files):
            message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
            if to in message["To"]:
                text = message.get_content()
                return re.search(r"https?://[^/]+(/\S*)", text)[1]
        raise AssertionError(f"nothing came for {to}")

    return newest_link


@pytest.fixture(autouse=True)
def at_once(settings, monkeypatch):
    settings.COOLING_OFF_DAYS = 0
    monkeypatch.setattr("welcome.forms.bot_check._FASTEST", 0)


def test_a_story_is_told_once(walk, priya, omar, carol, letters, team, site, letterbox):
    # Ailsa asks for a conversation, on her phone
    ailsa = walk("1-front-door", width=375)
    ailsa.go("/at/edinburgh/")
    ailsa.press("Send, and hear from us by")
    ailsa.sees("Tell us what to call you")
    ailsa.write("What would you like us to call you?", "Ailsa")
    ailsa.write("How can we reach you safely?", "07700 900418")
    ailsa.tick("Text me")
    ailsa.write("Is there anything you want us to know first?", "I can do the sums.")
    ailsa.press("Send, and hear from us by")
    ailsa.sees("Thank you. We’ve got it.")

    # Priya sees her waiting, and listens
    assert letterbox("north-east@example.org") == "/today/"
    morag = walk("2-welcomer").sign_in(priya)
    morag.go("/today/")
    morag.sees("I can do the sums.")
    morag.follow("Start the conversation")
    morag.write("Full name", "Ailsa Drummond")
    morag.write("Birthday", "3 May 1992")
    morag.press("Start the conversation")
    morag.sees("First conversation with Ailsa")
    morag.write("What brought you here today?", "I stopped opening my post.")
    morag.write("What is hard at the moment?", "Four hours of sleep, maybe.")
    morag.write("Please do", "Give me time to get to it.")
    morag.tick("Large print")
    morag.press("Finish the conversation")
    morag.sees("Choose whether you have read it back.")
    morag.tick("Read back and agreed")
    morag.press("Finish the conversation")
    morag.sees("Held by your team")
    person = Person.objects.get(known_as="Ailsa")
    assert person.holding.team == team

    # she comes again with another name: nothing is made before the twin is shown
    morag.go("/people/start/")
    morag.write("What do they like to be called?", "Ailsa Drumond")
    morag.write("Birthday", "3 May 1992")
    morag.press("Start the conversation")
    morag.sees("met before")
    morag.sees("the same birthday")
    assert Person.objects.filter(known_as__startswith="Ailsa").count() == 1

    # the story goes on to Harbour, as far as she agrees
    morag.go(f"/people/{person.pk}/")
    morag.follow("Send referral")
    morag.tick("Letters and debt")
    morag.write("What would they like?", "Would you sit with me while I open them?")
    morag.page.get_by_label("What is it about?").select_option("money")
    morag.tick("I stopped opening my post.")
    morag.write("What did they say?", "Aye, send them that.")
    morag.tick("Face to face")
    morag.press("Update preview")
    morag.press("Send referral")
    morag.sees("story is with Harbour Money Advice")

    # Omar is told by e-mail, asks, and gives back
    partner = walk("3-partner").sign_in(omar)
    link = letterbox("omar@example.org")
    partner.go("/referrals/")
    partner.go(link)
    partner.sees("I stopped opening my post.")
    partner.sees_not("Four hours of sleep")
    partner.sees("Give me time to get to it.")
    partner.write("Your question", "Which letters are the worst?")
    partner.press("^Send question")
    morag.go("/today/")
    morag.follow("Answer question")
    morag.write("Their answer, in their words", "The council’s.")
    morag.tick("Yes, they agree")
    morag.press("Send answer")
    partner.go(link)
    partner.sees("The council’s.")
    partner.follow("Give back")
    partner.press("^Give back")
    partner.sees("Choose a reason")
    partner.tick("We have no room just now")
    partner.write("Who or what might help instead?", "Ask us again in March.")
    partner.write("in about how many weeks", "12")
    partner.press("^Give back")
    person = Person.objects.get(pk=person.pk)
    assert person.holding.team == team

    # back at the top of Today; the same story goes again, and Omar says yes
    morag.go("/today/")
    morag.follow("Choose what happens next")
    morag.follow("Send referral to someone else")
    morag.sees("They said: ask again from")
    morag.tick("Letters and debt")
    morag.write("Why do you want to ask anyway?", "They rang: there is room now.")
    morag.tick("I stopped opening my post.")
    morag.write("What did they say?", "Aye, again.")
    morag.tick("On the phone")
    morag.press("Send referral")
    again = Referral.objects.get(state=State.SENT)
    partner.go(f"/referrals/{again.pk}/")
    partner.press("^Accept")
    partner.write("How is it going?", "We opened two. With a biscuit.")
    partner.press("Add note")
    partner.follow("Say farewell")
    partner.tick("Things are better")
    partner.write("What should the Welcome Team know?", "The bag is empty.")
    partner.tick("No, they knew it")
    partner.press("Say farewell")
    person = Person.objects.get(pk=person.pk)
    assert person.holding.team == team

    # the trail: what happened, and who looked
    morag.go(f"/people/{person.pk}/trail/")
    morag.sees("Harbour Money Advice could not help")
    morag.go(f"/people/{person.pk}/trail/?show=looks")
    morag.sees("Omar Aziz: asked to help")
    happened = set(Event.objects.filter(person=person).values_list("what", flat=True))
    assert happened >= {
        "introduction.answered", "person.welcomed", "conversation.finished",
        "passage.added", "person.held", "request.made", "agreement.given",
        "referral.sent", "question.asked", "question.answered", "referral.returned",
        "referral.accepted", "referral.helping", "note.added", "referral.ended",
    }  # fmt: skip
    assert Look.objects.filter(person=person, by=omar).exists()

    # Carol reads numbers, never names
    call_command("count_up", "--all", verbosity=0)
    commissioner = walk("4-commissioner").sign_in(carol)
    commissioner.go("/numbers/")
    commissioner.sees_not("Ailsa")
    commissioner.page.locator("main h2 a, main h3 a").first.click()
    commissioner.look()
    commissioner.sees("How we count it")


def test_a_story_is_published_and_taken_back(walk, edith, site, letterbox):
    Storybook.objects.create(
        slug="the-long-way-round",
        kind="waiting",
        title="The long way round",
        words="Waiting, from the inside.",
    )

    # Edith writes it down with Jean, makes it safe, and sends it to her
    editor = walk("5-editor").sign_in(edith)
    editor.go("/storybooks/desk/")
    editor.go("/storybooks/desk/contributors/new/")
    editor.write("Their name", "Eugenia Rutherford")
    editor.write("Their e-mail address", "jean@example.org")
    editor.tick("A name I choose")
    editor.write("So the page will say", "Jean")
    editor.page.locator("main form button").last.click()
    editor.look()
    editor.go("/storybooks/desk/write/")
    which = editor.page.get_by_label("Which storybook?")
    which.select_option(label="The long way round")
    editor.page.get_by_label("Who tells it?").select_option(index=1)
    editor.write("Title", "The bag behind the bread bin")
    editor.write("Before you read", "Jean talks about debt.")
    editor.write("The story", "the first letter i did not open was from the gas.")
    editor.press("^Save$")
    editor.follow("Make it safe to show")
    answer_who_could_know(editor)
    story = Narrative.objects.get()
    editor.go(f"/storybooks/desk/{story.pk}/send/")
    send_to_jean(editor)

    # Jean reads it on her phone, and says yes to exactly these words
    jean = walk("6-contributor", width=375)
    link = letterbox("jean@example.org")
    jean.go(link)
    jean.write("Your agreed password word", "not this")
    jean.press("^Open")
    jean.write("Your agreed password word", "Garden Centre")
    jean.press("^Open")
    jean.sees("the first letter i did not open")
    jean.page.get_by_label(re.compile("On these pages|web", re.I)).first.check()
    jean.page.get_by_role("button", name=re.compile("^Yes")).first.click()
    jean.look()

    # it goes on the shelf, and the public reads it
    editor.go(f"/storybooks/desk/{story.pk}/")
    editor.press("Put it on the shelf")
    reader = walk("7-reader", width=375)
    reader.go("/storybooks/")
    address = f"/storybooks/the-long-way-round/{story.slug}/"
    reader.go(address)
    reader.sees("first letter i did not open")

    # Jean takes it back: it is gone at once, and the page says so kindly
    jean.go(link)
    jean.follow("[Tt]ake .*back")
    jean.press("Yes, take it back now")
    answer = reader.page.goto(reader.server + address)
    reader.look()
    assert answer.status == 410
    reader.sees_not("first letter i did not open")


def test_without_javascript_the_conversation_still_works(browser, live_server, priya):
    make.make_person(team=priya.first_team, known_as="Ruth")
    walker = Walker(browser, live_server, "8-no-script")
    walker.context.close()
    walker.context = browser.new_context(java_script_enabled=False)
    walker.page = walker.context.new_page()
    walker.sign_in(priya)
    page = walker.page
    page.goto(walker.server + "/people/start/")
    page.get_by_label("What do they like to be called?").fill("Callum")
    page.get_by_role("button", name="Start the conversation").click()
    page.get_by_label("What brought you here today?").fill("The stair light is out.")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_text("Saved. You can close this page").count() == 1
    page.get_by_label("Read back and agreed").check()
    page.get_by_role("button", name="Finish the conversation").click()
    assert page.get_by_text("The stair light is out.").count() == 1
    walker.context.close()
