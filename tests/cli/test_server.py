"""`coach server …`: a practice's server is prepared, checked, and says who sees what."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import psycopg
import pytest

from coach_tui.language import LANGUAGES
from tests.sharing.postgres import KEEPER, Database

from .machine import Machine, engagement_of, joined


@pytest.fixture
def bare(practice: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """As the keeper finds it: an empty database, and nobody's password known."""
    with practice.admin() as admin:
        admin.execute("drop schema coach cascade")
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "own-passwords"))
    return practice


def may_log_in(line: str) -> None:
    """Keep a line of ~/.pgpass."""
    path = Path(os.environ["PGPASSFILE"])
    with path.open("a") as file:
        file.write(f"{line}\n")
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def granted(keeper: Machine, practice: Database, login: str, *more: str) -> str:
    """The line for ~/.pgpass; the host in it as the tests reach the server."""
    ended = keeper.coach("server", "grant", practice.keeper, login, *more)
    assert ended.code == 0, ended.err
    fields = ended.out.strip().split(":")
    return ":".join(["127.0.0.1", str(practice.cluster.port), *fields[2:]]) if ended.out else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_server_from_nothing_to_a_shared_tick_and_somebody_who_leaves(
    ann: Machine,
    nora: Machine,
    bare: Database,
    language: str,
) -> None:
    lang, practice = ("--lang", language), bare
    prepared = ann.coach("server", "init", practice.keeper, *lang)
    assert prepared.code == 0, prepared.err
    assert "version 1" in prepared.err
    assert ("pas un mot" if language == "fr" else "never sees a word") in prepared.err
    assert ann.coach("server", "init", practice.keeper, *lang).code == 0
    suffix = practice.name[-6:]
    first, second = f"a{suffix}", f"n{suffix}"
    may_log_in(granted(ann, practice, first, "Dupont"))
    may_log_in(granted(ann, practice, second, engagement_of(ann)))
    assert granted(ann, practice, second, "Dupont") == "", "her password stays"
    shared = ann.coach("share", practice.url(first), "--yes", *lang)
    assert shared.code == 0, shared.err
    assert joined(nora, shared.invitation, "--server", practice.url(second), *lang).code == 0
    assert nora.coach("step", "access-crm", "confirmed", *lang).code == 0
    heard = (ann.coach("history", *lang).out.splitlines()[0] for _ in range(20))
    assert any("Nora" in line for line in heard)  # a look that a busy server misses is made again
    listed = ann.coach("server", "list", practice.keeper, *lang).out
    for told in ("Dupont", engagement_of(ann), first, second):
        assert told in listed
    [held] = json.loads(ann.coach("server", "list", practice.keeper, "--json").out)
    assert held["logins"] == sorted([first, second])
    assert held["pushes"] >= 2
    checked = ann.coach("server", "check", practice.keeper, *lang)
    assert checked.code == 0, checked.out
    assert "!" not in checked.out

    left = ann.coach("server", "revoke", practice.keeper, second, *lang)
    assert left.code == 0, left.err
    assert left.out.splitlines()[-2] == "Dupont:"
    assert left.invitation.startswith("coach1-")
    assert left.invitation != shared.invitation
    ann.coach("step", "baselines", "done", "--note", "after she left", *lang)
    late = nora.coach("step", "baselines", "doing", *lang)
    assert late.code == 0
    assert ("enregistré" if language == "fr" else "saved") in late.err
    assert "after she left" not in nora.coach("history", *lang).out
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(practice.url(second))
    assert ann.coach("server", "revoke", practice.keeper, second, *lang).code == 1


def test_one_engagement_is_taken_and_the_others_stay(
    ann: Machine,
    practice: Database,
) -> None:
    ann.coach("new", "Martin", "--start", "2026-11-02", "--days-per-week", "1", "--role", "cmo")
    login = f"one{practice.name}"
    for client in ("Dupont", "Martin"):
        granted(ann, practice, login, client, "--read-only")
    ended = ann.coach("server", "revoke", practice.keeper, login, "Martin")
    assert ended.code == 1, "Martin is not shared from here: its key is somebody else's to renew"
    assert "coach share --renew" in ended.err.replace("\n", " ")
    listed = ann.coach("server", "list", practice.keeper).out.splitlines()
    assert [f"{login} (reads)" in line for line in sorted(listed)] == [True, False]
    assert ann.coach("server", "revoke", practice.keeper, login, "Martin").code == 1


SPOILED = {
    "append-only": "grant update on coach.push to coach_member",
    "columns": "grant insert (login) on coach.push to coach_member",
    "row-security": "alter table coach.push disable row level security",
    "policies": "create policy more on coach.push for select using (true)",
    "triggers": "alter table coach.push disable trigger arrives",
    "statistics": "alter table coach.push alter engagement set statistics 100",
    "temporary": "grant create on schema coach to coach_member",
    "superusers": f"insert into coach.member select id, '{KEEPER}' from coach.engagement",
    "schema": "insert into coach.schema_version values (99)",
}


def test_a_check_finds_each_measure_that_was_undone(
    ann: Machine,
    practice: Database,
) -> None:
    practice.given({f"x{practice.name}": {engagement_of(ann): True}})
    assert ann.coach("server", "check", practice.keeper).code == 0
    for done, (what, spoiling) in enumerate(SPOILED.items(), 1):
        with practice.admin() as admin:
            admin.execute(spoiling)
        ended = ann.coach("server", "check", practice.keeper)
        assert ended.code == 1
        assert sum(line.startswith("!") for line in ended.out.splitlines()) == done, what
    assert ann.coach("server", "init", practice.keeper).code == 1, "of a later version"


def test_what_a_keeper_may_not_do_is_refused_in_words(
    ann: Machine,
    practice: Database,
) -> None:
    url = practice.keeper
    for said, told in (
        (("grant", url, KEEPER, "Dupont"), "Take another login"),
        (("grant", url, "pg_monitor", "Dupont"), "can’t be a login"),
        (("grant", url, "x" * 64, "Dupont"), "can’t be a login"),
        (("grant", url, "k7f3q", "Nobody"), "Nobody"),
        (("revoke", url, "unknown-login"), "Nothing was changed"),
        (("list", url.replace("@", ":secret@")), "~/.pgpass"),
        (("init", "postgresql://db.example.org/coach"), "verify-full"),
        (("check", "somewhere"), "postgresql://"),
        (("init", url.replace(practice.name, "nowhere")), "no such database"),
    ):
        ended = ann.coach("server", *said)
        assert ended.code == 1, said
        assert told in ended.err.replace("\n", " "), ended.err
        assert "secret" not in ended.err
    practice.given({"m2x9c": {engagement_of(ann): True}})
    ended = ann.coach("server", "grant", practice.url("m2x9c"), "m2x9c", engagement_of(ann))
    assert ended.code == 1
    assert "does not allow" in ended.err.replace("\n", " ")
    assert ann.coach("server").code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_engagement_known_here_is_told_by_its_company(
    ann: Machine, practice: Database, language: str
) -> None:
    login, lang = f"q{practice.name[-6:]}", ("--lang", language)
    named = f"Dupont ({engagement_of(ann)})"
    given = ann.coach("server", "grant", practice.keeper, login, "Dupont", *lang)
    assert named in given.err
    taken = ann.coach("server", "revoke", practice.keeper, login, *lang)
    assert (taken.code, named in taken.err) == (1, True), "it is not shared here: no key to renew"
