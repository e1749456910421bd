"""Somebody who never opened a terminal is sent the page and a request, and answers by mail."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

SAID = {"en": "It is open since this morning, with the role you asked for.",
        "fr": "C’est ouvert depuis ce matin, avec le rôle demandé."}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_is_read_the_request_answered_by_mail_and_the_next_page_says_so(
    dupont: Coach, tmp_path: Path, language: str
) -> None:
    said = ("--lang", language)
    add = ("access", "add", "HubSpot", "--category", "crm", "--granter", "Julie Morel")
    assert dupont(*add).code == 0
    page, mail, answer = tmp_path / "page.html", tmp_path / "ask.eml", tmp_path / "answer.eml"
    assert dupont("page", str(page), *said).code == 0
    assert "Julie Morel" in _waits(page)
    asked = dupont("ask", "Julie Morel", "--format", "eml", "-o", str(mail), *said)
    assert asked.code == 0, asked.err
    request = message_from_bytes(mail.read_bytes(), policy=policy.default)
    assert "HubSpot" in request.get_content()

    reply = EmailMessage(policy=policy.default)
    reply["Subject"] = f"Re: {request['Subject']}"
    reply["From"], reply["Received"] = "Julie Morel <julie@example.org>", "by mail"
    quoted = "\n".join(f"> {line}" for line in request.get_content().splitlines())
    reply.set_content(f"{SAID[language]}\n\n{quoted}\n")
    answer.write_bytes(bytes(reply))
    kept = dupont("answer", str(answer), "--from", "Julie Morel", *said)
    assert kept.code == 0, kept.err
    assert SAID[language][:20] in dupont("history", *said).out
    assert dupont("page", str(page), "--force", *said).code == 0
    assert "Julie Morel" not in _waits(page)


def _waits(page: Path) -> str:
    """The part of the page that says who waits for whom."""
    found = re.search(r'<section class="waits".*?</section>', page.read_text("utf-8"), re.S)
    assert found
    return found[0]
