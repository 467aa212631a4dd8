"""Labels, choices and help texts in plain English. Changes nothing in the database."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0143_words_asked_before_have_a_default"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="change",
                    name="measure",
                    field=models.CharField(
                        blank=True,
                        help_text="Leave this empty if it is about all the questions",
                        max_length=30,
                    ),
                ),
                migrations.AlterField(
                    model_name="change",
                    name="name",
                    field=models.CharField(
                        help_text="A short name, such as drop-in mornings",
                        max_length=60,
                    ),
                ),
                migrations.AlterField(
                    model_name="firstmeeting",
                    name="welcomer",
                    field=models.ForeignKey(
                        help_text="Who is coming from the Welcome Team",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="firstmeeting",
                    name="worker",
                    field=models.ForeignKey(
                        help_text="The key contact at the partner",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="gap",
                    name="need",
                    field=models.CharField(
                        choices=[
                            ("money", "Money, debt and benefits"),
                            ("housing", "A safe home"),
                            ("company", "Company and friendship"),
                            ("peer", "Someone who has been there"),
                            ("talking", "Talking therapy"),
                            ("grief", "Grief and loss"),
                            ("trauma", "Living after trauma or abuse"),
                            ("work", "Work, learning and volunteering"),
                            ("body", "Body, sleep and food"),
                            ("alcohol_drugs", "Alcohol and drugs"),
                            ("family", "Family and caring"),
                            ("medicine", "Medicines and a psychiatrist"),
                            ("rights", "Rights and advocacy"),
                            ("new_here", "New to this country"),
                        ],
                        max_length=15,
                    ),
                ),
                migrations.AlterField(
                    model_name="handon",
                    name="words",
                    field=models.TextField(help_text="Why it would suit them better"),
                ),
                migrations.AlterField(
                    model_name="offer",
                    name="cannot_meet",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                migrations.AlterField(
                    model_name="offer",
                    name="meets",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                migrations.AlterField(
                    model_name="offer",
                    name="needs",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("money", "Money, debt and benefits"),
                                ("housing", "A safe home"),
                                ("company", "Company and friendship"),
                                ("peer", "Someone who has been there"),
                                ("talking", "Talking therapy"),
                                ("grief", "Grief and loss"),
                                ("trauma", "Living after trauma or abuse"),
                                ("work", "Work, learning and volunteering"),
                                ("body", "Body, sleep and food"),
                                ("alcohol_drugs", "Alcohol and drugs"),
                                ("family", "Family and caring"),
                                ("medicine", "Medicines and a psychiatrist"),
                                ("rights", "Rights and advocacy"),
                                ("new_here", "New to this country"),
                            ],
                            max_length=15,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                migrations.AlterField(
                    model_name="offer",
                    name="takes",
                    field=models.TextField(
                        blank=True,
                        help_text="Who you can take. Only welcome teams see this",
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
                            ("handed_on", "Another partner is helping now"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="referral",
                    name="reason",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("full", "We have no room just now"),
                            ("elsewhere", "Someone else would help better"),
                            ("area", "They live outside our area"),
                            ("age", "We are for another age group"),
                            ("not_reached", "We could not reach them"),
                            ("not_wanted", "The person would rather not"),
                            ("unsafe", "We could not do this safely"),
                            ("twice", "We are already helping with this"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="referral",
                    name="worker",
                    field=models.ForeignKey(
                        help_text="The key contact at the partner",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="helping",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="request",
                    name="need",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("money", "Money, debt and benefits"),
                            ("housing", "A safe home"),
                            ("company", "Company and friendship"),
                            ("peer", "Someone who has been there"),
                            ("talking", "Talking therapy"),
                            ("grief", "Grief and loss"),
                            ("trauma", "Living after trauma or abuse"),
                            ("work", "Work, learning and volunteering"),
                            ("body", "Body, sleep and food"),
                            ("alcohol_drugs", "Alcohol and drugs"),
                            ("family", "Family and caring"),
                            ("medicine", "Medicines and a psychiatrist"),
                            ("rights", "Rights and advocacy"),
                            ("new_here", "New to this country"),
                        ],
                        max_length=15,
                    ),
                ),
                migrations.AlterField(
                    model_name="request",
                    name="wants",
                    field=models.CharField(
                        choices=[
                            ("all", "All of these"),
                            ("first", "Whichever says yes first"),
                        ],
                        default="all",
                        max_length=5,
                    ),
                ),
                migrations.AlterField(
                    model_name="request",
                    name="words",
                    field=models.TextField(
                        help_text="What the person would like, in their own words"
                    ),
                ),
            ]
        )
    ]
