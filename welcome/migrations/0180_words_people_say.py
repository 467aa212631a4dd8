"""Labels, choices and help texts in plain English. Changes nothing in the database."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0162_every_site_has_two_letters"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="accessneed",
                    name="code",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("large_print", "Large print"),
                            ("easy_read", "Easy Read"),
                            ("bsl", "British Sign Language"),
                            ("interpreter", "An interpreter"),
                            ("short_sentences", "Short sentences, more time"),
                            ("quiet", "A quiet, calm place"),
                            ("step_free", "No steps"),
                            ("reminder", "A reminder the day before"),
                            ("companion", "Someone with them"),
                            ("woman", "To meet a woman"),
                            ("man", "To meet a man"),
                            ("home", "To be visited at home"),
                        ],
                        max_length=20,
                    ),
                ),
                migrations.AlterField(
                    model_name="emergency",
                    name="verdict",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("right", "It was right"),
                            ("talk", "It was well meant: we need to talk about it"),
                            ("wrong", "It should not have been opened"),
                        ],
                        max_length=5,
                    ),
                ),
                migrations.AlterField(
                    model_name="emergency",
                    name="why",
                    field=models.CharField(
                        choices=[
                            ("life", "Someone’s life is in danger"),
                            ("harm", "A child or an adult could be seriously harmed"),
                            ("cannot_ask", "They need help now, and we can’t ask them"),
                        ],
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="farewell",
                    name="reason",
                    field=models.CharField(
                        choices=[
                            ("well", "Things are going well enough"),
                            ("elsewhere", "Helped elsewhere now"),
                            ("moved", "Moved away"),
                            ("chose", "They chose to stop"),
                            ("lost_touch", "We could no longer reach them"),
                            ("died", "They died"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="handover",
                    name="state",
                    field=models.CharField(
                        choices=[
                            ("offered", "Asked"),
                            ("accepted", "Yes"),
                            ("declined", "Not this time"),
                            ("taken_back", "Withdrawn"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="holding",
                    name="worker",
                    field=models.ForeignKey(
                        help_text="The key contact there",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="import",
                    name="last_row",
                    field=models.PositiveIntegerField(
                        help_text="The row number in the spreadsheet"
                    ),
                ),
                migrations.AlterField(
                    model_name="import",
                    name="state",
                    field=models.CharField(
                        choices=[
                            ("columns", "Columns to match"),
                            ("looking", "Checking each row"),
                            ("ready", "Checked, waiting for you"),
                            ("running", "Importing"),
                            ("done", "Imported"),
                            ("put_aside", "Cancelled"),
                        ],
                        default="columns",
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="choice",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("same", "It is them"),
                            ("new", "Someone new"),
                            ("leave", "Leave out"),
                        ],
                        max_length=5,
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="number",
                    field=models.PositiveIntegerField(
                        help_text="The row number in the spreadsheet"
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="outcome",
                    field=models.CharField(
                        blank=True,
                        choices=[("made", "New record"), ("same", "Recognised")],
                        max_length=4,
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="same_as",
                    field=models.PositiveIntegerField(
                        help_text="The row in this file that may be the same person",
                        null=True,
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="verdict",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("new", "Someone new"),
                            ("here", "Already here, nothing to do"),
                            ("choose", "Possible duplicate"),
                            ("bad", "Cannot be imported"),
                        ],
                        max_length=6,
                    ),
                ),
                migrations.AlterField(
                    model_name="introduction",
                    name="person",
                    field=models.ForeignKey(
                        help_text="Set once someone here has recognised or met them",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="introductions",
                        to="welcome.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="introduction",
                    name="source",
                    field=models.CharField(
                        choices=[
                            ("self", "They asked for themselves"),
                            ("family", "Family or a friend"),
                            ("gp", "GP practice"),
                            ("housing", "Housing"),
                            ("mental_health", "Another mental health service"),
                            ("council", "Council or social work"),
                            ("voluntary", "A charity or community group"),
                            ("hospital", "Hospital"),
                            ("police", "Police"),
                            ("other", "Someone else"),
                        ],
                        max_length=15,
                    ),
                ),
                migrations.AlterField(
                    model_name="look",
                    name="why",
                    field=models.CharField(
                        choices=[
                            ("team", "in their welcome team"),
                            ("referral", "asked to help"),
                            ("twin", "checked for a possible duplicate"),
                            ("handover", "asked to hold them"),
                            ("self", "the person’s own page"),
                            ("emergency", "in an emergency"),
                            ("safeguard", "a safeguarding concern"),
                        ],
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="mapversion",
                    name="change",
                    field=models.CharField(
                        choices=[
                            ("need_added", "A need was added"),
                            ("need_changed", "The words of a need were changed"),
                            ("need_removed", "A need was removed"),
                            ("tied", "Two needs were linked"),
                            ("untied", "A link was removed"),
                            ("put_back", "An earlier map was put back"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="mapversion",
                    name="hand",
                    field=models.CharField(
                        choices=[
                            ("self", "Drawn by the person"),
                            ("together", "Drawn together"),
                            ("from_story", "From what they said before"),
                        ],
                        default="together",
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="meeting",
                    name="state",
                    field=models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("kept", "It took place"),
                            ("moved", "Moved"),
                            ("not_kept", "It did not take place"),
                            ("called_off", "Cancelled"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="passage",
                    name="voice",
                    field=models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("supporter", "Someone who supports them"),
                            ("team", "The welcome team"),
                            ("partner", "A partner"),
                        ],
                        default="person",
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="person",
                    name="born_year",
                    field=models.PositiveSmallIntegerField(
                        blank=True, help_text="Only if the day is not known", null=True
                    ),
                ),
                migrations.AlterField(
                    model_name="rating",
                    name="voice",
                    field=models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("supporter", "Someone who supports them"),
                            ("team", "The welcome team"),
                            ("partner", "A partner"),
                        ],
                        default="person",
                        max_length=10,
                    ),
                ),
                migrations.AlterField(
                    model_name="user",
                    name="is_active",
                    field=models.BooleanField(default=True, verbose_name="can sign in"),
                ),
                migrations.AlterField(
                    model_name="user",
                    name="is_staff",
                    field=models.BooleanField(
                        default=False, verbose_name="can open the admin pages"
                    ),
                ),
                migrations.AlterField(
                    model_name="user",
                    name="profession",
                    field=models.CharField(
                        blank=True,
                        help_text="As you would say it to people: peer worker",
                        max_length=60,
                    ),
                ),
            ]
        )
    ]
