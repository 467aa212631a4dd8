"""People whose name holds a sign that nobody sees get new keys for finding.

Their name stays as it is stored (`manage.py list_uncleaned_text` lists it). Only the
keys are emptied, and the clock fills them (`welcome/keeping_keys.py`): until then as
with anybody whose name was changed by hand. Safe to run live: few rows are written.
"""

from django.db import migrations

EMPTY = """
UPDATE welcome_person SET find_keys = NULL
WHERE known_as || formal_name ~ (
    E'[\\u00AD\\u034F\\u061C\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E'
    || E'\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0]'
);
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0120_words_sent_before")]
    operations = [migrations.RunSQL(EMPTY, migrations.RunSQL.noop)]
