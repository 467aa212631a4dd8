"""A letter to the GP begins with what the person told us, and the day they came.

Only where a site still has the words that it began with. Safe to run live.
"""

from django.db import migrations, models

import welcome.models.letters

_BEFORE = """came to the {team} on …

What they told us, in short: …

What they would like to happen: …
"""
_AFTER = """came to the {team} on {came_on}.

What they told us, in their words: {told}

What they would like to happen: {would_like}
"""


def _put(before: str, after: str):
    def change(apps, schema_editor):
        rows = apps.get_model("welcome", "LetterTemplate").objects
        for row in rows.filter(name="Letter to the GP", words__contains=before):
            row.words = row.words.replace(before, after)
            row.save(update_fields=["words"])

    return change


class Migration(migrations.Migration):
    dependencies = [("welcome", "0296_an_import_knows_whether_it_is_a_spreadsheet")]
    operations = [
        migrations.AlterField(
            model_name="lettertemplate",
            name="words",
            field=models.TextField(
                help_text=(
                    "Plain text. Placeholders: {name}, {first_name}, {date_of_birth}, "
                    "{address}, {date}, {came_on}, {told}, {would_like}, {writer}, "
                    "{team}, {team_phone}"
                ),
                validators=[welcome.models.letters.known_placeholders],
            ),
        ),
        migrations.RunPython(_put(_BEFORE, _AFTER), _put(_AFTER, _BEFORE)),
    ]
