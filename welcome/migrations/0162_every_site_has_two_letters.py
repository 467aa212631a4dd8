"""Every site begins with a letter to the GP and a letter to the person.

Administrators change them as they like; going back removes only what nobody changed.
"""

from django.db import migrations

from welcome.values.letter_words import READY_MADE


def give(apps, schema_editor):
    site, template = (apps.get_model("welcome", n) for n in ("Site", "LetterTemplate"))
    template.objects.bulk_create(
        template(site=one, to=made.to, name=made.name, words=made.words)
        for one in site.objects.all()
        for made in READY_MADE
    )


def take_back(apps, schema_editor):
    rows = apps.get_model("welcome", "LetterTemplate").objects
    for made in READY_MADE:
        rows.filter(name=made.name, words=made.words).delete()


class Migration(migrations.Migration):
    dependencies = [("welcome", "0161_files_follow_the_link")]
    operations = [migrations.RunPython(give, take_back)]
