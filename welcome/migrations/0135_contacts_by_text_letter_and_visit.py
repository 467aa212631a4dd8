"""Let the contact log say what it was, who began, how it ended, and with whom."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0134_calls_become_the_contact_log"),
    ]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="direction",
            field=models.CharField(
                choices=[("out", "From us"), ("in", "From them")],
                db_default="out",
                default="out",
                max_length=3,
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="kind",
            field=models.CharField(
                choices=[
                    ("call", "Call"),
                    ("text", "Text"),
                    ("email", "E-mail"),
                    ("visit", "Visit"),
                    ("letter", "Letter"),
                    ("message", "Other message"),
                ],
                db_default="call",
                default="call",
                max_length=7,
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="minutes",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="contact",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("spoke", "We were in touch"),
                    ("no_answer", "No answer"),
                    ("voicemail", "Left a voicemail"),
                    ("with_someone", "Left a message with someone"),
                    ("sent", "Sent"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="introduction",
            name="heard_in",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.conversation",
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="introduction",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="welcome.introduction",
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="words",
            field=models.CharField(blank=True, max_length=1000),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["person", "-at", "-id"], name="contacts_of_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("introduction__isnull", False),
                    ("person__isnull", False),
                    _connector="OR",
                ),
                name="contact_is_with_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["call", "text", "email", "visit", "letter", "message"],
                    )
                ),
                name="contact_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("direction__in", ["out", "in"])),
                name="contact_direction_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        ["", "spoke", "no_answer", "voicemail", "with_someone", "sent"],
                    )
                ),
                name="contact_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome", ""),
                    models.Q(("outcome__in", ["spoke"]), ("reached", True)),
                    models.Q(
                        models.Q(("outcome__in", ["spoke"]), _negated=True),
                        ("reached", False),
                    ),
                    _connector="OR",
                ),
                name="contact_reached_follows_from_the_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes", None), ("minutes__lte", 1440), _connector="OR"
                ),
                name="contact_lasts_at_most_a_day",
            ),
        ),
    ]
