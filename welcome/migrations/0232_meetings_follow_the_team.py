"""The team of a meeting is the team of whom it is with: the database sees to that.

It fills the column in, also for rows that the version before writes during an upgrade.
Two foreign keys over both columns let it follow an introduction that is passed on, and
a person who moves to another team. They are checked when the transaction ends: linking
two records writes one column after the other.

The meetings are few; but people and introductions each get one more unique index, and
nobody can read those two tables while it is built: some seconds for a million people.
Run it at a quiet hour.
"""

from django.db import migrations

FORWARDS = """
UPDATE welcome_meeting m SET team_id = i.team_id
FROM welcome_introduction i WHERE i.id = m.introduction_id;
-- the key to the team, above all, is looked at now, so that the table can be changed
SET CONSTRAINTS ALL IMMEDIATE;

CREATE FUNCTION welcome_meeting_has_a_team() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NULL THEN
    SELECT team_id INTO NEW.team_id FROM welcome_introduction
    WHERE id = NEW.introduction_id;
  ELSE
    SELECT team_id INTO NEW.team_id FROM welcome_person WHERE id = NEW.person_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER welcome_meeting_has_a_team BEFORE INSERT ON welcome_meeting
FOR EACH ROW EXECUTE FUNCTION welcome_meeting_has_a_team();

ALTER TABLE welcome_introduction
  ADD CONSTRAINT introduction_with_its_team UNIQUE (id, team_id);
ALTER TABLE welcome_person ADD CONSTRAINT person_with_their_team UNIQUE (id, team_id);
ALTER TABLE welcome_meeting
  ADD CONSTRAINT meeting_follows_the_introduction
  FOREIGN KEY (introduction_id, team_id) REFERENCES welcome_introduction (id, team_id)
  ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT meeting_follows_the_person
  FOREIGN KEY (person_id, team_id) REFERENCES welcome_person (id, team_id)
  ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
"""
BACKWARDS = """
ALTER TABLE welcome_meeting
  DROP CONSTRAINT meeting_follows_the_introduction,
  DROP CONSTRAINT meeting_follows_the_person;
ALTER TABLE welcome_introduction DROP CONSTRAINT introduction_with_its_team;
ALTER TABLE welcome_person DROP CONSTRAINT person_with_their_team;
DROP TRIGGER welcome_meeting_has_a_team ON welcome_meeting;
DROP FUNCTION welcome_meeting_has_a_team();
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0231_meetings_with_a_person")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
