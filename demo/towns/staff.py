"""Who works here: the ten who can sign in, and their many colleagues who cannot."""

from dataclasses import dataclass
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password

from welcome.models import Membership, Organisation, Role, Site, Team, User

from ..people import names, telephones
from ..places import Place
from ..rows import Rows, new_id

#: The professions of a welcome team, and which of the site's employers pays for each.
PROFESSIONS = [
    ("peer worker", 0),
    ("support worker", 1),
    ("mental health nurse", 2),
    ("social worker", 3),
    ("occupational therapist", 2),
    ("psychologist", 2),
]
AT_PARTNERS = ["adviser", "worker", "counsellor", "coordinator"]
#: In Edinburgh: whoever listens in the pictures of the README, and others there.
KNOWN = {
    "welcomer": ("Morag Reid", "peer worker"),
    "lead": ("Ishbel Macrae", "social worker"),
    "other-lead": ("Shona Gillespie", "social worker"),
    "partner": ("Dev Anand", "money adviser"),
    "other-partner": ("Roisin Devlin", "housing worker"),
    "commissioner": ("Catriona Bell", "commissioner"),
    "editor": ("Edith Moss", "editor"),
    "privacy": ("Flora Baird", "privacy lead"),
    "safeguarding": ("Sheila Kerr", "safeguarding lead"),
    "admin": ("Ann Okafor", "administrator"),
}
_CANNOT_SIGN_IN = "!nobody-signs-in-with-this"


@dataclass
class Hiring:
    """Takes people on: at one site, or for the whole programme."""

    rows: Rows
    rng: Random
    #: Hashed once for everybody who can sign in: hashing is slow on purpose.
    password: str

    def sign_in(self, account: str, employer: Organisation, **may: bool) -> User:
        """One of the ten demo accounts."""
        name, profession = KNOWN[account]
        return self._user(
            email=f"{account}@example.org",
            name=name,
            profession=profession,
            employer=employer,
            password=self.password,
            **may,
        )

    def colleague(self, place: Place, profession: str, employer: Organisation) -> User:
        """Somebody with a name and no way in."""
        weights = place.weights
        [heritage] = self.rng.choices(list(weights), list(weights.values()))
        gender = self.rng.choice(["woman", "woman", "man"])
        first = names.given(self.rng, heritage, gender)
        last = names.family(self.rng, heritage)
        taken = {user.email for user in self.rows.of[User]}
        while (email := telephones.email(self.rng, first, last)) in taken:
            pass
        return self._user(
            email=email,
            name=f"{first} {last}",
            profession=profession,
            employer=employer,
            password=_CANNOT_SIGN_IN,
        )

    def let_sign_in(self, user: User, account: str) -> User:
        """A colleague who is one of the ten: chance has the same say as for others."""
        user.name, user.profession = KNOWN[account]
        user.email, user.password = f"{account}@example.org", self.password
        return user

    def member(
        self,
        user: User,
        role: Role,
        *,
        team: Team | None = None,
        organisation: Organisation | None = None,
    ) -> User:
        self.rows.add(
            Membership(user=user, role=role, team=team, organisation=organisation)
        )
        return user

    def organisation(
        self, name: str, what_it_is: str, site: Site | None = None
    ) -> Organisation:
        """An employer or a board: nobody is sent to it."""
        row = Organisation(
            id=new_id(self.rng), site=site, name=name, what_it_is=what_it_is
        )
        return self.rows.add(row)

    def _user(self, **facts: object) -> User:
        user = User(id=new_id(self.rng), **facts)
        user.phone = f"07700 900{self.rng.randint(0, 999):03}"
        return self.rows.add(user)


def demo_password() -> str:
    """The hash of DEMO_PASSWORD; nobody can sign in where it is not set."""
    return make_password(settings.DEMO_PASSWORD or None)
