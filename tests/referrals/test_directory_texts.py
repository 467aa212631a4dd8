"""What other directories write badly: HTML, numbers as texts, half an address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.models import Offer
from referrals.open_referral import reading
from referrals.open_referral.html_text import one_line, plain_text
from welcome.forms.fields import PublicPhoneField

from .feed import get, service

HTML = [
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("One.<br/>Two.<br>Three.", "One.\nTwo.\nThree."),
    ("<ul>\n <li>Tea</li>\n <li><p>Talk</p></li></ul>", "• Tea\n• Talk"),
    ("<ol><li>Ring</li><li>Come</li></ol>", "1. Ring\n2. Come"),
    ("Tea&nbsp;&amp; talk&hellip; &pound;2", "Tea\u00a0& talk… £2"),
    ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
    ('<a href="https://x.example/a">here</a>', "here (https://x.example/a)"),
    ('<a href="https://x.example/">x.example</a>', "x.example"),
    ('<a href="mailto:us@x.example">Write</a>', "Write (us@x.example)"),
    ('<a href="javascript:alert(1)">Click</a>', "Click"),
    ("<style>p{}</style>Hi<script>alert('<p>')</script>!", "Hi!"),
    ("<P STYLE='x'>Hi <B>you</B></P><!-- no -->", "Hi you"),
    ("Under <5s and > 3, <anyone>", "Under <5s and > 3, <anyone>"),
    ("<p>Under <anyone> </ of it</p>", "Under <anyone>"),
    ("First line\n\nSecond line", "First line\n\nSecond line"),
    ("<p>Never closed <b>at all", "Never closed at all"),
    ("<![if mso]><p>Word</p><![endif]>", "<![if mso]>\n\nWord\n\n<![endif]>"),
]


@pytest.mark.parametrize(("written", "text"), HTML)
def test_html_becomes_text_with_its_paragraphs_and_bullets(written, text):
    assert plain_text(written) == text


@given(st.text(alphabet="<>/!-&;[]apbrliulscript \n\"'=#x0", max_size=200))
def test_no_html_breaks_the_reader_or_leaves_a_script(words):
    assert isinstance(one_line(words), str)
    assert "secret" not in plain_text(f"<script>secret</script>{words}")


def test_a_description_keeps_its_paragraphs_on_the_page(bring, client, priya, team):
    said = service(description="<p>Slowly.</p><ul><li>Tea</li></ul>")
    said["organization"] |= {"description": "<p>We are neighbours.</p>" * 30}
    bring(said)
    client.force_login(priya)
    offer = Offer.objects.get()
    page = client.get("/offers/here/").content.decode()

    assert offer.words == "Slowly.\n\n• Tea"
    assert offer.partner.what_it_is.count("We are neighbours.") == 30
    assert "<p>Slowly.</p>" in page
    assert "<p>We are neighbours.</p>" in page


REPAIRED = [
    ({"url": "www.fell.example.org/x"}, "website", "https://www.fell.example.org/x",
     "Its url had no https:// before it."),
    ({"status": "Temporarily Closed"}, "stands", "temporarily closed",
     "Its status was written “Temporarily Closed”."),
    ({"minimum_age": "16"}, "ages_from", 16, "Its minimum_age was a text"),
    ({"maximum_age": " “65.0” "}, "ages_to", 65, "Its maximum_age was a text"),
    ({"fees": 5}, "fees", "5", "Its fees was a number"),
    ({"name": '=HYPERLINK("http://x.example","Walk")'}, "name", "Walk",
     "Its name was a formula. We took what it shows."),
    ({"phones": [{"number": '"0131 496 0161"', "extension": 100}]}, "phone",
     "0131 496 0161 ext. 100", "Its number was in quotation marks."),
    ({"phones": [{"number": "0131 496 0161 x 7"}]}, "phone",
     "0131 496 0161 ext. 7", ""),
    ({"maximum_age": 12}, "ages_from", 0, "ages up to 12, so we show it from age 0."),
]  # fmt: skip


@pytest.mark.parametrize(("given", "column", "value", "sentence"), REPAIRED)
def test_what_can_be_read_all_the_same_is_repaired_and_said(
    bring, given, column, value, sentence
):
    code, printed = bring(service(**given))

    assert code == 0, printed
    assert getattr(Offer.objects.get(), column) == value
    assert sentence in printed
    assert ("1 repaired" in printed) is bool(sentence)


def test_a_phone_with_an_extension_can_be_saved_again_by_its_partner(bring):
    bring(service(phones=[{"number": "0131 496 0161", "extension": "100"}]))
    phone = Offer.objects.get().phone

    assert PublicPhoneField().clean(phone) == phone == "0131 496 0161 ext. 100"


KEYS = st.sampled_from(
    ["id", "name", "status", "description", "url", "organization", "phones", "number",
     "schedules", "opens_at", "byday", "valid_to", "contacts", "service_areas",
     "service_at_locations", "location", "addresses", "postal_code", "attributes",
     "regular_schedules", "link_taxonomies", "physical_addresses", "minimum_age",
     "cost_options", "eligibilitys", "extension", "count", "dtstart", "interval"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=5)
    ),
    max_leaves=20,
)


@given(JSON)
def test_no_json_crashes_the_reader(said):
    found = reading.read(said, today=date(2026, 3, 2))

    assert found.wrong or found.service.name


def test_our_own_feed_says_what_was_repaired_as_it_should_be(bring, client):
    said = service(url="www.fell.example.org", status="Active")
    bring(said)
    told = get(client, f"services/{said['id']}")

    assert (told["url"], told["status"]) == ("https://www.fell.example.org", "active")
