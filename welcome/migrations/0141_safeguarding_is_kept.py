"""What was written in a safeguarding concern is kept, and shared only at its site.

The words of a concern, its updates and its shares are added, never changed or removed;
a share is ended once. Which person it belongs to may change, where two records are
found to be one. A partner with whom it is shared is of the concern's site, and a
concern moves to another site only when it is shared with nobody. Safe to run live: it
adds triggers to new tables.
"""

from django.db import migrations

CONCERN, NOTE, SHARE = (
    f"welcome_safeguarding{name}" for name in ("concern", "note", "share")
)
KEEP = f"""
CREATE TRIGGER {CONCERN}_is_kept BEFORE UPDATE OF raised_by_id, raised_at, from_team_id,
    from_organisation_id, kind, seen_or_said, in_danger_now, who_was_told ON {CONCERN}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {CONCERN}_stays BEFORE DELETE ON {CONCERN}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {NOTE}_is_append_only BEFORE UPDATE OR DELETE ON {NOTE}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {SHARE}_is_kept
BEFORE UPDATE OF concern_id, partner_id, reason, by_id, at ON {SHARE}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {SHARE}_stays BEFORE DELETE ON {SHARE}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {SHARE}_ends_once BEFORE UPDATE OF ended_at, ended_by_id ON {SHARE}
FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL)
EXECUTE FUNCTION welcome_keep_the_past();
"""
LET_GO = f"""
DROP TRIGGER {SHARE}_ends_once ON {SHARE};
DROP TRIGGER {SHARE}_stays ON {SHARE};
DROP TRIGGER {SHARE}_is_kept ON {SHARE};
DROP TRIGGER {NOTE}_is_append_only ON {NOTE};
DROP TRIGGER {CONCERN}_stays ON {CONCERN};
DROP TRIGGER {CONCERN}_is_kept ON {CONCERN};
"""
#: Both rows are locked for reading, so that neither changes its site meanwhile.
AT_THE_SITE = f"""
CREATE FUNCTION welcome_safeguarding_share_at_the_site() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM {CONCERN} c JOIN welcome_organisation o ON o.site_id = c.site_id
    WHERE c.id = NEW.concern_id AND o.id = NEW.partner_id FOR SHARE OF c, o;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'A safeguarding concern is shared with partners of its site'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER {SHARE}_is_at_the_site BEFORE INSERT ON {SHARE}
FOR EACH ROW EXECUTE FUNCTION welcome_safeguarding_share_at_the_site();

CREATE FUNCTION welcome_safeguarding_moves_unshared() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM {SHARE} WHERE concern_id = NEW.id AND ended_at IS NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'A safeguarding concern that is shared stays at its site'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER {CONCERN}_moves_unshared BEFORE UPDATE OF site_id ON {CONCERN}
FOR EACH ROW WHEN (OLD.site_id <> NEW.site_id)
EXECUTE FUNCTION welcome_safeguarding_moves_unshared();
"""
ANYWHERE = f"""
DROP TRIGGER {CONCERN}_moves_unshared ON {CONCERN};
DROP FUNCTION welcome_safeguarding_moves_unshared();
DROP TRIGGER {SHARE}_is_at_the_site ON {SHARE};
DROP FUNCTION welcome_safeguarding_share_at_the_site();
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0140_safeguarding_concerns")]
    operations = [
        migrations.RunSQL(KEEP, LET_GO),
        migrations.RunSQL(AT_THE_SITE, ANYWHERE),
    ]
