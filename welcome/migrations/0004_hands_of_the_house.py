"""Who acts when nobody is signed in: the trail always names somebody.

The front door (the public), the person (at a private link) and the clock (by time
alone). They have no usable password and may not sign in.
"""

from django.db import migrations

HANDS = {
    "front_door": "Somebody at the front door",
    "person": "The person themselves",
    "clock": "The clock",
}


def make(apps, schema_editor):
    User = apps.get_model("welcome", "User")
    for hand, name in HANDS.items():
        User.objects.get_or_create(
            email=f"{hand}@hands.invalid",
            defaults={"name": name, "password": "!", "is_active": False},
        )


class Migration(migrations.Migration):
    dependencies = [("welcome", "0003_everybody_is_held")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
