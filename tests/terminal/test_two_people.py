"""Two terminals, two homes, one folder: invite, join, tick, confirm; in French and in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment, run

CRM = {"fr": "Ouvrir l’accès au CRM", "en": "Open CRM access"}
YES = {"fr": "oui", "en": "yes"}
BEGIN = ("new", "Acme", "--start", "2026-03-02", "--days-per-week", "2", "--role", "cmo")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_invites_the_other_joins_and_ticks_the_first_confirms(
    tmp_path: Path, language: str
) -> None:
    ann, nora = (environment(tmp_path / name, language) for name in ("ann", "nora"))
    (tmp_path / "shared").mkdir()
    assert run(ann, *BEGIN).returncode == 0

    with Terminal([*COACH, "share", str(tmp_path / "shared")], 120, 40, ann) as invites:
        invites.wait_for(YES[language])
        invites.type(f"{YES[language]}\r")
        assert invites.wait_for_exit() == 0
        [invitation] = set(re.findall(rb"coach1-[\w-]+", invites.raw))

    with (
        Terminal(COACH, 120, 40, ann) as first,
        Terminal([*COACH, "join"], 80, 24, nora) as second,
    ):
        second.wait_for("invitation")
        second.type(f"{invitation.decode()}\r")
        second.wait_for(r"e-mail|by email")
        assert invitation not in second.raw, "it is not shown"
        second.type(f"{tmp_path / 'shared'}\r")
        second.wait_for("Acme")
        second.wait_for(r"Votre rôle|Your role")
        second.type("founder\r")
        second.wait_for(r"Votre nom|Your name")
        second.type("Nora\r")
        second.wait_for("Acme · (Maintenant|Now)")  # it ends on Now
        second.wait_for("Nora")
        first.wait_for("Acme · (Maintenant|Now)")

        for terminal in (first, second):
            terminal.press("2")
            terminal.wait_for(CRM[language])
        second.press("down", "space")
        second.wait_for("Ctrl.S")
        second.type("vu")
        second.press("ctrl+s")
        second.wait_for(r"· 1/8")
        first.wait_for(r"· 1/8")  # by itself
        first.wait_for("Nora")
        first.press("down", "c")
        first.wait_for(r"(?i)confirm[ée]")
        first.press("q")
        assert first.wait_for_exit() == 0
        second.press("9")
        second.wait_for(r"(?i)CMO.*confirm")
        second.press("q")
        assert second.wait_for_exit() == 0

    told = run(nora, "history").stdout
    assert "Nora" in told
    assert re.search(r"(?i)confirm", told.splitlines()[0])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whoever_walks_joins_there_and_the_invitation_is_not_shown(
    tmp_path: Path, language: str
) -> None:
    ann, nora = (environment(tmp_path / name, language) for name in ("ann", "nora"))
    (tmp_path / "shared").mkdir()
    assert run(ann, *BEGIN).returncode == 0
    invitation = run(ann, "share", str(tmp_path / "shared"), "--yes").stdout.splitlines()[-1]

    with Terminal([*COACH, "walk"], 80, 24, nora) as walk:
        walk.wait_for(r"Entreprise|Company")
        walk.type("i\r")
        walk.wait_for(r"Invitation\s?:")
        walk.type(f"{invitation}\r")
        walk.wait_for(r"Dossier|Folder")
        walk.type(f"{tmp_path / 'shared'}\r")
        walk.wait_for(r"Mon rôle|My role")
        walk.type("1\r")
        walk.wait_for(r"Mon nom|My name")
        walk.type("Nora\r")
        walk.wait_for(r"Regarder|Look only")
        walk.type("\r")
        walk.wait_for(r"Nora")
        walk.wait_for(r"Le faire|Do it")
        assert invitation.encode() not in walk.raw
        walk.type("q\r")
        assert walk.wait_for_exit() == 0
    assert "Acme" in run(nora, "status").stdout
