"""One lived-experience narrative, from its first draft to its last public day."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery
from django.db.models.functions import MD5, Concat
from django.utils import timezone

from welcome.models import Role, Site, User
from welcome.models.columns import to_user
from welcome.models.constraints import check, empty, filled, index, one_of
from welcome.models.uuid_key import UuidModel

from .books import Storybook
from .consent import Consent, Contributor
from .narrative_states import MOODS, MOVES, PUBLIC, State
from .story_layout import Part, laid_out
from .themes import Theme

_NAMES: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField())
#: Between the parts of a fingerprint: a sign that no keyboard has, so that words
#: which move from the note into the text change it too.
_GAP = models.Value("\x1f", output_field=models.TextField())


class NarrativeQuerySet(models.QuerySet["Narrative"]):
    def visible_to(self, user: User) -> "NarrativeQuerySet":
        """An editor sees what their own organisation looks after."""
        mine = user.organisation_ids(Role.EDITOR)
        return self.filter(contributor__organisation_id__in=mine)

    def public(self) -> "NarrativeQuerySet":
        """On the shelf today. Asks the date itself, so no missed task can leak one."""
        return self.filter(state__in=PUBLIC, agreed_until__gte=timezone.localdate())

    def was_public(self) -> "NarrativeQuerySet":
        """Once on the shelf: its address answers kindly for ever."""
        return self.exclude(published_at=None)

    def giving_a_name_away(self) -> "NarrativeQuerySet":
        """Those whose live consent leaves out a name that can still be read in them.

        The database reads every word of each, so ask it of a few.
        """
        names = Func("pk", function="storybooks_names_shown", output_field=_NAMES)
        return self.alias(names_shown=names).exclude(names_shown=[])

    def with_voice(self) -> "NarrativeQuerySet":
        """With what the live consent says: whose name is shown, and since when."""
        live = Consent.objects.filter(narrative=OuterRef("pk"), withdrawn_at=None)
        return self.annotate(
            shown_as=Subquery(live.values("shown_as")[:1]),
            named=Subquery(live.values("named")[:1]),
            approved_at=Subquery(live.values("given_at")[:1]),
        )


class Narrative(UuidModel):
    storybook = models.ForeignKey(Storybook, models.PROTECT, related_name="narratives")
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="narratives"
    )
    #: Where it was told. Empty: the whole programme.
    site = models.ForeignKey(
        Site, models.PROTECT, related_name="narratives", null=True, blank=True
    )
    slug = models.SlugField(unique=True, max_length=80)
    title = models.CharField(max_length=120)
    place = models.CharField(max_length=80, blank=True)
    themes = ArrayField(
        models.CharField(max_length=20, choices=Theme), default=list, blank=True
    )
    content_note = models.TextField(
        blank=True, help_text="What the reader should know before they read"
    )
    pull_quote = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    #: Kept by the database: it changes whenever one letter changes.
    fingerprint = models.GeneratedField(
        expression=MD5(
            Concat(
                "title",
                _GAP,
                "place",
                _GAP,
                "content_note",
                _GAP,
                "pull_quote",
                _GAP,
                "text",
                output_field=models.TextField(),
            )
        ),
        output_field=models.CharField(max_length=32),
        db_persist=True,
    )
    #: The fingerprint of the words that the contributor read and said yes to.
    approved_fingerprint = models.CharField(max_length=32, blank=True, editable=False)
    agreed_until = models.DateField(null=True, editable=False)
    cooling_until = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    printed_at = models.TextField(
        blank=True, help_text="Where printed copies went, a line each"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    #: How its contributor last asked to be named in it, also where that could not be
    #: done yet. Empty: as their own row says.
    asked_named = models.CharField(
        max_length=10,
        choices=Contributor.Named,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    asked_shown_as = models.CharField(
        max_length=80, blank=True, default="", db_default="", editable=False
    )
    #: Since when a name that they asked to leave out is known to be in it.
    name_found_at = models.DateTimeField(null=True, editable=False)

    state = models.CharField(
        max_length=16, choices=State, default=State.DRAFT, editable=False
    )
    moved_at = models.DateTimeField(null=True, editable=False)
    moved_by = to_user(null=True, editable=False)

    objects = NarrativeQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "narrative_on_the_shelf",
                ["storybook", "published_at", "id"],
                among=Q(state__in=["published", "expiring"]),
            ),
            index("narrative_by_state", ["state", "agreed_until"]),
        ]
        constraints = [
            one_of("narrative_state_is_known", "state", State.values),
            check(
                "narrative_only_approved_words_are_public",
                ~Q(state__in=[State.APPROVED, *PUBLIC])
                | Q(approved_fingerprint=F("fingerprint")),
            ),
            check(
                "narrative_public_only_until_a_date",
                ~Q(state__in=PUBLIC) | filled("agreed_until", "published_at"),
            ),
            check(
                "narrative_move_has_who_and_when",
                empty("moved_at", "moved_by", state=State.DRAFT)
                | filled("moved_at", "moved_by"),
            ),
            check(
                "narrative_cools_off_before_it_is_public",
                ~Q(state__in=PUBLIC) | Q(published_at__gte=F("cooling_until")),
            ),
            check(
                "narrative_asked_name_has_both_parts",
                Q(asked_named="", asked_shown_as="")
                | (Q(asked_named__in=Contributor.Named.values) & ~Q(asked_shown_as="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def can_move_to(self, state: State) -> bool:
        return state in MOVES[State(self.state)]

    @property
    def is_public(self) -> bool:
        return (
            self.state in PUBLIC
            and self.agreed_until is not None
            and self.agreed_until >= timezone.localdate()
        )

    @property
    def has_cooled(self) -> bool:
        """Whether its contributor has had their time to think better of it."""
        return self.cooling_until is not None and self.cooling_until <= timezone.now()

    @property
    def can_be_changed(self) -> bool:
        """Never what people can read, never what was taken back."""
        return self.state not in (*PUBLIC, State.WITHDRAWN)

    @property
    def mood(self) -> str:
        """The colour that goes with the word of its state."""
        return MOODS.get(State(self.state), "plain")

    @property
    def minutes(self) -> int:
        """Minutes to read, at 200 words a minute."""
        return max(1, round(len(self.text.split()) / 200))

    @property
    def parts(self) -> list[Part]:
        """The text as it is read: paragraphs, the pull quote, the turns."""
        return laid_out(self.text, self.pull_quote)

    @property
    def reference(self) -> str:
        """How a message speaks of it: nothing of what it says."""
        return f"ST-{self.pk.hex[:6].upper()}"

    @property
    def told_at(self) -> Site | None:
        """The site that its events count for, and whose help lines it shows."""
        return self.site or self.storybook.site
