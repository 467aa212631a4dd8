"""What an organisation is may be told in paragraphs. PostgreSQL rewrites nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0250_lists_are_sorted"),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="what_it_is",
            field=models.TextField(blank=True, max_length=4000),
        ),
    ]
