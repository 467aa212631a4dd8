"""An agreement names the files that it shares. Safe to run live: one new table."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0181_notes_that_joined_the_story"),
        ("welcome", "0162_every_site_has_two_letters"),
    ]

    operations = [
        migrations.CreateModel(
            name="SharedAttachment",
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared_attachments",
                        to="referrals.agreement",
                    ),
                ),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared",
                        to="welcome.attachment",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agreement",
            name="attachments",
            field=models.ManyToManyField(
                related_name="agreements",
                through="referrals.SharedAttachment",
                to="welcome.attachment",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharedattachment",
            constraint=models.UniqueConstraint(
                fields=("agreement", "attachment"), name="shared_attachment_once"
            ),
        ),
    ]
