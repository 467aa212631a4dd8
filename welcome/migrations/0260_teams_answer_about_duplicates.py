"""What came of asking another team whether two records are one person, and by whom.

Safe to run live: columns with a default in the database, checks over few rows.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0260_organisations_in_paragraphs")]
    operations = [
        migrations.AddField(
            model_name="linkasked",
            name="answer",
            field=models.CharField(
                blank=True,
                choices=[
                    ("linked", "The same person: the records are linked now"),
                    ("not_the_same", "Not the same person"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="linkasked",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linkasked",
            name="read_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="linkasked",
            index=models.Index(
                fields=["asked_by", "answered_at"],
                name="link_asked_to_read",
                condition=Q(read_at=None, answered_by__isnull=False),
            ),
        ),
        migrations.AddConstraint(
            model_name="linkasked",
            constraint=models.CheckConstraint(
                name="link_asked_answer_has_who_and_when",
                condition=Q(answered_by=None, answer="")
                | Q(
                    answered_by__isnull=False,
                    answered_at__isnull=False,
                    answer__in=["linked", "not_the_same"],
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="linkasked",
            constraint=models.CheckConstraint(
                name="link_asked_is_read_once_answered",
                condition=Q(read_at=None) | Q(answered_by__isnull=False),
            ),
        ),
    ]
