"""What the person says about reading once the help has ended.

A new column with a default in the database, an index and a check: safe while in use.
Agreements from before keep an empty answer, and are listed for their teams to review.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0135_farewell_letters")]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="after_help",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ends", "No, it stops when their help ends"),
                    ("until", "Yes, until the last day above"),
                ],
                db_default="",
                default="",
                max_length=5,
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                condition=models.Q(("after_help", ""), ("withdrawn_at", None)),
                fields=["until_on", "id"],
                name="agreement_to_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("after_help__in", ["", "ends", "until"])),
                name="agreement_after_help_is_known",
            ),
        ),
    ]
