"""Whether a server keeps what it should: every measure, looked at one by one.

Each was found necessary by attacking: without it a login reads, changes, counts or guesses
something of an engagement that it was not given.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from coach_tui.sharing.server.address import is_near
from coach_tui.sharing.server.calls import PATIENT_S, Calls
from coach_tui.sharing.server.schema import OLDEST, VERSION, version_of

# What no member may do, by a query that counts in how many ways she may.
_MEASURES: Final[Mapping[str, str]] = {
    "append-only": """
        select count(*)
        from pg_tables, unnest(array['update', 'delete', 'truncate', 'trigger']) each
        where schemaname = 'coach' and has_table_privilege('coach_member',
          format('%I.%I', schemaname, tablename), each)
    """,
    "columns": """
        select count(*) from information_schema.columns
        where table_schema = 'coach' and has_column_privilege('coach_member',
          format('%I.%I', table_schema, table_name), column_name, 'insert')
        <> (table_name = 'push' and column_name in
          ('engagement', 'generation', 'device', 'name', 'sealed'))
    """,
    "row-security": """
        select 3 - count(*) from pg_class where relnamespace = 'coach'::regnamespace
        and relname in ('engagement', 'member', 'push') and relrowsecurity
    """,
    "policies": """
        select count(*) from (
          select tablename::text, policyname::text, cmd from pg_policies where schemaname = 'coach'
          except values ('engagement', 'seen', 'SELECT'), ('member', 'own', 'SELECT'),
            ('push', 'seen', 'SELECT'), ('push', 'added', 'INSERT')
        ) others
    """,
    "triggers": """
        select 2 - count(*) from pg_trigger where tgrelid = 'coach.push'::regclass
        and tgname in ('arrives', 'told') and tgenabled in ('O', 'A')
    """,
    "statistics": """
        select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'coach'::regnamespace
        and c.relname in ('engagement', 'member', 'push')
        and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attstattarget is distinct from 0
    """,
    "temporary": """
        select (has_database_privilege('coach_member', current_database(), 'temp')
          or has_database_privilege('coach_member', current_database(), 'create')
          or has_schema_privilege('coach_member', 'coach', 'create')
          or has_schema_privilege('coach_member', 'public', 'create'))::int
    """,
    "large-objects": """
        select count(*) from unnest(array[
          'lo_create(oid)', 'lo_creat(integer)', 'lo_from_bytea(oid,bytea)']) each
        where has_function_privilege('coach_member', each, 'execute')
    """,
    "logins": """
        select count(*) from pg_roles r where pg_has_role(r.oid, 'coach_member', 'member')
        and r.rolname <> 'coach_member' and not r.rolsuper and (
          r.rolbypassrls or r.rolcreatedb or r.rolcreaterole or r.rolreplication
          or exists (select from pg_roles p where p.rolname like 'pg\\_%'
            and pg_has_role(r.oid, p.oid, 'member')))
    """,
    "superusers": """
        select count(*) from coach.member m join pg_roles r on r.rolname = m.login where r.rolsuper
    """,
}


class Looked(NamedTuple):
    """One thing that was looked at: a word's name, whether it is as it should be, and how it is."""

    what: str
    is_well: bool
    found: str = ""


def look(where: str) -> list[Looked]:
    """Every measure of this server. Raises Unreached."""
    near = is_near(where)

    def looked(connection: Any) -> list[Looked]:
        info = connection.info
        release = info.parameter_status("server_version") or ""
        found = [
            Looked("release", info.server_version >= OLDEST, release.split()[0]),
            Looked("proven", near or bool(connection.pgconn.ssl_in_use)),
        ]
        version = version_of(connection)
        found.append(Looked("schema", version == VERSION, f"{version}"))
        if version:
            for what, query in _MEASURES.items():
                ways = connection.execute(query).fetchone()[0]
                found.append(Looked(what, ways == 0))
        return found

    return Calls(where, PATIENT_S).ask(looked)
