"""Where a person ended the agreement before, the deadline rests as it now does at once.

The partner can read nothing, so it is late with nothing. Safe to run live: few rows,
each locked for a moment. Going back leaves them at rest.
"""

from django.db import migrations

_REST = """
UPDATE referrals_referral AS referral
SET rests_since = (agreement.withdrawn_at AT TIME ZONE 'Europe/London')::date
FROM referrals_agreement AS agreement
WHERE referral.agreement_id = agreement.id
AND referral.state = 'sent' AND referral.rests_since IS NULL
AND agreement.withdrawn_at IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0280_states_in_plain_words")]
    operations = [migrations.RunSQL(_REST, migrations.RunSQL.noop)]
