"""An index by which a worker's caseload is read, held longest first.

Safe to run live: one small partial index, of the people held now.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0190_text_messages")]

    operations = [
        migrations.AddIndex(
            model_name="holding",
            index=models.Index(
                condition=Q(until_at=None),
                fields=["worker", "from_at", "id"],
                name="holding_by_worker_now",
            ),
        ),
    ]
