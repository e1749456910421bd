"""A real PostgreSQL of the tests' own: a server on a free port, as a user of its own.

One a test run (one a worker), begun when first asked for; a database a test. It takes this
machine's binaries (those in the folder that `COACH_POSTGRESQL` names, to try another version), and
where there are none the tests are skipped, which says so.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql

from coach_tui.sharing.server.schema import migrate

KEEPER: Final = "keeper"
PASSWORD: Final = "pass-word: \\ of the tests"
USERS: Final = ("postgres", "nobody")
_numbers = itertools.count(1)


def binaries() -> Path | None:
    """Where the server to try is, else this machine's newest; None where there is none."""
    if named := os.environ.get("COACH_POSTGRESQL"):
        return Path(named)
    found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr/local").glob("pgsql*/bin")]
    found += [Path("/opt/homebrew/bin"), Path(shutil.which("initdb") or "/nowhere/initdb").parent]
    there = [each for each in found if (each / "initdb").exists() and (each / "postgres").exists()]
    return max(there, key=lambda each: [int(n) for n in each.parts if n.isdecimal()], default=None)


class Cluster:
    """`forced` where a kill must lose nothing; elsewhere nothing waits for the disk.

    outer  an address of this machine that it listens on too, where it proves who it is (`prove`).
    """

    def __init__(self, *, forced: bool = False, outer: str = "") -> None:
        bin_folder = binaries()
        assert bin_folder is not None
        self.bin = bin_folder
        self.folder = Path(tempfile.mkdtemp(prefix="coach-pg-"))
        self.forced, self.outer = forced, outer
        self.as_user = _other_user() if os.geteuid() == 0 else {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        if self.as_user:
            os.chown(self.folder, self.as_user["user"], self.as_user["group"])
            self.folder.chmod(0o755)
        self._run(
            "initdb", "--username", KEEPER, "--auth-local=trust", "--auth-host=scram-sha-256",
            "--no-sync", "--encoding=UTF8", "--locale=C", "-D", str(self.data),
        )  # fmt: skip
        self.start()
        with self.admin("postgres") as admin:
            admin.execute("create database prepared")
        with self.admin("prepared") as admin:
            migrate(admin)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        """Begin, and wait until it answers; after a kill, until what it held is let go."""
        unforced = () if self.forced else ("fsync=off", "full_page_writes=off")
        said = (
            f"port={self.port}", f"listen_addresses={','.join(('127.0.0.1', *self._outer()))}",
            "max_connections=120",
            f"unix_socket_directories={self.folder}", "shared_buffers=24MB", "jit=off", *unforced,
        )  # fmt: skip
        options = [part for each in said for part in ("-c", each)]
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with (self.folder / "log").open("ab") as log:
                self.process = subprocess.Popen(
                    [str(self.bin / "postgres"), "-D", str(self.data), *options],
                    stdout=log, stderr=log, cwd="/", **self.as_user,
                )  # fmt: skip
            while self.process.poll() is None and time.monotonic() < deadline:
                with suppress(psycopg.OperationalError):
                    self.admin("postgres").close()
                    return
                time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text())

    def prove(self, certificate: Path, key: Path) -> None:
        """From the next connection on, this is who it says it is to who comes from outside."""
        for name, file in (("server.crt", certificate), ("server.key", key)):
            shutil.copyfile(file, self.data / name)
            (self.data / name).chmod(0o600)
            if self.as_user:
                os.chown(self.data / name, self.as_user["user"], self.as_user["group"])
        with self.admin("postgres") as admin:
            admin.execute("alter system set ssl = on")
            admin.execute("select pg_reload_conf()")

    def kill(self) -> None:
        """kill -9 of it and of each of its processes, as a power cut would end them."""
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True,
            check=False,
        ).stdout.split()  # fmt: skip
        for pid in (self.process.pid, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Now, and nothing is left of it."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def admin(self, database: str) -> psycopg.Connection[Any]:
        """As whoever keeps the server."""
        return psycopg.connect(
            host=str(self.folder), port=self.port, user=KEEPER, dbname=database, autocommit=True
        )

    def database(self) -> Database:
        """A fresh one, prepared."""
        name = f"practice{next(_numbers)}"
        with self.admin("postgres") as admin:
            admin.execute(f"create database {name} template prepared")
            admin.execute(f"revoke all on database {name} from public")  # a copy lacks the rights
        return Database(self, name)

    def _outer(self) -> list[str]:
        if not self.outer:
            return []
        with (self.data / "pg_hba.conf").open("a") as told:
            told.write("hostssl all all all scram-sha-256\n")
        return [self.outer]

    def _run(self, *said: str) -> None:
        subprocess.run(
            [str(self.bin / said[0]), *said[1:]], check=True, capture_output=True, cwd="/",
            **self.as_user,
        )  # fmt: skip


class Database:
    """One practice's."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster, self.name = cluster, name

    @property
    def keeper(self) -> str:
        """Its keeper's address."""
        return f"postgresql://{KEEPER}@/{self.name}?host={self.cluster.folder}&port={self.cluster.port}"

    def admin(self) -> psycopg.Connection[Any]:
        return self.cluster.admin(self.name)

    def url(self, login: str, port: int = 0, more: str = "") -> str:
        """A login's address: the password is in the file of passwords."""
        return f"postgresql://{login}@127.0.0.1:{port or self.cluster.port}/{self.name}{more}"

    def given(self, logins: Mapping[str, Mapping[str, bool]]) -> None:
        """Logins, and which engagements each sees: whether it writes."""
        with self.admin() as admin:
            for login, engagements in logins.items():
                role = sql.Identifier(login)
                if not admin.execute(
                    "select 1 from pg_roles where rolname = %s", (login,)
                ).fetchone():
                    admin.execute(
                        sql.SQL("create role {} login password {} in role coach_member").format(
                            role, sql.Literal(PASSWORD)
                        )
                    )
                admin.execute(
                    sql.SQL("grant connect on database {} to {}").format(
                        sql.Identifier(self.name), role
                    )
                )
                for engagement, writes in engagements.items():
                    admin.execute(
                        "insert into coach.engagement (id) values (%s) on conflict do nothing",
                        (engagement,),
                    )
                    admin.execute(
                        "insert into coach.member values (%s, %s, %s)", (engagement, login, writes)
                    )

    def words(self) -> bytes:
        """Everything there, as bytes."""
        with self.admin() as admin:
            rows = admin.execute("select * from coach.push").fetchall()
        return repr(rows).encode() + b"".join(bytes(row[5]) for row in rows)


def passfile(folder: Path) -> Path:
    """A file with the password of every login of the tests."""
    path = folder / "pgpass"
    told = PASSWORD.replace("\\", "\\\\").replace(":", "\\:")
    path.write_text(f"*:*:*:*:{told}\n")
    path.chmod(0o600)
    return path


def ready(folder: Path) -> bool:
    """Whether this machine has a server to begin; if so, its logins' password is known from now."""
    os.environ["PGPASSFILE"] = str(passfile(folder))
    return binaries() is not None


def _other_user() -> dict[str, Any]:
    import pwd

    for name in USERS:
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError("no user to run a server as")


@cache
def cluster() -> Cluster:
    """This run's server, begun now if it was not; it ends with the run."""
    begun = Cluster()
    atexit.register(begun.stop)
    return begun
