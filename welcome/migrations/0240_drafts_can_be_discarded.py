"""Drafts of conversations and letters are discarded, and kept for some days.

Safe to run live: columns that may be empty, and indexes of rows that do not exist
yet. Backwards only while nothing is discarded: two drafts of a person would collide.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0236_reminders_of_meetings"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="conversation",
            name="conversation_one_draft_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="conversation",
            name="conversation_one_is_the_first",
        ),
        migrations.AddField(
            model_name="conversation",
            name="discarded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="discarded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="introduction",
            name="let_go_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="let_go",
                to="welcome.conversation",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="discarded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="letter",
            name="discarded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=models.Q(("discarded_at__isnull", False)),
                fields=["discarded_at"],
                name="conversation_discarded",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("discarded_at__isnull", False)),
                fields=["discarded_at"],
                name="letter_discarded",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("discarded_at", None), ("finished_at", None)),
                fields=("person",),
                name="conversation_one_draft_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("discarded_at", None), ("is_first", True)),
                fields=("person",),
                name="conversation_one_is_the_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("discarded_at", None), ("discarded_by", None)),
                    models.Q(
                        ("discarded_at__isnull", False), ("discarded_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="conversation_discarded_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_at", None), ("discarded_at", None), _connector="OR"
                ),
                name="conversation_finished_is_never_discarded",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("discarded_at", None), ("discarded_by", None)),
                    models.Q(
                        ("discarded_at__isnull", False), ("discarded_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="letter_discarded_has_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attachment", None), ("discarded_at", None), _connector="OR"
                ),
                name="letter_made_is_never_discarded",
            ),
        ),
    ]
