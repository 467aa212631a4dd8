"""The answers to “Is this someone you know?” have plainer names. No rows change."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0261_people_say_when_they_work")]
    operations = [
        migrations.AlterField(
            model_name="importrow",
            name="choice",
            field=models.CharField(
                blank=True,
                choices=[
                    ("same", "Same person"),
                    ("new", "Someone else"),
                    ("leave", "Leave out"),
                ],
                max_length=5,
            ),
        ),
    ]
