"""A story from the desk to the shelf, in its teller's hands all the way, and back."""

from uuid import uuid4

import pytest
from django.utils import timezone

from storybooks import actions
from storybooks.models import Contributor, Narrative, Storybook
from welcome.models import Message, Role

from .. import factories as make
from ..storybooks.tale import BOOK, FACT, JEAN
from .storybook_steps import answer_who_could_know, send_to_jean

WIDTHS = pytest.mark.parametrize("width", [1280, 375])
TEXT = (
    "I was thirty-four when moira at the desk rang me. Call her on 0131 496 0123.\n\n"
    "My brother Callum never opened a letter either."
)


@pytest.fixture
def draft(edith, site):
    press = edith.current_memberships[0].organisation
    book = Storybook.objects.create(**BOOK)
    jean = Contributor.objects.create(organisation=press, **JEAN)
    return actions.write(
        by=edith,
        once=uuid4(),
        storybook=book,
        contributor=jean,
        site=site,
        themes=["waiting"],
        title="The bag",
        place="Edinburgh",
        content_note="About debt.",
        pull_quote="",
        text=TEXT,
    )


def decide(editor, words, button, **said):
    card = editor.page.locator("form.card", has=editor.page.get_by_text(words)).first
    for label, answer in said.items():
        card.get_by_label(label.replace("_", " ")).fill(answer)
    card.get_by_role("button", name=button).click()
    editor.page.wait_for_load_state()
    editor.look()


@WIDTHS
def test_a_story_is_made_safe_approved_published_and_taken_back(
    walk, edith, draft, width
):
    press = edith.current_memberships[0].organisation
    sorcha = make.make_member(Role.EDITOR, press, name="Sorcha Lunn")
    editor = walk(f"story-1-{width}", width=width).sign_in(edith)
    editor.go(f"/storybooks/desk/{draft.pk}/")
    editor.follow("Make it safe to show")
    editor.sees("There is one thing in it")
    editor.sees("4 of 4 to decide on")

    # nothing is kept without a reason; what was typed is still there
    decide(editor, "moira", "Keep it")
    editor.sees("Write why it can stay")
    decide(editor, "moira", "Keep it", Why="She asked to be named.")
    decide(editor, "0131 496 0123", "Replace everywhere")
    decide(editor, "was thirty-four", "Replace everywhere")
    editor.sees("was in my thirties")
    decide(editor, "Callum", "Replace everywhere", Say_instead="Ewan")

    # who did the marking does not answer the last questions
    editor.sees("a second editor answers: Sorcha Lunn")
    second = walk(f"story-2-{width}", width=width).sign_in(sorcha)
    second.go(f"/storybooks/desk/{draft.pk}/clear/")
    second.press("It is safe to show")
    second.sees("Write whether a stranger could")
    answer_who_could_know(second)
    second.follow("Send it to its contributor")
    send_to_jean(second)

    # she reads exactly these words, and says yes
    jean = walk(f"story-3-{width}", width=width)
    jean.go(Message.objects.get(template="narrative_for_you").path)
    jean.page.get_by_role("textbox").first.fill(FACT)
    jean.press("Open")
    jean.sees("This is what people will read")
    jean.sees("I was in my thirties when moira at the desk rang me.")
    jean.sees("My brother Ewan")
    jean.tick("On our web pages")
    jean.press("Yes, in these words")
    jean.sees("Thank you. We’ve saved your yes")

    # one letter changed: the yes is void, and the desk says so
    editor.go(f"/storybooks/desk/{draft.pk}/edit/")
    editor.write("Title", "The bags")
    editor.press("Save")
    draft.refresh_from_db()
    assert (draft.state, draft.consents.filter(withdrawn_at=None).count()) == (
        "draft",
        0,
    )
    second.go(f"/storybooks/desk/{draft.pk}/clear/")
    answer_who_could_know(second)
    second.follow("Send it to its contributor")
    send_to_jean(second)
    latest = Message.objects.filter(template="narrative_for_you").latest("made_at")
    jean.go(latest.path)
    if jean.page.get_by_role("button", name="Open").count():
        jean.page.get_by_role("textbox").first.fill(FACT)
        jean.press("Open")
    jean.tick("On our web pages")
    jean.press("Yes, in these words")

    Narrative.objects.update(cooling_until=timezone.now())
    second.go(f"/storybooks/desk/{draft.pk}/")
    second.press("Put it on the shelf")
    second.sees("On the shelf. Its contributor has been told.")
    draft.refresh_from_db()
    reader = walk(f"story-4-{width}", width=width)
    address = f"/storybooks/the-long-way-round/{draft.slug}/"
    reader.go(address)
    reader.sees("I was in my thirties when moira at the desk rang me.")

    jean.go(latest.path)
    jean.follow("Take my story back")
    jean.press("Yes, take it back now")
    reader.go(address)
    reader.sees_not("I was in my thirties")
