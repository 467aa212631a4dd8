"""How many rows of a team's spreadsheet are imported a second. ROWS= sets the size."""

import io
import os
import random
import time
from datetime import date, timedelta

import xlsxwriter
from django.db import connection

from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.models import Import, Membership, Person, Role

_HEADINGS = ["Surname", "Forename", "DOB", "Mobile", "Postcode", "Notes", "Ref by"]


def measure() -> list[dict[str, object]]:
    """One worker in this process, as the command does it: read, looked at, brought."""
    rows = int(os.environ.get("ROWS") or 10_000)
    lead = Membership.objects.filter(role=Role.LEAD, team__isnull=False).first()
    assert lead and lead.team
    content = a_list(rows)
    began = time.perf_counter()
    taken = import_files.take_file(
        content, by=lead.user, team=lead.team, file_name="bench.xlsx"
    )
    _work(taken)
    read = time.perf_counter()
    taken = imports.name_columns(taken, by=lead.user, codes=taken.columns)
    _work(taken)
    looked = time.perf_counter()
    imports.run(taken, seen=taken.seen, by=lead.user)
    _work(taken)
    done = time.perf_counter()
    made = taken.rows.filter(outcome="made").count()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE welcome_person")
    return [
        {
            "what": f"a team's own list, {rows} rows beside {_others(made)} people",
            "rows_per_second": round(rows / (done - began)),
            "seconds": round(done - began, 1),
            "read": round(read - began, 1),
            "looked": round(looked - read, 1),
            "brought": round(done - looked, 1),
            "made": made,
            "asked_about": taken.rows.filter(verdict="choose").count(),
        }
    ]


def _work(taken: Import) -> None:
    while batches.go_on(taken.pk, seconds=60):
        pass
    taken.refresh_from_db()


def _others(made: int) -> int:
    return Person.objects.count() - made


def a_list(rows: int) -> bytes:
    """An .xlsx file of made-up people, with names of those who are here."""
    chance = random.Random(rows)
    known = Person.objects.exclude(formal_name="").values_list("formal_name", flat=True)
    names = [name.split() for name in known[:5000]]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet("Caseload")
    sheet.write_row(0, 0, _HEADINGS)
    for n in range(1, rows + 1):
        first, last = chance.choice(names)[0], chance.choice(names)[-1]
        born = date(1935, 1, 1) + timedelta(days=chance.randrange(26_000))
        phone = f"07700 900{chance.randrange(1000):03}" if n % 50 == 0 else ""
        postcode = f"EH{chance.randrange(1, 60)} {chance.randrange(10)}{_two(chance)}"
        notes = "Came about letters and debt." if n % 3 == 0 else ""
        said = [last, first, f"{born:%d/%m/%Y}", phone, postcode, notes, "GP"]
        sheet.write_row(n, 0, said)
    book.close()
    return out.getvalue()


def _two(chance: random.Random) -> str:
    return "".join(chance.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
