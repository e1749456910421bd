"""A practice's server with many engagements: a login given four of them sees those, whole, only.

Pushes are put there as the server itself would have them. `control` is the same without the
policies.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

import psycopg

from coach_tui.sharing.server.place import Server
from tests.sharing.postgres import Database, cluster, ready

from .rig import Found, Rig

_EACH = {True: 2000, False: 20}  # pushes of an engagement, at full size and small
_FULL = 500
_GIVEN = 4
_SIZE = 620  # bytes of a push of one change, about
_TYPES = ["int8", "uuid", "int2", "text", "text", "bytea", "name", "timestamptz"]
_COLUMNS = "seq, engagement, generation, device, name, sealed, login, received"


def run(trials: int, folder: Path) -> Found:
    """So many engagements; rows that the login should not see, or lacks."""
    if not ready(folder):
        return Found(0, Counter())
    practice, engagements = _peopled(trials)
    return Found(len(engagements), +_seen(practice, engagements))


def control(trials: int, folder: Path) -> Found:
    """Without row security."""
    ready(folder)
    practice, engagements = _peopled(min(trials, 6))
    with practice.admin() as admin:
        admin.execute("alter table coach.push disable row level security")
    return Found(len(engagements), +_seen(practice, engagements))


def _login(practice: Database) -> str:
    return f"g{practice.name}"


def _peopled(count: int) -> tuple[Database, list[str]]:
    practice, each = cluster().database(), _EACH[count >= _FULL]
    engagements = [str(uuid5(UUID(int=count), str(number))) for number in range(count)]
    practice.given({_login(practice): dict.fromkeys(engagements[:_GIVEN], True)})
    now = datetime(2026, 11, 22, tzinfo=UTC)
    with practice.admin() as admin:
        admin.execute("alter table coach.push disable trigger user")
        with admin.cursor() as cursor:
            cursor.executemany(
                "insert into coach.engagement (id, last) values (%s, %s)"
                " on conflict (id) do update set last = excluded.last",
                [(engagement, each) for engagement in engagements],
            )
            with cursor.copy(f"copy coach.push ({_COLUMNS}) from stdin (format binary)") as rows:
                rows.set_types(_TYPES)
                for engagement in map(UUID, engagements):
                    for number in range(1, each + 1):
                        name = f"{number:06d}-{number:032x}"
                        row = (number, engagement, 1, f"{number % 3:016x}", name)
                        rows.write_row((*row, os.urandom(_SIZE), "keeper", now))
        admin.execute("alter table coach.push enable trigger user")
        admin.execute("analyze")
    return practice, engagements


def _seen(practice: Database, engagements: list[str]) -> Counter[str]:
    wrong, each = Counter[str](), _EACH[len(engagements) >= _FULL]
    given = set(engagements[:_GIVEN])
    with psycopg.connect(practice.url(_login(practice)), autocommit=True) as connection:
        counted = dict(
            connection.execute(
                "select engagement::text, count(*) from coach.push group by 1"
            ).fetchall()
        )
    wrong["seen and not given"] = sum(counted.get(one, 0) for one in counted.keys() - given)
    wrong["given and lacking"] = sum(each - counted.get(one, 0) for one in given)
    for engagement in engagements[:_GIVEN]:
        place = Server(practice.url(_login(practice)), engagement)
        names = place.names(1)
        place.ahead(names)
        got = sum(len(place.get(1, there)) for there in names)
        wrong["not got"] += each * _SIZE - got
    return wrong


RIG = Rig("peopled", run, control, small=6, full=500)
