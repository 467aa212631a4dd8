"""Handing on, objections, putting right, and what giving back means for next time."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0060_maps_and_hopes_shared"),
        ("welcome", "0023_what_is_known_of_somebody"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HandOn",
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
                ("words", models.TextField(help_text="Why it would be better there")),
                (
                    "proposed_at",
                    models.DateTimeField(default=django.utils.timezone.now),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Objection",
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
                ("words", models.TextField(blank=True)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("lifted_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="PutRight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("reopened", "Opened again"),
                            ("annulled", "Should not have been sent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("was", models.CharField(max_length=10)),
                ("said", models.TextField(blank=True)),
                ("why", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name_plural": "put right",
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="may_go_on",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="stands",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="ask_again_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="request",
            name="despite",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="request",
            name="wants",
            field=models.CharField(
                choices=[("all", "All of these"), ("first", "The first who says yes")],
                default="all",
                max_length=5,
            ),
        ),
        migrations.AlterField(
            model_name="outcome",
            name="how",
            field=models.CharField(
                choices=[
                    ("better", "Things are better"),
                    ("some", "Some of it helped"),
                    ("same", "Things are much the same"),
                    ("stopped", "They chose to stop"),
                    ("lost_touch", "We lost touch"),
                    ("handed_on", "Another partner helps now"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="outcome",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="referrals.referral",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands", True)),
                fields=("referral",),
                name="outcome_one_that_stands",
            ),
        ),
        # without room and from before: they said nothing, so after four weeks
        migrations.RunSQL(
            "UPDATE referrals_referral"
            " SET ask_again_on = (moved_at + interval '28 days')::date "
            "WHERE state = 'returned' AND reason = 'full'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "full"), ("state", "returned"), _negated=True),
                    ("ask_again_on__isnull", False),
                    _connector="OR",
                ),
                name="referral_without_room_says_when_to_ask_again",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(("wants__in", ["all", "first"])),
                name="request_wants_is_known",
            ),
        ),
        migrations.AddField(
            model_name="handon",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="handon",
            name="became",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="handed_on_by",
                to="referrals.referral",
            ),
        ),
        migrations.AddField(
            model_name="handon",
            name="offer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="referrals.offer",
            ),
        ),
        migrations.AddField(
            model_name="handon",
            name="proposed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="handon",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hand_ons",
                to="referrals.referral",
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="lifted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.organisation",
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="objections",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="said_to",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putright",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putright",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="put_right",
                to="referrals.referral",
            ),
        ),
        migrations.AddConstraint(
            model_name="handon",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__regex", "^\\s*$"), _negated=True),
                name="hand_on_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="handon",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at", None),
                        ("answered_by", None),
                        ("became", None),
                    ),
                    models.Q(
                        ("answered_at__isnull", False), ("answered_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="hand_on_answer_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="handon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("referral",),
                name="hand_on_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at", None)),
                fields=("person", "partner"),
                name="objection_one_standing",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at", None), ("lifted_by", None)),
                    models.Q(
                        ("lifted_at__isnull", False), ("lifted_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="objection_lifted_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="putright",
            constraint=models.CheckConstraint(
                condition=models.Q(("why__regex", "^\\s*$"), _negated=True),
                name="put_right_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="putright",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ["reopened", "annulled"])),
                name="put_right_what_is_known",
            ),
        ),
    ]
