"""A file that belongs to a person. Its content is outside the database, encrypted."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, check, filled, index, not_blank, one_of
from .memberships import Role
from .own_record import NeverOnesOwn
from .people import Person
from .uuid_key import UuidModel

if TYPE_CHECKING:
    from .users import User


def _led_by(user: "User") -> set[object]:
    ours = user.current_memberships
    return {m.team_id for m in ours if m.team_id and m.role == Role.LEAD}


class AttachmentQuerySet(NeverOnesOwn, models.QuerySet["Attachment"]):
    def visible_to(self, user: "User") -> "AttachmentQuerySet":
        """Files of people of this user's teams; some only for who added them and leads.

        Partners are not asked here: they read what an agreement names.
        """
        if not user.team_ids:
            return self.none()
        theirs = self.filter(person__in=Person.objects.visible_to(user))
        few = Q(added_by=user) | Q(person__team_id__in=_led_by(user))
        return theirs.filter(Q(audience=Attachment.Audience.TEAM) | few)

    def with_content(self) -> "AttachmentQuerySet":
        return self.exclude(sealed_key="")

    def to_open(self) -> "AttachmentQuerySet":
        """Those that can be read now: neither removed nor still being checked."""
        return self.with_content().filter(scan__in=Attachment.READABLE)

    def for_the_person(self) -> "AttachmentQuerySet":
        return self.filter(person_may_see=True)

    def to_scan(self) -> "AttachmentQuerySet":
        """Whose turn it is: tried the longest ago, or never."""
        unsure = [Attachment.Scan.WAITING, Attachment.Scan.NOT_SCANNED]
        rows = self.with_content().filter(scan__in=unsure)
        return rows.order_by(models.F("scan_tried_at").asc(nulls_first=True), "pk")

    def to_erase(self) -> "AttachmentQuerySet":
        return self.filter(sealed_key="", erased_at=None).order_by("pk")


class Attachment(UuidModel):
    """A letter, a form, a photo: whose, of what day, and who may see it."""

    class Kind(models.TextChoices):
        LETTER_RECEIVED = "letter_received", "Letter received"
        ASSESSMENT = "assessment", "Assessment by another service"
        FORM = "form", "Form"
        PHOTO = "photo", "Photo"
        LETTER_SENT = "letter_sent", "Letter sent"
        OTHER = "other", "Something else"

    class Audience(models.TextChoices):
        TEAM = "team", "Everyone in the Welcome Team"
        FEW = "few", "Only you and the team’s leads"

    class Type(models.TextChoices):
        """Found by the content: see `values.file_types`."""

        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        DOC = "doc", "Word (old)"
        JPEG = "jpeg", "JPEG picture"
        PNG = "png", "PNG picture"

    class Scan(models.TextChoices):
        WAITING = "waiting", "Being checked for viruses"
        CLEAN = "clean", "Checked, no virus found"
        INFECTED = "infected", "A virus was found"
        NOT_SCANNED = "not_scanned", "Not scanned for viruses"
        MADE_HERE = "made_here", "Written here"

    READABLE = (Scan.CLEAN, Scan.NOT_SCANNED, Scan.MADE_HERE)

    person = models.ForeignKey(Person, models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=15, choices=Kind)
    title = models.CharField(max_length=120)
    dated = models.DateField(help_text="The day on the letter, not of adding it")
    #: As it was called where it came from, cleaned. Never a name in any storage.
    file_name = models.CharField(max_length=150, blank=True)
    audience = models.CharField(max_length=4, choices=Audience, default=Audience.TEAM)
    person_may_see = models.BooleanField(default=False)
    added_by = to_user()
    added_at = models.DateTimeField(default=timezone.now)
    type = models.CharField(max_length=4, choices=Type, editable=False)
    size = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    storage_key = models.UUIDField(unique=True, editable=False)
    #: The key that opens the content, encrypted; empty once the content is gone.
    sealed_key = models.TextField(editable=False)
    scan = models.CharField(max_length=11, choices=Scan, editable=False)
    scan_tried_at = models.DateTimeField(null=True, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    removed_by = to_user(null=True, editable=False)
    removed_why = models.CharField(max_length=300, blank=True, editable=False)
    #: When the stored content was deleted, after its key was.
    erased_at = models.DateTimeField(null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        indexes = [
            index("attachment_of_a_person", ["person", "-dated", "-id"]),
            index(
                "attachment_to_scan",
                ["scan_tried_at", "id"],
                among=Q(scan__in=["waiting", "not_scanned"]) & ~Q(sealed_key=""),
            ),
            index(
                "attachment_to_erase", ["id"], among=Q(sealed_key="", erased_at=None)
            ),
        ]
        constraints = [
            one_of(
                "attachment_kind_is_known",
                "kind",
                ["letter_received", "assessment", "form", "photo", "letter_sent"]
                + ["other"],
            ),
            one_of("attachment_audience_is_known", "audience", ["team", "few"]),
            one_of(
                "attachment_type_is_known",
                "type",
                ["pdf", "docx", "doc", "jpeg", "png"],
            ),
            one_of(
                "attachment_scan_is_known",
                "scan",
                ["waiting", "clean", "infected", "not_scanned", "made_here"],
            ),
            not_blank("attachment_has_a_title", "title"),
            check("attachment_has_content", Q(size__gt=0)),
            check("attachment_sha256_is_one", Q(sha256__regex=r"^[0-9a-f]{64}$")),
            all_or_none(
                "attachment_removed_has_who_and_when", "removed_at", "removed_by"
            ),
            check(
                "attachment_removed_says_why",
                Q(removed_at=None, removed_why="")
                | filled("removed_at") & ~Q(removed_why__regex=r"^\s*$"),
            ),
            check(
                "attachment_that_is_gone_has_no_key",
                Q(sealed_key="") & (filled("removed_at") | Q(scan="infected"))
                | Q(removed_at=None) & ~Q(scan="infected") & ~Q(sealed_key=""),
            ),
            check("attachment_erased_has_no_key", Q(erased_at=None) | Q(sealed_key="")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_gone(self) -> bool:
        """Removed, or infected: the row stays, the content does not."""
        return not self.sealed_key

    @property
    def can_be_opened(self) -> bool:
        return not self.is_gone and self.scan in self.READABLE

    @property
    def is_shown_inline(self) -> bool:
        """Only what was looked through, and what a browser shows by itself."""
        sure = self.scan in (self.Scan.CLEAN, self.Scan.MADE_HERE)
        return sure and self.type in (self.Type.PDF, self.Type.JPEG, self.Type.PNG)

    @property
    def is_unchecked(self) -> bool:
        return self.can_be_opened and self.scan == self.Scan.NOT_SCANNED

    @property
    def state_in_words(self) -> str:
        """What became of the check, or why there is nothing to open any more."""
        if self.removed_at:
            return "Removed"
        if self.scan == self.Scan.WAITING and self.scan_tried_at:
            return "Not scanned yet"
        return self.get_scan_display()

    @property
    def state_kind(self) -> str:
        """The colour of the state, for `parts/_state.html`."""
        if self.removed_at:
            return ""
        colours = {"clean": "held", "waiting": "soon", "infected": "late"}
        return colours.get(self.scan, "")

    @property
    def download_name(self) -> str:
        """After the kind and the day: no name of anyone lands in a download folder."""
        ending = "jpg" if self.type == self.Type.JPEG else self.type
        return f"{self.kind.replace('_', '-')}-{self.dated:%Y-%m-%d}.{ending}"

    def may_be_removed_by(self, user: "User") -> bool:
        """The user who added it, or a lead of the team that holds the person."""
        return user.pk == self.added_by_id or self.person.team_id in _led_by(user)
