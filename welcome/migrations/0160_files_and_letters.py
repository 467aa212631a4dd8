"""Files that belong to people, letters to them and to their GP, and sites' templates.

Safe to run live: three new tables, nothing that exists is touched.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import welcome.models.letters


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0151_daily_digest"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter_received", "Letter received"),
                            ("assessment", "Assessment by another service"),
                            ("form", "Form"),
                            ("photo", "Photo"),
                            ("letter_sent", "Letter sent"),
                            ("other", "Something else"),
                        ],
                        max_length=15,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "dated",
                    models.DateField(
                        help_text="The day on the letter, not of adding it"
                    ),
                ),
                ("file_name", models.CharField(blank=True, max_length=150)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("team", "Everyone in the Welcome Team"),
                            ("few", "Only you and the team’s leads"),
                        ],
                        default="team",
                        max_length=4,
                    ),
                ),
                ("person_may_see", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word"),
                            ("doc", "Word (old)"),
                            ("jpeg", "JPEG picture"),
                            ("png", "PNG picture"),
                        ],
                        editable=False,
                        max_length=4,
                    ),
                ),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("storage_key", models.UUIDField(editable=False, unique=True)),
                ("sealed_key", models.TextField(editable=False)),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("waiting", "Being checked for viruses"),
                            ("clean", "Checked, no virus found"),
                            ("infected", "A virus was found"),
                            ("not_scanned", "Not scanned for viruses"),
                            ("made_here", "Written here"),
                        ],
                        editable=False,
                        max_length=11,
                    ),
                ),
                ("scan_tried_at", models.DateTimeField(editable=False, null=True)),
                ("removed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "removed_why",
                    models.CharField(blank=True, editable=False, max_length=300),
                ),
                ("erased_at", models.DateTimeField(editable=False, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="welcome.person",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[("gp", "The GP"), ("person", "The person")],
                        max_length=6,
                    ),
                ),
                ("addressee", models.CharField(max_length=120)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                (
                    "agreed",
                    models.CharField(
                        blank=True, choices=[("yes", "Yes"), ("no", "No")], max_length=3
                    ),
                ),
                ("why_not_agreed", models.CharField(blank=True, max_length=500)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("made_at", models.DateTimeField(editable=False, null=True)),
                (
                    "attachment",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter",
                        to="welcome.attachment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="welcome.person",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[("gp", "The GP"), ("person", "The person")],
                        max_length=6,
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "words",
                    models.TextField(
                        help_text="Plain text. Placeholders: {name}, {first_name}, "
                        "{date_of_birth}, {address}, {date}, {writer}, {team}, "
                        "{team_phone}",
                        validators=[welcome.models.letters.known_placeholders],
                    ),
                ),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True, verbose_name="offered to the teams"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_templates",
                        to="welcome.site",
                    ),
                ),
            ],
            options={
                "ordering": ["to", "name"],
            },
        ),
        migrations.AddIndex(
            model_name="attachment",
            index=models.Index(
                fields=["person", "-dated", "-id"], name="attachment_of_a_person"
            ),
        ),
        migrations.AddIndex(
            model_name="attachment",
            index=models.Index(
                condition=models.Q(
                    ("scan__in", ["waiting", "not_scanned"]),
                    models.Q(("sealed_key", ""), _negated=True),
                ),
                fields=["scan_tried_at", "id"],
                name="attachment_to_scan",
            ),
        ),
        migrations.AddIndex(
            model_name="attachment",
            index=models.Index(
                condition=models.Q(("erased_at", None), ("sealed_key", "")),
                fields=["id"],
                name="attachment_to_erase",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "letter_received",
                            "assessment",
                            "form",
                            "photo",
                            "letter_sent",
                            "other",
                        ],
                    )
                ),
                name="attachment_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["team", "few"])),
                name="attachment_audience_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("type__in", ["pdf", "docx", "doc", "jpeg", "png"])),
                name="attachment_type_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "scan__in",
                        ["waiting", "clean", "infected", "not_scanned", "made_here"],
                    )
                ),
                name="attachment_scan_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^\\s*$"), _negated=True),
                name="attachment_has_a_title",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0)), name="attachment_has_content"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                name="attachment_sha256_is_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_at", None), ("removed_by", None)),
                    models.Q(
                        ("removed_at__isnull", False), ("removed_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="attachment_removed_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_at", None), ("removed_why", "")),
                    models.Q(
                        ("removed_at__isnull", False),
                        models.Q(("removed_why__regex", "^\\s*$"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="attachment_removed_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sealed_key", ""),
                        models.Q(
                            ("removed_at__isnull", False),
                            ("scan", "infected"),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        ("removed_at", None),
                        models.Q(("scan", "infected"), _negated=True),
                        models.Q(("sealed_key", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="attachment_that_is_gone_has_no_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erased_at", None), ("sealed_key", ""), _connector="OR"
                ),
                name="attachment_erased_has_no_key",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("attachment", None)),
                fields=["person", "-written_at", "-id"],
                name="letter_drafts",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("to__in", ["gp", "person"])),
                name="letter_to_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("addressee__regex", "^\\s*$"), _negated=True),
                name="letter_has_an_addressee",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("attachment", None), ("made_at", None)),
                    models.Q(("attachment__isnull", False), ("made_at__isnull", False)),
                    _connector="OR",
                ),
                name="letter_made_has_file_and_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("attachment", None),
                        models.Q(("words__regex", "^\\s*$"), _negated=True),
                    ),
                    models.Q(("attachment__isnull", False), ("words", "")),
                    _connector="OR",
                ),
                name="letter_is_words_or_a_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed", ""), ("to", "person"), ("why_not_agreed", "")),
                    models.Q(("agreed", "yes"), ("to", "gp"), ("why_not_agreed", "")),
                    models.Q(
                        ("agreed", "no"),
                        ("to", "gp"),
                        models.Q(("why_not_agreed__regex", "^\\s*$"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_to_the_gp_is_agreed_or_says_why_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(("to__in", ["gp", "person"])),
                name="lettertemplate_to_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__regex", "^\\s*$"), _negated=True),
                name="lettertemplate_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                fields=("site", "name"), name="lettertemplate_name_is_its_own_at_a_site"
            ),
        ),
    ]
