"""A letter comes with Amina, is added, shared with Harbour, and one goes to her GP."""

import pytest
from django.utils import timezone

from welcome.models import Attachment, Event

from .. import factories as make
from .. import files
from ..private_links import WORD, send

WIDTHS = pytest.mark.parametrize("width", [1280, 375])


def pick(walker, content, name="letter.pdf"):
    """Choose a file, as in the window of the system."""
    walker.page.get_by_label("The file").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content}
    )


def date(walker, day):
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        walker.page.get_by_label(part, exact=True).first.fill(str(value))


@WIDTHS
def test_a_letter_is_added_shared_read_and_removed(
    walk, priya, omar, amina, request_made, width
):
    welcomer = walk(f"files-1-{width}", width=width).sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/")
    welcomer.follow("Open files and letters")
    welcomer.sees("There are no files yet.")
    welcomer.follow("Add a file")

    # a program with the name of a letter: everything else that was typed is kept
    pick(welcomer, b"MZ" + bytes(99))
    welcomer.write("What should we call it?", "From the housing office")
    welcomer.press("Add the file")
    welcomer.sees("This file is something else.")
    welcomer.sees("Choose what it is")
    title = welcomer.page.get_by_label("What should we call it?")
    assert title.input_value() == "From the housing office"

    pick(welcomer, files.PDF)
    welcomer.page.get_by_label("What is it?").select_option("letter_received")
    date(welcomer, timezone.localdate())
    welcomer.press("Add the file")
    welcomer.sees("The file is added.")
    welcomer.sees("We haven’t scanned this file for viruses.")
    with welcomer.page.expect_download() as download:
        welcomer.page.get_by_role(
            "link", name="From the housing office", exact=True
        ).click()
    day = f"{timezone.localdate():%Y-%m-%d}"
    assert download.value.suggested_filename == f"letter-received-{day}.pdf"

    # it goes to Harbour only because it is ticked
    welcomer.go(f"/requests/{request_made.pk}/agree/")
    box = welcomer.page.get_by_label("From the housing office")
    assert not box.is_checked()
    box.check()
    welcomer.tick("What brought me here")
    welcomer.press("Update preview")
    welcomer.sees("Letter received")
    welcomer.write("What did they say?", "Aye, that letter too.")
    welcomer.tick("Face to face")
    welcomer.press("Send referral")
    welcomer.sees("is with Harbour Money Advice")

    (referral,) = request_made.referrals.all()
    adviser = walk(f"files-2-{width}", width=width).sign_in(omar)
    adviser.go(f"/referrals/{referral.pk}/")
    with adviser.page.expect_download():
        adviser.page.get_by_role(
            "link", name="From the housing office", exact=True
        ).click()
    opened = Event.objects.filter(what="attachment.opened", by=omar)
    assert opened.get().partner_id == referral.partner_id

    welcomer.go(f"/people/{amina.pk}/files/")
    welcomer.follow("Remove ?: From the housing office")
    welcomer.press("Remove the file")
    welcomer.sees("Write why it is removed")
    welcomer.write("Why is it removed?", "It was her neighbour’s")
    welcomer.press("Remove the file")
    welcomer.sees("Removed by Priya Nair")
    adviser.go(f"/referrals/{referral.pk}/")
    adviser.sees("Removed, so it can’t be read any more")


@WIDTHS
def test_a_letter_to_the_gp_is_written_and_made_once(walk, priya, amina, width):
    welcomer = walk(f"files-3-{width}", width=width).sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/")
    welcomer.follow("Write a letter")
    welcomer.follow("Letter to the GP")
    welcomer.press("Save and preview")
    welcomer.sees("The letter still has gaps.")
    welcomer.sees("Choose whether they agreed")
    welcomer.write("Who is it to?", "Leith Walk Surgery")
    welcomer.write("The letter", "Dear doctor,\n\nAmina would like to see you.")
    welcomer.tick("Yes")
    welcomer.press("Save and preview")
    welcomer.sees("Amina agreed to this letter.")
    welcomer.follow("Change the letter")
    welcomer.write("The letter", "Dear doctor,\n\nAmina would like to see you soon.")
    welcomer.press("Save and preview")
    welcomer.press("Make the PDF")
    welcomer.sees("The letter is ready to print.")
    welcomer.sees("Letter to Leith Walk Surgery")
    welcomer.go(f"/people/{amina.pk}/trail/?show=files")
    welcomer.sees("A letter to their GP was written")
    assert Attachment.objects.get().scan == "made_here"


@WIDTHS
def test_amina_reads_her_files_on_her_own_page(walk, priya, amina, width):
    make.add_file(amina, priya, title="My letter", person_may_see=True)
    make.add_file(amina, priya, title="About her sister")
    link = send(amina, priya)
    phone = walk(f"files-4-{width}", width=width)
    phone.go(link)
    phone.write("Your agreed password word", WORD)
    phone.press("^Open$")
    phone.follow("My files")
    phone.sees("My letter")
    phone.sees_not("About her sister")
    phone.sees("We have more files about you")
    with phone.page.expect_download() as download:
        phone.page.get_by_role("button", name="Download all my files").click()
    assert download.value.suggested_filename == "my-files.zip"
