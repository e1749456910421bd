"""`coach share`, `join`, `send`, `receive`: two homes, one engagement, all of it said in words."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui.language import LANGUAGES
from coach_tui.sharing.folder import Folder

from .machine import ROOT, Ended, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Callable[[str], Machine]:
    def made(name: str) -> Machine:
        (tmp_path / name).mkdir(exist_ok=True)
        return Machine(tmp_path / name)

    return made


Made = Callable[[str], Machine]


@pytest.fixture
def ann(machine: Made) -> Machine:
    ann = machine("ann")
    ann.coach("new", "Dupont", "--start", "2026-11-02", "--days-per-week", "2", "--role", "cmo")
    ann.coach("step", "access-crm", "done", "--note", "opened by hand")
    ann.coach("step", "access-crm", "done", "--note", "between us", "--private")
    return ann


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def joined(nora: Machine, invitation: str, place: Path, *more: str) -> Ended:
    said = ("--folder", str(place), "--role", "founder", "--name", "Nora", "--yes", *more)
    return nora.coach("join", "-", *said, typed=f"> {invitation[:50]}\n> {invitation[50:]}\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_ticks_the_other_confirms(
    ann: Machine, machine: Made, place: Path, language: str
) -> None:
    lang = ("--lang", language)
    shared = ann.coach("share", str(place), "--yes", *lang)
    assert shared.code == 0
    assert re.fullmatch(r"coach1-[a-z0-9]+-[\w-]+", shared.invitation)
    assert shared.invitation not in shared.err
    assert ("1 note privée" if language == "fr" else "1 private note") in shared.err
    nora = machine("nora")
    assert joined(nora, shared.invitation, place, *lang).code == 0
    told = nora.coach("history", *lang).out
    assert "opened by hand" in told
    assert "between us" not in told
    assert nora.coach("step", "access-crm", "confirmed", *lang).code == 0
    told = ann.coach("history", *lang).out
    assert "Nora" in told.splitlines()[0]
    assert "between us" in told
    assert "Nora" in ann.coach("share", *lang).out


def test_nothing_is_shared_where_the_answer_is_no(ann: Machine, place: Path) -> None:
    asked = ann.coach("share", str(place), typed="no\n")
    assert asked.code == 1
    assert "Nothing was shared" in asked.err
    assert list(place.iterdir()) == []
    assert ann.coach("share", "--show").code == 1
    assert ann.coach("share", str(place), typed="yes\n").code == 0


def test_no_word_lies_in_the_place_and_no_key_is_readable_by_others(
    ann: Machine, place: Path
) -> None:
    ann.coach("share", str(place), "--yes")
    lying, kept = list(place.rglob("*")), list(ann.state.iterdir())
    assert any(path.is_file() for path in lying)
    assert kept
    for path in lying:
        text = str(path.relative_to(place)).encode() + (
            path.read_bytes() if path.is_file() else b""
        )
        assert not re.search(rb"(?i)dupont|access|hand|cmo", text), path
    for path in kept:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_another_client_stays_out_of_this_ones_place(
    ann: Machine, place: Path, tmp_path: Path
) -> None:
    ann.coach("new", "Martin", "--start", "2026-11-02", "--days-per-week", "1", "--role", "cmo")
    ann.coach("share", str(place), "--yes", "-e", "Dupont")
    before = sorted(place.rglob("*"))
    ann.coach("step", "access-crm", "done", "-e", "Martin")
    assert sorted(place.rglob("*")) == before
    other = tmp_path / "other"
    other.mkdir()
    said = ann.coach("share", str(place), "--yes", "-e", "Martin")
    assert "1 other engagement is shared in" in said.err


def test_bad_invitations_are_told_apart(ann: Machine, machine: Made, place: Path) -> None:
    first = ann.coach("share", str(place), "--yes").invitation
    renewed = ann.coach("share", "--renew")
    assert renewed.code == 0
    nora = machine("nora")
    for said, expected in (
        ("hello", "begins with coach1-"),
        (first[:-4], "cut or changed"),
        (first[:20] + ("a" if first[20] != "a" else "q") + first[21:], "cut or changed"),
        ("coach2-abc-def", "later version"),
        ("", "begins with coach1-"),
    ):
        ended = joined(nora, said, place)
        assert (ended.code, expected in ended.err) == (1, True), (said, ended.err)
    assert joined(nora, renewed.invitation, place).code == 0
    assert "an old one" in joined(nora, first, place).err
    old = machine("old")
    late = joined(old, first, place)
    assert (late.code, "Ask another member for it" in late.err) == (0, True), late.err
    assert "new invitation is needed" in old.coach("history").err


def test_whoever_joins_by_file_needs_no_folder(ann: Machine, machine: Made, tmp_path: Path) -> None:
    sent = ann.coach("send", str(tmp_path / "letter.age"), "--yes")
    assert sent.code == 0
    nora = machine("nora")
    refused = nora.coach("receive", str(tmp_path / "letter.age"))
    assert (refused.code, "coach join first" in refused.err) == (1, True)
    waits = nora.coach(
        "join", "-", "--role", "founder", "--name", "Nora", "--yes", typed=sent.invitation
    )
    assert (waits.code, "Nothing has arrived yet" in waits.err) == (0, True)
    (tmp_path / "letter.age").rename(tmp_path / "Dupont (1).age.txt")
    assert nora.coach("receive", str(tmp_path / "Dupont (1).age.txt")).code == 0
    assert "opened by hand" in nora.coach("history").out
    nora.coach("step", "access-crm", "confirmed")
    answer = nora.coach("send", str(tmp_path / "answer.age"))
    assert (answer.code, answer.out) == (0, "")
    received = ann.coach("receive", str(tmp_path / "answer.age"))
    assert "1 new change" in received.err
    assert "nothing new" in ann.coach("receive", str(tmp_path / "answer.age")).err
    cut = tmp_path / "cut.age"
    cut.write_bytes((tmp_path / "answer.age").read_bytes()[:-9])
    assert ann.coach("receive", str(cut)).code == 1


def test_whoever_looks_only_records_nothing(ann: Machine, machine: Made, place: Path) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    told = joined(nora, invitation, place, "--read-only")
    assert (told.code, "as Nora (founder), to look only. coach opens it." in told.err) == (0, True)
    refused = nora.coach("step", "access-crm", "confirmed")
    assert (refused.code, "look only" in refused.err) == (1, True)
    ann.coach("step", "baselines", "done")
    assert "baseline" in nora.coach("history").out.splitlines()[0].lower()
    assert len(list(place.rglob("1/*"))) == 1  # she put nothing there


def test_whoever_looks_only_confirms_where_that_was_granted(
    ann: Machine, machine: Made, place: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    alone = joined(nora, invitation, place, "--confirms")
    assert (alone.code, "--read-only" in alone.err) == (1, True)
    told = joined(nora, invitation, place, "--read-only", "--confirms")
    assert (told.code, "confirm and answer" in told.err) == (0, True)
    assert nora.coach("step", "access-crm", "confirmed").code == 0
    answer = ("answer", "-", "--from", "Nora", "--step", "business-objectives")
    assert nora.coach(*answer, typed="Two million by June.").code == 0
    for refused in (("step", "baselines", "doing"), ("set", "headcount=12")):
        ended = nora.coach(*refused)
        assert (ended.code, "nothing else is recorded" in ended.err) == (1, True), refused
    told_ann = ann.coach("history").out
    assert "Nora (founder)" in told_ann
    assert "Two million" in ann.coach("history", "--json").out
    assert nora.coach("undo").code == 0


def test_the_doctor_tells_how_it_is_shared_and_what_is_amiss(
    ann: Machine, machine: Made, place: Path
) -> None:
    assert "Dupont (dupont" in (alone := ann.coach("doctor").out)
    assert "hared" not in alone
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    joined(nora, invitation, place)
    nora.coach("step", "access-crm", "confirmed")
    told = ann.coach("doctor")
    assert (told.code, "1 push is there that was not taken in yet" in told.out) == (0, True)
    assert f"Shared in {place}: shared with Nora (founder)" in told.out
    assert "1 push is there" in ann.coach("doctor").out, "looking takes nothing in"
    assert f"Shared in {place}: shared with" in nora.coach("doctor").out
    place.rename(place.with_name("unplugged"))
    ann.coach("step", "baselines", "done")
    away = ann.coach("doctor")
    assert (away.code, "not reached just now" in away.out) == (1, True)
    place.with_name("unplugged").rename(place)
    assert "1 change is saved here and not there yet" in ann.coach("doctor").out
    push = max(place.rglob("*.age"), key=lambda each: each.stat().st_mtime)
    whole = push.read_bytes()
    push.write_bytes(whole[:-5])
    assert "1 push has not arrived whole" in ann.coach("doctor").out
    push.write_bytes(whole)
    assert ann.coach("history").code == 0
    [key] = ann.state.glob("*.key.json")
    key.chmod(0o644)
    open_to_all = ann.coach("doctor")
    assert (open_to_all.code, "chmod 600" in open_to_all.out) == (1, True)
    key.chmod(0o600)
    assert ann.coach("doctor").code == 0
    key.write_text("{")
    unreadable = ann.coach("doctor")
    assert (unreadable.code, "join again" in unreadable.out) == (1, True)
    late = machine("late")
    said = ("--role", "founder", "--name", "Lea", "--yes")
    assert late.coach("join", "-", *said, typed=invitation).code == 0
    assert "waits for its engagement" in late.coach("doctor").out


def test_an_invitation_is_recorded_nowhere_and_read_with_a_frame_around_it(
    ann: Machine, machine: Made, place: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    refused = ann.coach("step", "baselines", "doing", "--note", invitation)
    assert (refused.code, "it isn’t recorded here" in refused.err) == (1, True)
    framed = f"│ │  {invitation[:64]}  │ │\n│ │  {invitation[64:]}                 │ │"
    nora = machine("nora")
    said = ("--folder", str(place), "--role", "founder", "--name", "Nora", "--yes")
    assert nora.coach("join", "-", *said, typed=framed).code == 0


def test_two_leads_answer_each_other_on_any_record(
    ann: Machine, machine: Made, place: Path
) -> None:
    ann.coach("access", "add", "HubSpot")
    ann.coach("rhythm", "decide", "Drop the fair", "--why", "no leads")
    ann.coach("kpi", "add", "mql")
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    joined(nora, invitation, place)
    for about, said in (("hubspot", "read only"), ("Drop", "keep a booth"), ("mql", "too many")):
        assert ann.coach("note", about, f"Ann: {said}").code == 0
        assert nora.coach("note", about, f"Nora: {said}, no").code == 0
        assert ann.coach("note", about, f"between us: {said}", "--private").code == 0
        told = nora.coach("note", about).out
        assert told.index(f"Ann: {said}") < told.index(f"Nora: {said}, no")
        assert "between us" not in told
        assert "between us" in ann.coach("note", about).out
        assert f"Nora: {said}" in ann.coach("history").out
    assert "decision: Drop the fair" in nora.coach("search", "booth").out
    for said, expected in (("nothing such", "is called"), ("access", "may be several")):
        refused = ann.coach("note", said, "x")
        assert (refused.code, expected in refused.err) == (1, True), refused.err
    assert ann.coach("note", "hubspot", "").code == 1
    assert "No note on" in ann.coach("note", "baselines").err


@pytest.mark.parametrize(
    ("language", "wrote", "what_next"),
    [
        ("en", "Nora (founder) wrote", "later one counts"),
        ("fr", "Nora (dirigeant) a écrit", "La plus récente"),
    ],
)
def test_two_leads_who_wrote_over_each_other_offline_are_both_told_once(
    ann: Machine, machine: Made, place: Path, language: str, wrote: str, what_next: str
) -> None:
    kpi = ("kpi", "add", "mql", "--baseline", "50", "--on", "2026-11-10", "--target-3")
    ann.coach(*kpi, "100")
    nora = machine("nora")
    joined(nora, ann.coach("share", str(place), "--yes").invitation, place)
    place.rename(place.with_name("away"))
    ann.coach(*kpi, "120")
    nora.coach(*kpi, "150")
    place.with_name("away").rename(place)
    lang = ("--lang", language)
    assert "150" not in nora.coach("status", *lang).err, "hers is the only one that arrived"
    arrived = ann.coach("status", *lang).err
    assert wrote in arrived, arrived
    assert what_next in arrived
    for each in (nora, ann):
        told = each.coach("history", *lang).err
        assert wrote in told, (each, told)
    nora.coach("note", "mql", "150 if the budget is granted")
    assert what_next not in nora.coach("status", *lang).err, "told once"


def test_who_is_waited_for_is_called_by_name(ann: Machine) -> None:
    for language, unnamed in (("en", "for the CMO"), ("fr", "attend le CMO")):
        assert unnamed in ann.coach("today", "--role", "ops", "--lang", language).out
    ann.coach("me", "cmo/Ann")
    ann.coach("step", "baselines", "doing")
    for language, named in (("en", "for Ann (CMO)"), ("fr", "attend Ann (CMO)")):
        assert named in ann.coach("today", "--role", "ops", "--lang", language).out


def test_a_place_that_is_away_keeps_nobody_from_working(
    ann: Machine, machine: Made, place: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    joined(nora, invitation, place)
    place.rename(place.with_name("unplugged"))
    done = ann.coach("step", "baselines", "done")
    assert done.code == 0
    assert done.err.count("not reached just now") == 1
    assert ann.coach("status").code == 0
    place.with_name("unplugged").rename(place)
    ann.coach("step", "access-crm", "doing")
    assert "baseline" in nora.coach("history").out.lower()


def test_refusals_name_the_remedy(ann: Machine, machine: Made, place: Path, tmp_path: Path) -> None:
    invitation = ann.coach("send", str(tmp_path / "x.age"), "--yes").invitation
    for said, expected in (
        (("share", str(tmp_path / "nowhere")), "no folder here"),
        (("share", str(ann.folder)), "coach’s own"),
        (("share", str(place), "--show"), "One thing at a time"),
    ):
        ended = ann.coach(*said)
        assert (ended.code, expected in ended.err) == (1, True), (said, ended.err)
    nora = machine("nora")
    for more, expected in (
        (("--yes",), "--role"),
        (("--role", "founder", "--yes"), "--name"),
    ):
        ended = nora.coach("join", "-", *more, typed=invitation)
        assert (ended.code, expected in ended.err) == (1, True), (more, ended.err)
    assert "nobody to ask" in nora.coach("join").err


def test_a_folder_that_takes_nothing_is_said_to_and_nothing_is_said_to_be_shared(
    ann: Machine, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cause, before, after in (
        (errno.ENOSPC, "is full: nothing was shared", "is full. All that is recorded is saved"),
        (errno.EROFS, "written from here", "once it may"),
        (errno.EIO, "takes nothing (the disk reports an error", "not reached just now"),
    ):

        def failing(*_: object, cause: int = cause) -> None:
            raise OSError(cause, os.strerror(cause))

        with monkeypatch.context() as broken:
            broken.setattr(Folder, "begin", failing)
            ended = ann.coach("share", str(place), "--yes")
            assert (ended.code, ended.out) == (1, "")
            assert before in ended.err.replace("\n", " ")
            assert "saved here" not in ended.err
            assert "not shared" in ann.coach("share").err
        assert ann.coach("share", str(place), "--yes").code == 0
        with monkeypatch.context() as broken:
            broken.setattr(Folder, "put", failing)
            ended = ann.coach("step", "baselines", "done", "--note", str(cause))
            assert ended.code == 0
            assert after in ended.err.replace("\n", " ")
        ann.coach("share", "--stop")


def test_a_folder_that_holds_another_engagement_or_none_is_not_joined(
    ann: Machine, machine: Made, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    nora, shared = machine("nora"), ann.coach("share", str(place), "--yes")
    zed = machine("zed")
    zed.coach("new", "Zed", "--start", "2026-11-02", "--days-per-week", "2", "--role", "cmo")
    others = zed.coach("share", str(place.parent / "empty"), "--yes").invitation
    for invitation, folder, words in (
        (shared.invitation, tmp_path / "empty", "holds nothing of this invitation’s engagement"),
        (others, place, "holds nothing of this invitation’s engagement"),
        (shared.invitation, tmp_path / "unplugged", "is no folder here"),
    ):
        ended = joined(nora, invitation, folder)
        assert (ended.code, words in ended.err.replace("\n", " ")) == (1, True), ended.err
        assert "saved here" not in ended.err, "nothing was recorded"
    assert joined(nora, shared.invitation, place).code == 0
    ended = joined(nora, others, place)
    assert ended.code == 1
    assert len(nora.coach("list").out.splitlines()) == 1, "nothing is mixed"
    place.rename(tmp_path / "away")
    assert "not reached just now" in nora.coach("status").err


def test_a_folder_that_synchronisers_use_is_found(
    ann: Machine, machine: Made, tmp_path: Path
) -> None:
    invitation = ann.coach("send", str(tmp_path / "x.age"), "--yes").invitation
    home = tmp_path / "her"
    for name in ("Nextcloud/Work/Coach", "Dropbox"):
        (home / name).mkdir(parents=True)
    ann.coach("share", str(home / "Nextcloud/Work/Coach"), "--yes")
    nora = machine("nora")
    said = ("join", "-", "--role", "founder", "--name", "Nora", "--yes")
    assert "joined Dupont" in nora.coach(*said, typed=invitation, HOME=str(home)).err
    ann.coach("share", str(home / "Dropbox"), "--yes")
    late = machine("late")
    refused = late.coach(*said, typed=invitation, HOME=str(home))
    assert (refused.code, "--folder" in refused.err) == (1, True)


def test_without_the_library_the_command_that_installs_it_is_named(
    ann: Machine, place: Path, tmp_path: Path
) -> None:
    lacking = tmp_path / "lacking"
    lacking.mkdir()
    (lacking / "pyrage.py").write_text("raise ImportError('no pyrage')")
    path = {"PYTHONPATH": f"{lacking}:{ROOT}"}
    refused = ann.coach_alone("share", str(place), "--yes", **path)
    assert (refused.code, 'pip install "coach-tui[share]"' in refused.err) == (1, True)
    ann.coach("share", str(place), "--yes")
    done = ann.coach_alone("step", "baselines", "done", **path)
    assert (done.code, 'pip install "coach-tui[share]"' in done.err) == (0, True)


def test_stopping_leaves_the_others_what_they_have(
    ann: Machine, machine: Made, place: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    joined(nora, invitation, place)
    assert ann.coach("share", "--stop").code == 0
    assert not list(ann.state.glob("*.key.json"))
    count = len(list(place.rglob("*.age")))
    ann.coach("step", "baselines", "done")
    assert len(list(place.rglob("*.age"))) == count
    assert nora.coach("step", "access-crm", "confirmed").code == 0
    again = ann.coach("share", str(place), "--yes")
    assert again.code == 0
    assert again.invitation != invitation


def test_how_one_machine_is_set_stays_there(ann: Machine, machine: Made, place: Path) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    nora = machine("nora")
    joined(nora, invitation, place)
    ann.coach("set", "depth=full")
    ann.coach("set", "headcount=12")
    told = nora.coach("set").out
    assert "12" in told
    assert ann.coach("set").out != told
