"""The seven sites: their teams, districts, telephones, and who lives there."""

from dataclasses import dataclass
from datetime import date

_ENGLISH_NORTH = "english 60 irish 5 pakistani 11 bangladeshi 4 polish 4 nigerian 3"


@dataclass(frozen=True)
class Place:
    slug: str
    name: str
    nation: str
    people: int
    #: Mean days from introduction to first conversation.
    wait: float
    #: A team's name, and the postcode districts that it listens for.
    teams: dict[str, str]
    #: The beginning of its telephones, to which three figures are added.
    dial: str
    drop_in: str
    heritages: str
    huddle: str = "Huddle"

    @property
    def weights(self) -> dict[str, float]:
        words = self.heritages.split()
        pairs = zip(words[::2], words[1::2], strict=True)
        return {heritage: float(weight) for heritage, weight in pairs}

    def districts(self, team: str) -> list[str]:
        return self.teams[team].split()


#: In the order in which they are loaded. All telephones are Ofcom's for drama.
PLACES = [
    Place(
        slug="edinburgh",
        name="Edinburgh",
        nation="scotland",
        people=900,
        wait=21,
        teams={
            "North East Welcome Team": "EH5 EH6 EH7 EH15",
            "North West Welcome Team": "EH3 EH4 EH12 EH30",
            "South East Welcome Team": "EH8 EH9 EH16 EH17",
            "South West Welcome Team": "EH10 EH11 EH13 EH14",
        },
        dial="0131 496 0",
        drop_in="A drop-in every Tuesday morning at the Harbour Street library.",
        heritages="scottish 62 english 10 irish 4 polish 7 pakistani 5 indian 3 "
        "chinese 2 nigerian 2 ghanaian 1 arab 2 ukrainian 2 kurdish 1",
    ),
    Place(
        slug="salford",
        name="Salford",
        nation="england",
        people=550,
        wait=17,
        teams={
            "Broughton Welcome Team": "M3 M7 M6",
            "Eccles and Irlam Welcome Team": "M5 M27 M28 M30 M44",
        },
        dial="0161 496 0",
        drop_in="A front room every Wednesday on Great Clowes Street.",
        heritages=f"{_ENGLISH_NORTH} ghanaian 2 arab 3 kurdish 2 iranian 2 romanian 2",
        huddle="Brew",
    ),
    Place(
        slug="tameside-and-glossop",
        name="Tameside & Glossop",
        nation="england",
        people=350,
        wait=15,
        teams={"Tameside & Glossop Welcome Team": "OL6 SK13 SK14 SK15 SK16 M34 M43"},
        dial="0161 496 0",
        drop_in="Ashton market, the stall with the chairs, Fridays.",
        heritages=f"{_ENGLISH_NORTH} ukrainian 3 indian 3",
    ),
    Place(
        slug="luton",
        name="Luton",
        nation="england",
        people=350,
        wait=19,
        teams={
            "Bury Park Welcome Team": "LU1 LU4",
            "Stopsley Welcome Team": "LU2 LU3",
        },
        dial="01632 960",
        drop_in="Thursdays after prayers at the Bury Park community rooms.",
        heritages="english 38 irish 5 pakistani 18 bangladeshi 11 indian 5 caribbean 6 "
        "nigerian 4 somali 3 polish 4 romanian 4 arab 2",
    ),
    Place(
        slug="derbyshire",
        name="Derbyshire",
        nation="england",
        people=300,
        wait=24,
        teams={
            "Dales Welcome Team": "DE4 DE45 DE6 SK17",
            "Chesterfield Welcome Team": "S40 S41 S42 DE56",
        },
        dial="01632 960",
        drop_in="Market days in Bakewell, above the carpet shop.",
        heritages="english 84 irish 3 polish 4 pakistani 2 indian 2 ukrainian 3 "
        "chinese 2",
    ),
    Place(
        slug="oldham",
        name="Oldham",
        nation="england",
        people=250,
        wait=20,
        teams={"Oldham Welcome Team": "OL1 OL2 OL4 OL8 OL9"},
        dial="0161 496 0",
        drop_in="Mondays at the Coldhurst corner.",
        heritages="english 56 pakistani 16 bangladeshi 14 irish 4 polish 3 kurdish 2 "
        "ukrainian 2 nigerian 2 romanian 1",
    ),
    Place(
        slug="lambeth",
        name="Lambeth",
        nation="england",
        people=300,
        wait=16,
        teams={
            "Brixton Welcome Team": "SW2 SW9 SE24",
            "Streatham and Norwood Welcome Team": "SW16 SE27 SW12",
        },
        dial="020 7946 0",
        drop_in="The Brixton table, any Sunday.",
        heritages="english 36 caribbean 15 nigerian 9 ghanaian 7 somali 5 portuguese 8 "
        "irish 4 polish 3 indian 4 arab 3 iranian 2 chinese 3",
    ),
]

#: The one real change in process: what was tried, where, and the wait since.
CHANGED = "edinburgh"
WAIT_SINCE = 9.5


def opened_on(today: date, months: int) -> date:
    """The first day of the month so many months before today's.

    >>> opened_on(date(2026, 11, 23), 24)
    datetime.date(2024, 11, 1)
    """
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(years, month + 1, 1)


def changed_on(today: date) -> date:
    """When the drop-in mornings began: nine whole months ago."""
    return opened_on(today, 9)


def wait_at(place: Place, day: date, today: date) -> float:
    """The mean wait, in days, of somebody who is introduced there on that day."""
    tried = place.slug == CHANGED and day >= changed_on(today)
    return WAIT_SINCE if tried else place.wait
