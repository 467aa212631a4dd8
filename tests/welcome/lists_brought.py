"""A team's own list, taken as far as a test needs it."""

from welcome.actions import import_files, imports
from welcome.import_runs import batches

from .. import factories as make

LIST = (
    "Name,DOB,Mobile,CHI,Access needs,Notes\n"
    "Hodan Yusufu,03/05/1992,07700 900118,0101801238,BSL,Letters and debt\n"
    "Tam Reid,1960,,,,\n"
)


def looked_at(lena, said=LIST):
    """Each row has been looked at; nobody is made yet."""
    taken = import_files.take_file(
        said.encode(), by=lena, team=lena.first_team, file_name="list.csv"
    )
    imports.name_columns(taken, by=lena, codes=taken.columns)
    return worked(taken)


def brought(lena, said=LIST):
    """Everyone who is new has been imported."""
    taken = looked_at(lena, said)
    imports.run(taken, by=lena, seen=make.seen(taken))
    return worked(taken)


def recognised(lena, said):
    """The person of the first row was here already."""
    taken = looked_at(lena, said)
    imports.choose(taken, by=lena, seen=make.seen(taken), choices={2: "same"})
    imports.run(taken, by=lena, seen=make.seen(taken))
    return worked(taken)


def worked(taken):
    """The worker has done what was to be done."""
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken
