"""A letter from a site's template: written, looked at, made into a PDF, logged."""

import html
import uuid
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from welcome import actions
from welcome.attachments import storing
from welcome.models import Attachment, Event, Letter, LetterTemplate
from welcome.refusals import Refused

from .. import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def to_gp(site):
    return LetterTemplate.objects.get(site=site, to="gp")


def new(amina, template):
    return reverse("welcome:new_letter", args=[amina.pk, template.pk])


def said(**more):
    return {
        "once": uuid.uuid4(), "addressee": "Leith Surgery", "words": "Dear doctor",
        "agreed": "yes",
    } | more  # fmt: skip


def test_every_site_has_two_letters_to_begin_with(site):
    names = LetterTemplate.objects.filter(site=site).values_list("name", flat=True)
    assert list(names) == ["Letter to the GP", "Letter to the person"]


def test_a_letter_begins_filled_in(signed_in, amina, to_gp, team):
    type(amina).objects.filter(pk=amina.pk).update(gp_practice="Leith Surgery")
    page = signed_in.get(new(amina, to_gp)).content.decode()

    assert 'value="Leith Surgery"' in page
    assert "Amina Yusuf, born not known" in page
    assert "Priya Nair, peer worker" in page
    assert "{" not in page.partition("<textarea")[2].partition("</form>")[0]


def test_a_letter_to_the_gp_says_what_the_person_told_us(signed_in, amina, to_gp):
    """So that no one asks them again: their own words, and the year if not the day."""
    type(amina).objects.filter(pk=amina.pk).update(born_on=None, born_year=1970)
    came = f"{timezone.localdate(amina.made_at):%-d %B %Y}"
    page = html.unescape(signed_in.get(new(amina, to_gp)).content.decode())

    assert "born 1970, came to the North East Welcome Team on " + came in page
    assert "“The letters frighten me.” “Four hours of sleep.”" in page
    assert "What they would like to happen: …" in page
    assert "the GP" not in page.partition('name="addressee"')[2].partition(">")[0]


def test_gaps_in_a_letter_are_written_first(signed_in, amina, to_gp):
    answer = signed_in.post(new(amina, to_gp), said(words="They came on …"))

    assert "The letter still has gaps." in answer.content.decode()
    assert not Letter.objects.exists()


def test_a_letter_to_the_gp_is_agreed_or_says_why_not(signed_in, amina, to_gp):
    path = new(amina, to_gp)
    page = signed_in.post(path, said(agreed="")).content.decode()
    assert "Choose whether they agreed" in page
    page = signed_in.post(path, said(agreed="no")).content.decode()
    assert "Write why we are still writing" in page
    assert not Letter.objects.exists()

    signed_in.post(path, said(agreed="no", why_not_agreed="Her life is in danger"))
    assert Letter.objects.get().why_not_agreed == "Her life is in danger"


def test_a_letter_is_made_into_a_tagged_pdf_and_logged(signed_in, amina, priya, to_gp):
    page = signed_in.post(new(amina, to_gp), said(words="Dear Dr Shah"), follow=True)
    letter = Letter.objects.get()
    assert "Dear Dr Shah" in page.content.decode()
    assert not Attachment.objects.exists()

    path = reverse("welcome:letter", args=[letter.pk])
    seen = letter.written_at.isoformat()
    page = signed_in.post(path, {"seen": seen}, follow=True).content.decode()
    assert "Letter to Leith Surgery" in page
    file = Attachment.objects.get()
    assert (file.kind, file.scan, file.person_may_see) == (
        "letter_sent",
        "made_here",
        False,
    )
    paper = storing.content_of(file.storage_key, file.sealed_key)
    pdf = PdfReader(BytesIO(paper))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "en-GB"
    assert pdf.metadata.title == "Letter to Leith Surgery"
    words = pdf.pages[0].extract_text()
    assert "Dear Dr Shah" in words
    assert amina.reference in words
    event = Event.objects.get(what="letter_to.gp")
    assert (event.words, event.by) == ("A letter to their GP was written", priya)
    assert event.detail == {"agreed": "yes"}
    letter.refresh_from_db()
    assert letter.words == ""


def test_a_letter_to_the_person_is_on_their_own_page(amina, priya):
    draft = make.make_letter(amina, priya)
    actions.make_letter(draft, by=priya, paper=b"%PDF")

    assert Attachment.objects.get().person_may_see
    assert Event.objects.get(what="letter_to.person").detail == {"agreed": ""}


def test_pressed_twice_it_is_one_letter(amina, priya):
    draft = make.make_letter(amina, priya)
    one, again = (actions.make_letter(draft, by=priya, paper=b"%PDF") for _ in "12")

    assert one.attachment == again.attachment
    assert Attachment.objects.count() == 1
    assert Event.objects.filter(what="letter_to.person").count() == 1


def test_a_letter_that_has_changed_meanwhile_is_read_again(signed_in, amina, priya):
    draft = make.make_letter(amina, priya)
    path = reverse("welcome:letter", args=[draft.pk])
    seen = draft.written_at.isoformat()
    fields = {"to": "person", "addressee": "Amina", "words": "Other words"}
    actions.save_letter(amina, by=priya, draft=draft, **fields)

    assert signed_in.post(path, {"seen": seen}).status_code == 409
    with pytest.raises(Refused, match="has changed"):
        actions.make_letter(draft, by=priya, paper=b"%PDF")
    assert not Attachment.objects.exists()


def test_a_draft_is_changed_and_discarded(signed_in, amina, priya):
    draft = make.make_letter(amina, priya)
    change = reverse("welcome:change_letter", args=[draft.pk])
    assert ">\nDear</textarea>" in signed_in.get(change).content.decode()
    signed_in.post(change, {"addressee": "Amina Yusuf", "words": "Dear Amina"})
    draft.refresh_from_db()
    assert (draft.addressee, draft.words) == ("Amina Yusuf", "Dear Amina")

    signed_in.post(reverse("welcome:discard_letter", args=[draft.pk]))
    assert not Letter.objects.drafts().exists()
    assert Event.objects.latest("at").what == "letter_draft.discarded"


def test_what_is_made_is_changed_no_more(amina, priya):
    draft = make.make_letter(amina, priya)
    actions.make_letter(draft, by=priya, paper=b"%PDF")

    with pytest.raises(Refused, match="made already"):
        actions.discard_letter(draft, by=priya)
    with pytest.raises(Refused, match="made already"):
        actions.save_letter(
            amina, by=priya, draft=draft, to="person", addressee="A", words="x"
        )


def test_a_template_takes_only_what_can_be_filled_in(site):
    template = LetterTemplate(site=site, to="gp", name="A", words="Dear {nhs_number}")
    with pytest.raises(ValidationError, match="can’t fill in {nhs_number}"):
        template.full_clean()

    template.words = "Dear {first_name}, {date}"
    template.full_clean()


def test_a_site_that_is_made_in_the_admin_pages_has_both_letters(admin_client):
    form = {"name": "Oldham", "slug": "oldham", "nation": "england", "keep_years": 20,
            "huddle_word": "Huddle"}  # fmt: skip
    answer = admin_client.post(reverse("admin:welcome_site_add"), form)

    assert answer.status_code == 302
    assert LetterTemplate.objects.filter(site__slug="oldham").count() == 2


def test_words_in_a_letter_are_never_commands(signed_in, amina, priya, to_gp):
    tricks = '#panic() *bold* $x$ #import "house.typ" <label> @ref `raw` ]'
    signed_in.post(new(amina, to_gp), said(words=tricks))
    letter = Letter.objects.get()
    seen = {"seen": letter.written_at.isoformat()}
    signed_in.post(reverse("welcome:letter", args=[letter.pk]), seen)

    file = Attachment.objects.get()
    paper = storing.content_of(file.storage_key, file.sealed_key)
    text = PdfReader(BytesIO(paper)).pages[0].extract_text()
    assert "#panic()" in text.replace("\n", " ")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"to": "nurse"}, "letter_to_is_known|letter_to_the_gp"),
        ({"to": "gp"}, "letter_to_the_gp_is_agreed_or_says_why_not"),
        ({"addressee": " "}, "letter_has_an_addressee"),
        ({"words": " "}, "letter_is_words_or_a_file"),
        ({"made_at": "2026-01-01T00:00Z"}, "letter_made_has_file_and_time"),
    ],
)
def test_the_database_has_the_last_word(amina, priya, changes, rule):
    draft = make.make_letter(amina, priya)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Letter.objects.filter(pk=draft.pk).update(**changes)
