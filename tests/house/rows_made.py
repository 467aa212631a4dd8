"""Where a file makes a row of a model, in whichever way and under whatever name."""

import ast

_MAKERS = {"create", "bulk_create", "get_or_create", "update_or_create", "acreate"}


def rows_made(source, model, related=""):
    """The lines that do: `Look(…)`, `Look.objects.create(…)`, `person.looks.create(…)`.

    Other names that a file gives to the model are followed. `related` is what rows of
    the model are called on what they belong to.
    """
    if model not in source and not (related and related in source):
        return []  # most files name it nowhere
    tree = ast.parse(source)
    names = {model} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == model and alias.asname
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if _makes_one(call.func, names, related)]


def _makes_one(func, names, related):
    if isinstance(func, ast.Name):
        return func.id in names
    if not isinstance(func, ast.Attribute):
        return False
    if func.attr in names:  # models.Look(…)
        return True
    if func.attr not in _MAKERS:
        return False
    parts = ast.unparse(func.value).split(".")
    return bool(names & set(parts)) or related in parts
