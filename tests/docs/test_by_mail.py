"""The READMEs' lines for somebody who never opens a terminal: she answers by mail alone."""

from __future__ import annotations

import json
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from .typed import block, typed

BEGUN = "coach new Dupont --start 2026-11-02 --days-per-week 2 --role cmo\n"


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.fr.md", "fr")])
def test_what_is_sent_is_read_and_what_comes_back_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readme: str, language: str
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-11-22")
    sent, ticked, told = (part for part in block(readme, "by mail").split("\n#"))
    typed(BEGUN + sent, tmp_path, language)
    page = (tmp_path / "dupont.html").read_text("utf-8")
    assert "Dupont" in page
    asked = message_from_bytes((tmp_path / "request.eml").read_bytes(), policy=policy.default)
    assert {status for _, status in _asked(tmp_path, asked)} == {"doing"}

    quoted = "\n".join(f"> {line}" for line in asked.get_content().splitlines())
    for name, said in (
        ("ticked.eml", re.sub(r"\[ \](?!.*business-objectives)", "[x]", quoted)),
        ("answer.eml", f"Twice the revenue.\n\n{quoted}"),
    ):
        reply = EmailMessage(policy=policy.default)
        reply["Subject"], reply["From"] = f"Re: {asked['Subject']}", "Nora <nora@example.org>"
        reply.set_content(said)
        (tmp_path / name).write_bytes(bytes(reply))
    typed("#" + ticked, tmp_path, language)
    stand = dict(_asked(tmp_path, asked))
    assert stand.pop("business-objectives") == "doing"
    assert {*stand.values()} == {"done"}
    typed("#" + told, tmp_path, language)
    assert {status for _, status in _asked(tmp_path, asked)} == {"done"}
    assert "Twice the revenue." in typed("coach history", tmp_path, language)


def _asked(folder: Path, mail: EmailMessage) -> list[tuple[str, str]]:
    """The steps that the message asks for, and where each stands."""
    text = mail.get_content()
    steps = json.loads(typed("coach today --all --json", folder))["all"]
    return [(each["id"], each["status"]) for each in steps if f"(coach#{each['id']})" in text]
