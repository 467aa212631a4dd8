"""Texts go through the outbox beside e-mails; a site says whether it sends any.

Safe to run live: columns with a default in the database or none, so that the version
before goes on writing e-mails. `to` stays varchar(254): no row is written again.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0181_partners_notes_join_the_story"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="channel",
            field=models.CharField(
                choices=[("email", "E-mail"), ("text", "Text")],
                db_default="email",
                default="email",
                max_length=5,
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="delivered_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="failed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="site",
            name="has_texts",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Offers “Text me”, and sends texts. "
                "Needs SMS_URL on the server.",
                verbose_name="sends texts",
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="to",
            field=models.CharField(max_length=254),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["email", "text"])),
                name="message_channel_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel", "email"),
                    ("to__regex", "^\\+[1-9][0-9]{6,14}$"),
                    _connector="OR",
                ),
                name="message_text_goes_to_a_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("delivered_at", None), ("failed_at", None)),
                    models.Q(("delivered_at", None), ("sent_at__isnull", False)),
                    models.Q(("failed_at", None), ("sent_at__isnull", False)),
                    _connector="OR",
                ),
                name="message_arrived_or_failed_once_it_has_left",
            ),
        ),
    ]
