"""`coach walk` of whoever was given an invitation: the joining is asked there, line by line."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from coach_tui.language import LANGUAGES, Language, Words

from .machine import Ended, Machine


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def walked(machine: Machine, *lines: str, lang: Language = "en", **env: str) -> Ended:
    typed = "".join(f"{line}\n" for line in lines)
    ended = machine.coach("walk", "--lang", lang, typed=typed, **env)
    assert "Traceback" not in ended.err
    return ended


@pytest.mark.parametrize("lang", LANGUAGES)
def test_she_joins_goes_through_her_week_and_what_she_records_reaches_him(
    ann: Machine, nora: Machine, place: Path, lang: Language
) -> None:
    words, invitation = Words(lang), ann.coach("share", str(place), "--yes").invitation
    week = ("e", "the login worked", *["s"] * 60)  # done elsewhere: what shows it
    ended = walked(nora, "i", invitation, str(place), "founder", "Nora", "", *week, lang=lang)
    assert ended.code == 0, ended.out + ended.err
    assert words("share.joined", company="Dupont", who="@").split("@")[0] in ended.out
    assert invitation not in ended.out
    assert words("walk.do") in ended.out, "her week follows"
    assert "Nora" in ann.coach("history").out.splitlines()[0]


def test_an_invitation_pasted_as_the_first_answer_is_taken_as_one(
    ann: Machine, nora: Machine, place: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    ended = walked(nora, invitation, "", str(place), "", "Nora", "yes, I record nothing", "q")
    assert ended.code == 0, ended.out + ended.err
    assert invitation not in ended.out
    assert "look only" in nora.coach("step", "baselines", "done").err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_joined_once_it_has_arrived_and_goes_on_only_after(
    ann: Machine, nora: Machine, place: Path, lang: Language
) -> None:
    words, invitation = Words(lang), ann.coach("share", str(place), "--yes").invitation
    walked(nora, "i", invitation, "", "1", "Nora", "", lang=lang)  # without the folder: it waits
    shared = ("join", "-", "--folder", str(place), "--yes", "--lang", lang)
    joined = words("share.joined", company="Dupont", who="@").split("@")[0]
    assert joined in nora.coach(*shared, typed=invitation).err
    assert words("share.updated", company="Dupont") in nora.coach(*shared, typed=invitation).err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_folders_that_can_not_be_told_apart_or_read_and_a_home_that_can_not_be_made_are_refused(
    ann: Machine, nora: Machine, place: Path, tmp_path: Path, lang: Language
) -> None:
    words, invitation = Words(lang), ann.coach("share", str(place), "--yes").invitation
    for name in ("Dropbox", "Nextcloud"):
        copytree(place, tmp_path / "user" / name)
    env = {"HOME": str(tmp_path / "user")}
    lines = ("i", invitation, "", "", "Nora", "", "n" * 300, str(place), "q")
    ended = walked(nora, *lines, lang=lang, **env)
    said = " ".join(ended.out.split())
    which = words("refusal.share.which-of-several", folders="@").split("@")[1]
    assert " ".join(which.split()) in said
    assert "--folder" not in said
    assert "n" * 300 in said
    assert ended.code == 0, ended.out + ended.err
    for command in (("join", "-", "--role", "founder", "--name", "Zoe", "--yes"), ("share",)):
        machine, where = (nora, "--folder") if command[0] == "join" else (ann, "--yes")
        far = (where, "n" * 300) if command[0] == "join" else ("n" * 300, where)
        refused = machine.coach(*command, *far, typed=invitation)
        assert refused.code == 1, refused.err
        assert "n" * 300 in refused.err.replace("\n", "")
    (tmp_path / "file").write_text("")
    zoe = Machine(tmp_path / "file" / "zoe")
    lines = ("i", invitation, str(place), "", "Zoe", "", "q")
    homeless = (
        zoe.coach("walk", "--lang", lang, typed="".join(f"{line}\n" for line in lines)),
        zoe.coach(
            "join", "-", "--folder", str(place), "--role", "founder", "--name", "Zoe", "--yes",
            "--lang", lang, typed=invitation,
        ),
    )  # fmt: skip
    for ended in homeless:
        folder = str(zoe.folder / "engagements")
        assert folder in (ended.out + ended.err).replace("\n", " "), ended


def test_what_is_refused_is_said_and_asked_again(
    ann: Machine, nora: Machine, place: Path, tmp_path: Path
) -> None:
    invitation = ann.coach("share", str(place), "--yes").invitation
    elsewhere = str(tmp_path / "nowhere")
    ended = walked(
        nora, "i", "Dupont", elsewhere, "", "Nora", "", invitation[:-4], invitation, str(place),
        "q",
    )  # fmt: skip
    refused = [line for line in ended.out.splitlines() if line.startswith("! ")]
    assert len(refused) == 3, ended.out
    assert "it begins with coach1-" in refused[0]
    assert "cut or changed" in refused[1]
    assert elsewhere in refused[2]
    assert ended.code == 0
    assert "Dupont" in nora.coach("status").out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_has_arrived_the_invitation_waits_and_nothing_is_begun(
    ann: Machine, nora: Machine, tmp_path: Path, lang: Language
) -> None:
    words, sent = Words(lang), tmp_path / "sent.coach"
    invitation = ann.coach("send", str(sent), "--yes").invitation
    left = walked(nora, "i", "q", lang=lang)
    assert words("walk.nothing-begun") in left.err
    ended = walked(nora, "i", invitation, "", "1", "Nora", "", lang=lang)
    assert ended.code == 0, ended.out + ended.err
    assert words("share.waits") in ended.out
    assert nora.coach("receive", str(sent)).code == 0
    assert "opened by hand" in nora.coach("history").out
