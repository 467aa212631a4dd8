"""Everybody who is here already gets the keys that twins are found by."""

from django.db import migrations

from welcome.likeness.match_keys import Facts, keys_of

_FACTS = ("site_id", "known_as", "formal_name", "born_on", "born_year", "postcode")


def fill(apps, schema_editor):
    people = apps.get_model("welcome", "Person").objects
    while some := list(people.filter(find_keys=None).order_by("pk")[:2000]):
        for person in some:
            person.find_keys = keys_of(Facts(*(getattr(person, f) for f in _FACTS)))
        people.bulk_update(some, ["find_keys"])


class Migration(migrations.Migration):
    dependencies = [("welcome", "0030_twins_are_found_by_keys")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
