"""The whole demo, in one transaction: all of it is there afterwards, or none."""

from datetime import date, timedelta
from random import Random

from django.db import connection, transaction

from referrals.dashboards.changes import noted as change_noted
from referrals.models import Change
from welcome.actions.linking import join
from welcome.models import Linking, Organisation, Role, Site, User

from .lives.hours import at_work
from .missing import emergencies, gaps
from .places import CHANGED, PLACES, changed_on
from .playing.stage import Hands
from .population import people
from .rows import Rows, new_id
from .safeguarding import concerns
from .shelves import Desk, shelve
from .showpieces import showpieces
from .towns.staff import Hiring, demo_password
from .towns.towns import Town, settle
from .working_day.files_and_letters import files_and_letters, templates
from .working_day.meetings import meetings
from .working_day.texts import texts
from .working_day.two_teams import Between, two_teams

SEED = "the kettle is on"
#: A database that knows this site has been loaded already.
MARKER = "edinburgh"


def is_loaded() -> bool:
    return Site.objects.filter(slug=MARKER).exists()


@transaction.atomic
def load(today: date, *, seed: str = SEED, share: float = 1) -> int:
    """Make it all: the same seed and day make the same people. How many rows.

    `share` of everybody: tests need only some. Every rule of the database is on.
    """
    _take_your_time()
    rows, rng = Rows(), Random(f"{seed} places")
    hiring = Hiring(rows, rng, demo_password())
    hands = Hands(*(User.objects.hand(name) for name in ("front_door", "clock")))
    towns = [settle(rows, place, hiring, today) for place in PLACES]
    house = _programme(hiring, towns[0])
    templates(rows, towns, seed)
    for town in towns:
        if town.place.slug == MARKER:
            ailsa, *_ = showpieces(rows, town, hands, today)
            files_and_letters(rows, ailsa, today)
        wanted = max(round(town.place.people * share), 1)
        people(rows, town, hands, seed, today, wanted)
        gaps(rows, town, today)
        if town.place.slug == MARKER:
            emergencies(rows, town, today, _user(rows, "privacy"))
            concerns(rows, town, today, _user(rows, "safeguarding"))
            meetings(rows, town, today)
            told, linking = two_teams(Between(rows, town, hands, today))
            texts(rows, ailsa, told[0], today)
        if town.place.slug == CHANGED:
            _note_the_change(rows, town, today)
    _write_with_books(rows, towns, house, today, seed, linking)
    return sum(map(len, rows.of.values()))


def _take_your_time() -> None:
    """A page may not take long; this may. Ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")


def _programme(hiring: Hiring, home: Town) -> Organisation:
    """The accounts that belong to no team and no partner."""
    assert home.board is not None
    carol = hiring.sign_in("commissioner", home.board)
    hiring.member(carol, Role.COMMISSIONER, organisation=home.board)
    flora = hiring.sign_in("privacy", home.board)
    hiring.member(flora, Role.PRIVACY, organisation=home.board)
    house = hiring.organisation("Kitchen Table Press", "Makes the storybooks")
    hiring.member(hiring.sign_in("editor", house), Role.EDITOR, organisation=house)
    sheila = hiring.sign_in("safeguarding", home.board)
    hiring.member(sheila, Role.SAFEGUARDING, organisation=home.board)
    living = hiring.organisation("Living Well programme", "Looks after this service")
    ann = hiring.sign_in("admin", living, is_staff=True, is_superuser=True)
    hiring.member(ann, Role.ADMIN, organisation=living)
    return house


def _note_the_change(rows: Rows, town: Town, today: date) -> None:
    """Drop-in mornings: what they hoped for, noted before anybody could know."""
    began, by = changed_on(today), _user(rows, "commissioner")
    noted = at_work(town.rng, began - timedelta(days=12), town.place.nation)
    change = rows.add(
        Change(
            id=new_id(town.rng),
            site=town.site,
            name="Drop-in mornings",
            hypothesis="If anybody can walk in on a Tuesday morning and be heard there "
            "and then, nobody has to wait for a letter, and the teams stop ringing "
            "people who have lost heart. We think that the wait will halve.",
            began_on=began,
            measure="heard",
            noted_by=by,
            noted_at=noted,
        )
    )
    rows.add(change_noted(change))


def _write_with_books(
    rows: Rows,
    towns: list[Town],
    house: Organisation,
    today: date,
    seed: str,
    linking: Linking,
) -> None:
    """People first; then the books, whose events are written after theirs."""
    rows.write()
    of_books = Rows()
    of_books.add(join(linking))
    desk = Desk(
        rows=of_books,
        editor=_user(rows, "editor"),
        house=house,
        person=User.objects.hand("person"),
        sites={town.place.slug: town.site for town in towns},
        today=today,
        rng=Random(f"{seed} books"),
    )
    shelve(desk)
    of_books.write()


def _user(rows: Rows, account: str) -> User:
    email = f"{account}@example.org"
    return next(user for user in rows.of[User] if user.email == email)
