"""What is asked, agreed and sent goes to the record that stayed: see welcome 0042."""

from django.db import migrations

TABLES = ["referrals_request", "referrals_referral", "referrals_agreement"]
FOLLOW = "".join(
    f"""
CREATE TRIGGER {table}_follows_the_link BEFORE INSERT ON {table}
FOR EACH ROW EXECUTE FUNCTION welcome_follow_the_link();
"""
    for table in TABLES
)
STAY = "".join(f"DROP TRIGGER {t}_follows_the_link ON {t};\n" for t in TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0022_clocks_that_ring"),
        ("welcome", "0042_nothing_new_on_a_linked_record"),
    ]
    operations = [migrations.RunSQL(FOLLOW, STAY)]
