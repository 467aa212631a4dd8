"""Which tests are pure: they need neither PostgreSQL nor Valkey, and so no server.

A test is not pure if it takes a fixture that leads to the database, or is marked
`django_db`, `servers` (asks a server itself) or `slow`. With PURE=1 only pure ones are
run and no server is started, so that one which is pure by mistake fails at once.
"""

from . import early

_NEEDS = {"db", "transactional_db", "django_db_setup", "live_server", "valkey"}
_MARKS = ("django_db", "servers", "slow")


def is_pure(item):
    marked = any(item.get_closest_marker(name) for name in _MARKS)
    return not (marked or _NEEDS & set(item.fixturenames))


def pytest_collection_modifyitems(config, items):
    for item in items:
        if is_pure(item):
            item.add_marker("pure")
    if early.PURE:
        config.hook.pytest_deselected(
            items=[item for item in items if not is_pure(item)]
        )
        items[:] = [item for item in items if is_pure(item)]
