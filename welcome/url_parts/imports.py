"""The addresses of a team's own list: its file, its columns, its rows."""

from django.urls import path

from ..views import import_answers, import_files, import_rows, import_undoing, imports

urlpatterns = [
    path("people/import/", import_files.all_imports, name="imports"),
    path("people/import/<uuid:pk>/", imports.one_list, name="import"),
    path("people/import/<uuid:pk>/table/", import_files.table, name="import_table"),
    path(
        "people/import/<uuid:pk>/columns/",
        import_files.columns,
        name="import_columns",
    ),
    path(
        "people/import/<uuid:pk>/rows/<int:number>/",
        import_rows.correct,
        name="import_row",
    ),
    path(
        "people/import/<uuid:pk>/choose/", import_answers.choose, name="import_choose"
    ),
    path("people/import/<uuid:pk>/run/", imports.run, name="import_run"),
    path("people/import/<uuid:pk>/put-aside/", imports.put_aside, name="import_aside"),
    path(
        "people/import/<uuid:pk>/undo/", import_undoing.undo_import, name="import_undo"
    ),
    path(
        "people/import/<uuid:pk>/not-brought-over.csv",
        imports.rows_back,
        name="import_rows_back",
    ),
]
