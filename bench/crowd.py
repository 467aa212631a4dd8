"""Made-up people by the thousand, beside those of the demo. All rules stay on."""

from django.db import connection

from welcome.finding import refilling
from welcome.models import Person

#: New people from old: each takes the names of two others who are already here, a
#: birthday and a phone of its own, and a team that holds it.
_GROW = """
WITH old AS (
    SELECT row_number() OVER () AS n, known_as, formal_name, site_id, team_id, postcode
    FROM (
        SELECT p.* FROM welcome_person p JOIN welcome_site s ON s.id = p.site_id
        WHERE s.slug <> 'measured-town' ORDER BY p.id LIMIT 3000
    ) AS few
), size AS (SELECT count(*) AS n FROM old), made AS (
    INSERT INTO welcome_person (
        id, site_id, team_id, reference, known_as, formal_name, pronouns, born_on,
        postcode, address, language, interpreter, made_at, is_open, gp_practice,
        gp_phone
    )
    SELECT gen_random_uuid(), b.site_id, b.team_id,
        'LW-' || upper(substr(md5(g::text || %(salt)s), 1, 8)), a.known_as,
        a.known_as || ' ' || split_part(b.formal_name, ' ', -1), '',
        date '1935-01-01' + (g * 7919 %% 26000)::int, b.postcode, '', '', '',
        now(), true, '', ''
    FROM generate_series(1, %(count)s) AS g, size
    JOIN old AS a ON true JOIN old AS b ON true
    WHERE a.n = 1 + g %% size.n AND b.n = 1 + (g * 31) %% size.n
    RETURNING id, team_id
), reach AS (
    INSERT INTO welcome_contactwish (
        person_id, phone, phone_digits, email, may_call, may_text, may_leave_message,
        may_say_who_we_are, may_email, may_post, words, days, times, may_say
    )
    SELECT id, '', '', '', false, false, false, false, false, false, '', '', '', ''
    FROM made
)
INSERT INTO welcome_holding (id, person_id, team_id, from_at, begun_by_id)
SELECT gen_random_uuid(), id, team_id, now(),
    (SELECT id FROM welcome_user WHERE email = 'clock@hands.invalid') FROM made
"""


def grow_to(people: int) -> None:
    """Add people until there are that many, without those of a measured town."""
    others = Person.objects.exclude(site__slug="measured-town")
    while missing := people - others.count():
        if missing < 0:
            return
        with connection.cursor() as cursor:
            count = min(missing, 20_000)
            cursor.execute(_GROW, {"count": count, "salt": str(missing)})
        refilling.fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE welcome_person")
