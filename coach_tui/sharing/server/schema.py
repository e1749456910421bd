"""What the database holds, in numbered steps: each whole or not at all, each done once."""

from pathlib import Path
from typing import Any, Final

STEPS: Final = tuple(sorted((Path(__file__).parent / "migrations").glob("*.sql")))
VERSION: Final = len(STEPS)
OLDEST: Final = 140_000  # PostgreSQL 14, as libpq counts versions
# Rights that PostgreSQL gives everybody, and with which a login could fill the disk. Whoever owns
# these functions takes them away; a keeper who does not is told by `check`.
_FILLS: Final = ("lo_create(oid)", "lo_creat(integer)", "lo_from_bytea(oid, bytea)")


def version_of(connection: Any) -> int:
    """Which step was done last; 0 where none was."""
    if connection.execute("select to_regclass('coach.schema_version')").fetchone()[0] is None:
        return 0
    found = connection.execute("select max(version) from coach.schema_version").fetchone()
    return int(found[0] or 0)


def migrate(connection: Any) -> tuple[int, int]:
    """Do the steps that were not done yet. The version before, and now.

    A database of a later version is left as it is.
    """
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(716283905)")  # two keepers at once
        before = version_of(connection)
        for step in STEPS[before:]:
            connection.execute(step.read_text("utf-8"))
    if before < VERSION:
        for function in _FILLS:
            connection.execute(f"revoke execute on function {function} from public")
    return before, max(before, VERSION)
