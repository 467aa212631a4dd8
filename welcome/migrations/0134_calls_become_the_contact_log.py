"""Make the list of welcome calls the contact log: texts, letters and visits too.

The table and its old columns keep their names and every new column has a default, so
the version before can go on writing calls during an upgrade.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

_USER = settings.AUTH_USER_MODEL


class Migration(migrations.Migration):
    dependencies = [("welcome", "0133_words_sent_before_have_a_default")]
    operations = [
        migrations.AlterModelTable("call", "welcome_call"),
        migrations.RenameModel("Call", "Contact"),
        migrations.AlterModelOptions("contact", {"ordering": ["called_at", "pk"]}),
        migrations.AlterField(
            "contact",
            "called_at",
            models.DateTimeField(
                db_column="called_at", default=django.utils.timezone.now
            ),
        ),
        migrations.RenameField("contact", "called_at", "at"),
        migrations.AlterField(
            "contact",
            "called_by",
            models.ForeignKey(
                _USER,
                django.db.models.deletion.PROTECT,
                db_column="called_by_id",
                related_name="+",
            ),
        ),
        migrations.RenameField("contact", "called_by", "by"),
        migrations.AlterModelOptions("contact", {"ordering": ["at", "pk"]}),
    ]
