"""A login against engagements it was not given, and against its own history: all that SQL offers.

Every table, every view of the catalogue, every function it may call, COPY, EXPLAIN, LISTEN, locks,
casts that fail on what is hidden. `control` is the same against a server whose measures were
undone: there it must read, change, count or guess something.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from hashlib import md5
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg

from coach_tui.sharing.key import Key
from coach_tui.sharing.place import Name
from coach_tui.sharing.server.place import Server
from tests.sharing.devices import new_key
from tests.sharing.postgres import Database, cluster, ready

from .rig import Found, Rig

OURS, THEIRS = "0197a000-0000-7000-8000-00000000000a", "0197a000-0000-7000-8000-00000000000b"
THEIR_DEVICE, OUR_DEVICE = "b" * 16, "a" * 16
_PUSHES = 50
_ADD = "insert into coach.push (engagement, generation, device, name, sealed) values"
_ENOUGH = 140  # questions to bisect an id with, had it been possible

# What may run and shows no row of theirs, or is refused. Each is one attack.
READS = (
    "select * from coach.push",
    "select * from coach.engagement",
    "select * from coach.member",
    "select engagement from coach.push where (engagement, generation) = ('{theirs}', 1)",
    "select count(*), engagement from coach.push group by engagement",
    "select ctid, engagement from coach.push",
    "select tableoid, xmin, engagement from coach.push",
    "select * from coach.push tablesample system (100)",
    "select engagement, sealed from coach.push where position('age'::bytea in sealed) > 0",
    "select coach.readable()::text",
    "select coach.writable()::text",
    "select engagement from coach.push for share",
    "select id from coach.engagement where id = '{theirs}' for update",
    "with added as ({add} {theirs_row} returning *) select * from added",
    "table coach.push",
    "select row_to_json(p) from coach.push p",
    "select query_to_xml('select * from coach.push', true, true, '')",
    "select table_to_xml('coach.push', true, true, '')",
    "select schema_to_xml('coach', true, true, '')",
    "select database_to_xml(true, true, '')",
    "select most_common_vals::text, histogram_bounds::text from pg_stats",
    "select * from pg_stats_ext where schemaname = 'coach'",
    "select query, application_name from pg_stat_activity",
    "select pg_get_functiondef('coach.push_arrives()'::regprocedure)",
    "select * from pg_prepared_statements",
    "select pg_logical_slot_peek_changes('any', null, null)",
    "select lo_get(oid) from pg_largeobject_metadata",
    "select pg_read_file('postgresql.conf')",
    "select pg_read_binary_file('base/1/1259')",
    "select pg_ls_dir('.')",
    "select * from pg_ls_waldir()",
    "select pg_stat_file('PG_VERSION')",
    "select * from pg_hba_file_rules",
    "select * from pg_file_settings",
    "select pg_current_logfile()",
    "select * from pg_authid",
    "select * from pg_shadow",
    "select * from pg_statistic",
    "select * from pg_user_mapping",
    "select * from pg_subscription",
    "select currval('coach.push_seq')",
)  # fmt: skip
# What must be refused: each would change something, stop others, or leave something behind.
ACTS = (
    "update coach.push set login = 'other'",
    "update coach.push set sealed = '' where engagement = '{ours}'",
    "delete from coach.push",
    "truncate coach.push",
    "update coach.engagement set last = 0",
    "delete from coach.engagement",
    "insert into coach.member values ('{theirs}', session_user, true)",
    "update coach.member set writes = true",
    "delete from coach.member",
    "insert into coach.engagement (id) values ('{ours}')",
    "insert into coach.schema_version values (99)",
    "{add} ('{theirs}', 1, '{own}', '{name}', '\\x{body}')",
    "{add} ('{theirs}', 1, '{device}', '{name}', '\\x{body}') on conflict do nothing",
    "{add} ('{other}', 1, '{own}', '{name}', '\\x{body}')",
    "{add} ('{ours}', 1, 'not a device', '{name}', '\\x{body}')",
    "{add} ('{ours}', 1, '{own}', '../../etc', '\\x{body}')",
    "{add} ('{ours}', 0, '{own}', '{name}', '\\x{body}')",
    "{add} ('{ours}', 1, '{own}', '{name}', '\\x00')",
    "{add} ('{ours}', 1, '{own}', '{name}', decode(repeat('00', 67108865), 'hex'))",
    "insert into {columns}, login) values ({row}, 'other')",
    "insert into {columns}, seq) values ({row}, 1)",
    "insert into {columns}, received) values ({row}, now())",
    "merge into coach.push p using (select 1) s on true when matched then delete",
    "copy coach.push (engagement, generation, device, name, sealed) from '/etc/passwd'",
    "copy coach.push to program 'cat'",
    "copy (select 1) to '/tmp/coach-attack'",
    "create table coach.z (i int)",
    "create table public.z (i int)",
    "create temp table member (engagement uuid, login name, writes bool)",
    "create schema z",
    "create view public.v as select * from coach.push",
    "create function public.f(x text) returns bool language sql cost 0.0000001 as 'select true'",
    "create function pg_temp.f(x text) returns bool language sql as 'select true'",
    "create extension dblink",
    "create extension file_fdw",
    "create role helper",
    "create database other",
    "create statistics public.s (dependencies) on engagement, login from coach.push",
    "create policy more on coach.push using (true)",
    "create trigger mine after insert on coach.push execute function coach.push_told()",
    "create publication p for all tables",
    "alter table coach.push disable row level security",
    "alter table coach.push disable trigger all",
    "alter table coach.push alter engagement set statistics 100",
    "alter role session_user superuser",
    "alter role coach_member bypassrls",
    "alter system set log_statement = 'all'",
    "alter function coach.readable() security invoker",
    "alter function coach.readable() owner to session_user",
    "alter schema coach owner to session_user",
    "grant coach_member to public",
    "set role {keeper}",
    "set session authorization {keeper}",
    "set session_replication_role = replica",
    "set row_security = off; select * from coach.push",
    "reassign owned by {keeper} to session_user",
    "drop table coach.push",
    "drop owned by {keeper}",
    "drop schema coach cascade",
    "comment on table coach.push is 'mine'",
    "security label on table coach.push is 'mine'",
    "lock table coach.push in exclusive mode",
    "lock table coach.engagement in row exclusive mode",
    "lock table coach.member in share mode",
    "cluster coach.push",
    "reindex table coach.push",
    "refresh materialized view coach.push",
    "select coach.push_arrives()",
    "select coach.push_told()",
    "select lo_create(0)",
    "select lo_creat(-1)",
    "select lo_from_bytea(0, '\\x00')",
    "select lo_import('/etc/passwd')",
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '{victim}'",
    "select pg_cancel_backend(pid) from pg_stat_activity where usename = '{victim}'",
    "select pg_reload_conf()",
    "select pg_rotate_logfile()",
    "select pg_switch_wal()",
    "select pg_create_restore_point('x')",
    "select pg_create_logical_replication_slot('x', 'test_decoding')",
    "select pg_stat_reset()",
    "select pg_promote()",
    "select setval('coach.push_seq', 1)",
    "do $$ begin execute 'set role {keeper}'; end $$",
)  # fmt: skip
# PostgreSQL takes these with a warning, and does nothing of them: what is there tells.
VAIN = ("grant select on coach.push to public", "vacuum full coach.push", "analyze coach.push")
# Casts and divisions that would fail on a hidden row: the failing itself would tell of it.
ORACLES = (
    "select count(*) from coach.push where engagement = '{theirs}' and (1 / (seq - seq)) > 0",
    "select count(*) from coach.push where engagement = '{theirs}' and name::int > 0",
    "select count(*) from coach.member where login = '{victim}' and login::text::int > 0",
    "select count(*) from coach.engagement where id = '{theirs}' and 1 / (last - last) > 0",
)


class Attacker:
    """One login, what it tries, and what came of it."""

    def __init__(
        self, practice: Database, login: str, victim: str, needles: tuple[str, ...]
    ) -> None:
        self.connection = psycopg.connect(practice.url(login), autocommit=True)
        self.needles = needles
        self.tried, self.wrong = 0, Counter[str]()
        self.said = {
            "columns": "coach.push (engagement, generation, device, name, sealed",
            "row": "'{ours}', 1, '{own}', '{name}', '\\x{body}'", "ours": OURS,
            "theirs_row": f"('{THEIRS}', 1, '{OUR_DEVICE}', '000900-{'1' * 32}', '{'y' * 300}')",
            "theirs": THEIRS, "other": str(uuid4()), "device": THEIR_DEVICE,
            "own": OUR_DEVICE, "name": f"000900-{'1' * 32}", "body": "78" * 300, "add": _ADD,
            "keeper": "keeper", "victim": victim,
        }  # fmt: skip

    def asked(self, query: str) -> list[Any] | None:
        """The rows; none where it answers with none; None where it is refused."""
        self.tried += 1
        for name, value in self.said.items():
            query = query.replace("{" + name + "}", value)
        try:
            found = self.connection.execute(query.encode())
            return found.fetchall() if found.description else []
        except psycopg.Error:
            return None

    def reads(self, query: str) -> None:
        rows = self.asked(query)
        if rows and any(needle in repr(rows) for needle in self.needles):
            self.wrong[f"read: {query[:60]}"] += 1

    def acts(self, query: str) -> None:
        rows = self.asked(query)
        nothing = rows is not None and all(row[0] in (None, False) for row in rows) and rows
        if rows is not None and not nothing and not ("backend" in query and not rows):
            self.wrong[f"done: {query[:60]}"] += 1

    def guesses(self, query: str) -> None:
        """Both answers are known before: none of theirs is there to fail on."""
        if self.asked(query) is None:
            self.wrong[f"told by failing: {query[:60]}"] += 1

    def copies(self) -> None:
        self.tried += 1
        with (
            suppress(psycopg.Error),
            self.connection.cursor().copy("copy coach.push to stdout") as out,
        ):
            text = b"".join(bytes(part) for part in out)
            if any(needle.encode() in text for needle in self.needles):
                self.wrong["read: copy"] += 1
        columns = "(engagement, generation, device, name, sealed)"
        self.tried += 1
        with suppress(psycopg.Error):
            with self.connection.cursor().copy(f"copy coach.push {columns} from stdin") as into:
                into.write_row((THEIRS, 1, OUR_DEVICE, f"000901-{'2' * 32}", b"x" * 200))
            self.wrong["done: copy from"] += 1

    def bisects(self) -> None:
        """Another's id, from what EXPLAIN estimates to lie between two."""
        low, high = UUID(OURS).int + 1, (1 << 128) - 1
        for _ in range(_ENOUGH):
            if high - low <= 1:
                break
            middle = (low + high) // 2
            if self._estimate(low, middle) > self._estimate(middle, high):
                high = middle
            else:
                low = middle
        if THEIRS in (str(UUID(int=low)), str(UUID(int=high))):
            self.wrong["guessed: an id, by explain"] += 1

    def _estimate(self, low: int, high: int) -> int:
        rows = self.asked(
            "explain select 1 from coach.push where engagement >= '"
            f"{UUID(int=low)}' and engagement < '{UUID(int=high)}'"
        )
        found = re.search(r"rows=(\d+)", rows[0][0]) if rows else None
        return int(found[1]) if found else 0

    def walks_the_catalogue(self, *, functions: bool) -> None:
        """Every table and view that there is; and every function that takes no argument."""
        tables = self.asked(
            "select format('%I.%I', schemaname, viewname) from pg_views union all"
            " select format('%I.%I', schemaname, tablename) from pg_tables"
        )
        for (name,) in tables or ():
            self.reads(f"select * from {name}")
        if not functions:
            return
        found = self.asked(
            "select format('%I.%I()', nspname, proname) from pg_proc p"
            " join pg_namespace n on n.oid = pronamespace"
            " where pronargs = 0 and prorettype <> 'trigger'::regtype and prokind = 'f'"
        )
        for (name,) in found or ():
            if "pg_sleep" not in name:
                self.reads(f"select {name}::text")


def run(trials: int, folder: Path) -> Found:
    """Attack a server as it is; its history must be as it was before."""
    if not ready(folder):
        return Found(0, Counter())
    practice, key = _practice()
    before = _history(practice)
    attacker = _attacked(practice, key, whole=trials > 1)
    wrong = attacker.wrong
    if _history(practice) != before:
        wrong["history changed"] += 1
    return Found(attacker.tried, +wrong)


def control(trials: int, folder: Path) -> Found:
    """The same, where policies, statistics and rights are as PostgreSQL has them at first."""
    ready(folder)
    practice, key = _practice()
    with practice.admin() as admin:
        for table in ("push", "engagement", "member"):
            admin.execute(f"alter table coach.{table} disable row level security")
        admin.execute("alter table coach.push alter engagement set statistics 100")
        admin.execute("grant temp on database " + practice.name + " to public")
        admin.execute("analyze")
    attacker = _attacked(practice, key, whole=trials > 1)
    return Found(attacker.tried, attacker.wrong)


def _practice() -> tuple[Database, Key]:
    practice, key = cluster().database(), new_key(OURS)
    ours, victim, reader = _logins(practice)
    practice.given({ours: {OURS: True}, victim: {THEIRS: True}, reader: {OURS: False}})
    for login, engagement, device in ((ours, OURS, OUR_DEVICE), (victim, THEIRS, THEIR_DEVICE)):
        place = Server(practice.url(login), engagement)
        for number in range(1, _PUSHES + 1):
            name, sealed = key._replace(engagement=engagement).seal(device, number, [b"x" * 300])
            place.put(1, Name(device, name), sealed, "")
    with practice.admin() as admin:
        admin.execute("analyze")
    return practice, key


def _logins(practice: Database) -> tuple[str, str, str]:
    return f"o{practice.name}", f"v{practice.name}", f"r{practice.name}"


def _attacked(practice: Database, key: Key, *, whole: bool) -> Attacker:
    ours, victim, reader = _logins(practice)
    attacker = Attacker(practice, ours, victim, (THEIRS, THEIR_DEVICE))
    victims = psycopg.connect(practice.url(victim), autocommit=True)
    victims.execute("select %s::text", (f"secret of {THEIRS}",))
    for query in READS:
        attacker.reads(query)
    for query in ACTS:
        attacker.acts(query)
    for query in VAIN:
        attacker.asked(query)
    for query in ORACLES:
        attacker.guesses(query)
    attacker.copies()
    attacker.bisects()
    attacker.walks_the_catalogue(functions=whole)
    attacker.wrong += _overheard(practice, attacker, key)
    attacker.wrong += _as_a_reader(practice, reader)
    victims.close()
    attacker.connection.close()
    return attacker


def _overheard(practice: Database, attacker: Attacker, key: Key) -> Counter[str]:
    """Knowing another's id, one hears that something came, and no more."""
    attacker.tried += 1
    _, victim, _ = _logins(practice)
    attacker.connection.execute(f"listen coach_{md5(THEIRS.encode()).hexdigest()}")
    name, sealed = key._replace(engagement=THEIRS).seal(THEIR_DEVICE, 99, [])
    Server(practice.url(victim), THEIRS).put(1, Name(THEIR_DEVICE, name), sealed, "")
    heard = list(attacker.connection.notifies(timeout=0.5, stop_after=1))
    with practice.admin() as admin:
        admin.execute("delete from coach.push where name = %s", (name,))
    return Counter({"overheard a word": sum(bool(each.payload) for each in heard)})


def _as_a_reader(practice: Database, reader: str) -> Counter[str]:
    """A login that may only read adds nothing."""
    with psycopg.connect(practice.url(reader), autocommit=True) as connection:
        try:
            connection.execute(
                f"{_ADD} (%s, 1, %s, %s, %b)",
                (OURS, "c" * 16, f"000001-{'3' * 32}", b"x" * 200),
            )
        except psycopg.Error:
            return Counter()
    return Counter({"a reader added": 1})


def _history(practice: Database) -> str:
    with practice.admin() as admin:
        query = "select md5(string_agg(p::text, '' order by engagement, seq)) from coach.push p"
        found = admin.execute(query).fetchone()
        rights = admin.execute(
            "select relname, relacl::text, relfilenode, relrowsecurity from pg_class"
            " where relnamespace = 'coach'::regnamespace order by 1"
        ).fetchall()
        logins = admin.execute("select count(*) from coach.member").fetchone()
    return f"{found} {rights} {logins}"


RIG = Rig("attacked", run, control, small=1, full=2)
