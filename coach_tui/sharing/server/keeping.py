"""Keeping a practice's server: who may see which engagement.

The keeper's own login owns the tables; a member's login is only ever given engagements. What a
login may do is the same for all of them, by the role `coach_member`.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from coach_tui.language.refusal import Refusal
from coach_tui.sharing.server.calls import PATIENT_S, Calls
from coach_tui.sharing.server.library import psycopg
from coach_tui.sharing.server.schema import OLDEST, VERSION, migrate

_MIGRATING_S: Final = 120.0
_AT_ONCE: Final = 20  # connections of one login: a few machines, each with its ear


class Prepared(NamedTuple):
    """The version of what the database holds, before and now."""

    before: int
    now: int


class Given(NamedTuple):
    """A login as it is now. `password` is empty where it had one already."""

    login: str
    password: str = ""


class Held(NamedTuple):
    """An engagement as the server sees it.

    logins    who is given it; those who may only read, in `readers` too.
    size      bytes of its pushes.
    received  when the last one came; None where none did.
    """

    engagement: str
    logins: Sequence[str]
    readers: Sequence[str]
    pushes: int
    size: int
    received: datetime | None


class Keeper:
    """Whoever may decide who sees what. Every method raises Unreached."""

    def __init__(self, where: str) -> None:
        self._calls = Calls(where, PATIENT_S)

    def init(self) -> Prepared | Refusal:
        """Prepare the database, or bring it up to this version; what is up to date stays so."""

        def prepared(connection: Any) -> Prepared | Refusal:
            if connection.info.server_version < OLDEST:
                said = {"oldest": OLDEST // 10_000}
                return Refusal("refusal.server.too-old", said)
            before, now = migrate(connection)
            if now > VERSION:
                return Refusal("refusal.server.newer", {"version": now, "known": VERSION})
            return Prepared(before, now)

        return self._calls.ask(prepared, more_s=_MIGRATING_S)

    def held(self) -> list[Held]:
        """Every engagement there is, the one that was added to last first."""
        query = """
            select e.id::text,
              coalesce((select array_agg(m.login::text order by m.login)
                from coach.member m where m.engagement = e.id), '{}'),
              coalesce((select array_agg(m.login::text order by m.login)
                from coach.member m where m.engagement = e.id and not m.writes), '{}'),
              p.pushes, p.size, p.received
            from coach.engagement e, lateral (
              select count(*) as pushes, coalesce(sum(octet_length(sealed)), 0)::bigint as size,
                max(received) as received
              from coach.push where engagement = e.id
            ) p
            order by p.received desc nulls last, e.id
        """

        def found(connection: Any) -> list[Held]:
            return [Held(*row) for row in connection.execute(query)]

        return self._calls.ask(found, more_s=_MIGRATING_S)

    def grant(self, login: str, engagement: str, *, writes: bool) -> Given | Refusal:
        """Let this login see this engagement, and add to it; both are made where they are not."""

        def given(connection: Any) -> Given | Refusal:
            with connection.transaction():
                if (made := _as_member(connection, login)) is None:
                    return Refusal("refusal.server.sees-all", {"login": login})
                connection.execute(
                    "insert into coach.engagement (id) values (%s) on conflict do nothing",
                    (engagement,),
                )
                connection.execute(
                    "insert into coach.member (engagement, login, writes) values (%s, %s, %s)"
                    " on conflict (engagement, login) do update set writes = excluded.writes",
                    (engagement, login, writes),
                )
                return made

        return self._calls.ask(given)

    def revoke(self, login: str, engagement: str = "") -> list[str] | Refusal:
        """Take this engagement, or all of hers, from this login. Which it was.

        A login that is left with none may not even connect any more, and what it had open ends.
        """

        def taken(connection: Any) -> list[str] | Refusal:
            with connection.transaction():
                rows = connection.execute(
                    "delete from coach.member"
                    " where login = %s and (%s = '' or engagement::text = %s)"
                    " returning engagement::text",
                    (login, engagement, engagement),
                ).fetchall()
                left = connection.execute(
                    "select 1 from coach.member where login = %s limit 1", (login,)
                ).fetchone()
                if not rows and (engagement or not _is_member(connection, login)):
                    return Refusal("refusal.server.not-hers", {"login": login})
                if left is None:
                    _shut_out(connection, login)
            return sorted(each for (each,) in rows)

        return self._calls.ask(taken)


def _as_member(connection: Any, login: str) -> Given | None:
    """This login, made where there is none; None where it sees all whatever it is given."""
    sql = psycopg().sql
    role = sql.Identifier(login)
    found = connection.execute(
        "select rolsuper or rolbypassrls or pg_has_role(rolname, %s, 'usage') from pg_roles"
        " where rolname = %s",
        (_owner(connection), login),
    ).fetchone()
    made = Given(login)
    if found is None:
        made = Given(login, secrets.token_urlsafe(24))
        hidden = connection.pgconn.encrypt_password(  # the server's log never has it
            made.password.encode(), login.encode(), b"scram-sha-256"
        ).decode()
        query = sql.SQL("create role {} login password {} connection limit {}")
        connection.execute(query.format(role, sql.Literal(hidden), sql.Literal(_AT_ONCE)))
    elif found[0]:
        return None
    connection.execute(sql.SQL("grant coach_member to {}").format(role))
    database = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("grant connect on database {} to {}").format(database, role))
    return made


def _owner(connection: Any) -> str:
    found = connection.execute(
        "select tableowner from pg_tables where schemaname = 'coach' and tablename = 'push'"
    ).fetchone()
    return str(found[0]) if found else "postgres"


def _is_member(connection: Any, login: str) -> bool:
    found = connection.execute(
        "select pg_has_role(oid, 'coach_member', 'member') from pg_roles where rolname = %s",
        (login,),
    ).fetchone()
    return bool(found and found[0])


def _shut_out(connection: Any, login: str) -> None:
    sql = psycopg().sql
    if not _is_member(connection, login):
        return
    role, database = sql.Identifier(login), sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("revoke coach_member from {}").format(role))
    connection.execute(sql.SQL("revoke connect on database {} from {}").format(database, role))
    connection.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where usename = %s and datname = current_database() and pid <> pg_backend_pid()",
        (login,),
    )
