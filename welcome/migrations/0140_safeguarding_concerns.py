"""Safeguarding concerns, with updates and shares; the role of a safeguarding lead.

Safe to run live: the tables are new, the column of a site has a default in the
database, and the constraint of a role only allows one more. The version before knows
no such role and gives it to nobody.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0135_contacts_by_text_letter_and_visit"),
    ]

    operations = [
        migrations.CreateModel(
            name="SafeguardingConcern",
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
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("adult", "An adult"),
                            ("child", "A child or young person"),
                        ],
                        max_length=5,
                    ),
                ),
                ("seen_or_said", models.TextField()),
                ("in_danger_now", models.BooleanField(default=False)),
                ("who_was_told", models.TextField()),
                ("council_reference", models.CharField(blank=True, max_length=60)),
                ("review_on", models.DateField(null=True)),
                ("reminded_for", models.DateField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("council", "The council is dealing with it"),
                            ("support", "Support is in place, and they are safer"),
                            ("nothing", "Looked into: nothing more is needed"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                    ),
                ),
                ("shown_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SafeguardingNote",
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
                            ("update", "Update"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                            ("shown", "Shown to the person"),
                            ("hidden", "Hidden from the person"),
                        ],
                        default="update",
                        max_length=8,
                    ),
                ),
                ("words", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("review_on", models.DateField(null=True)),
                ("council_reference", models.CharField(blank=True, max_length=60)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("council", "The council is dealing with it"),
                            ("support", "Support is in place, and they are safer"),
                            ("nothing", "Looked into: nothing more is needed"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SafeguardingShare",
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
                ("reason", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_role_is_known",
        ),
        migrations.AddField(
            model_name="site",
            name="safeguarding_phone",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Shown where someone raises a safeguarding concern",
                max_length=30,
                verbose_name="the council’s safeguarding line",
            ),
        ),
        migrations.AlterField(
            model_name="look",
            name="why",
            field=models.CharField(
                choices=[
                    ("team", "in their welcome team"),
                    ("referral", "asked to help"),
                    ("twin", "looked for a possible twin"),
                    ("handover", "asked to hold them"),
                    ("self", "the person’s own page"),
                    ("emergency", "in an emergency"),
                    ("safeguard", "a safeguarding concern"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("welcomer", "Welcomer"),
                    ("lead", "Team lead"),
                    ("partner", "Partner worker"),
                    ("partner_lead", "Partner's lead"),
                    ("commissioner", "Commissioner"),
                    ("editor", "Storybook editor"),
                    ("privacy", "Privacy lead"),
                    ("safeguarding", "Safeguarding lead"),
                    ("admin", "Administrator"),
                ],
                max_length=15,
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "welcomer",
                            "lead",
                            "partner",
                            "partner_lead",
                            "commissioner",
                            "editor",
                            "privacy",
                            "safeguarding",
                            "admin",
                        ],
                    )
                ),
                name="membership_role_is_known",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="closed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="from_organisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.organisation",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="from_team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.team",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="safeguarding_concerns",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="raised_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="shown_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingconcern",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.site",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingnote",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingnote",
            name="concern",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="welcome.safeguardingconcern",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingshare",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingshare",
            name="concern",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shares",
                to="welcome.safeguardingconcern",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingshare",
            name="ended_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingshare",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.organisation",
            ),
        ),
        migrations.AddIndex(
            model_name="safeguardingconcern",
            index=models.Index(
                condition=models.Q(("closed_at", None)),
                fields=["site", "review_on", "id"],
                name="safeguarding_to_review",
            ),
        ),
        migrations.AddIndex(
            model_name="safeguardingconcern",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False)),
                fields=["site", "-closed_at", "-id"],
                name="safeguarding_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["adult", "child"])),
                name="safeguarding_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_or_said__regex", "^\\s*$"), _negated=True),
                name="safeguarding_says_what_was_seen_or_said",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(("who_was_told__regex", "^\\s*$"), _negated=True),
                name="safeguarding_says_who_was_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("from_organisation", None), ("from_team__isnull", False)),
                    models.Q(("from_organisation__isnull", False), ("from_team", None)),
                    _connector="OR",
                ),
                name="safeguarding_from_a_team_or_an_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at__isnull", False),
                    ("review_on__isnull", False),
                    _connector="OR",
                ),
                name="safeguarding_open_has_a_review_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None), ("outcome", "")),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("outcome__in", ["council", "support", "nothing", "other"]),
                    ),
                    _connector="OR",
                ),
                name="safeguarding_closed_has_who_when_and_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shown_at", None), ("shown_by", None)),
                    models.Q(("shown_at__isnull", False), ("shown_by__isnull", False)),
                    _connector="OR",
                ),
                name="safeguarding_shown_has_who_and_when",
            ),
        ),
        migrations.AddIndex(
            model_name="safeguardingnote",
            index=models.Index(
                fields=["concern", "-at", "-id"], name="safeguarding_notes"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["update", "closed", "reopened", "shown", "hidden"])
                ),
                name="safeguarding_note_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__regex", "^\\s*$"), _negated=True),
                name="safeguarding_note_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "closed"), models.Q(("outcome", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("kind", "closed"), _negated=True), ("outcome", "")
                    ),
                    _connector="OR",
                ),
                name="safeguarding_note_of_closing_has_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingshare",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "^\\s*$"), _negated=True),
                name="safeguarding_share_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingshare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="safeguarding_share_ended_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingshare",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("concern", "partner"),
                name="safeguarding_shared_once_with_a_partner",
            ),
        ),
    ]
