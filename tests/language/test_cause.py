"""What the system said went wrong: in the reader's words, or quoted with its number."""

from __future__ import annotations

import errno
import os
import socket
import ssl

import pytest

from coach_tui.language import LANGUAGES, Refusal, Words
from coach_tui.language.cause import Cause

# The commonest refusals of a disk and of a shared folder, and a word that each must be told by.
SAID = {
    "ENOSPC": ("place", "room"), "EROFS": ("lecture seule", "read-only"),
    "EACCES": ("refusé", "refused"), "EPERM": ("refusé", "refused"),
    "ENOTDIR": ("dossier", "folder"), "ENAMETOOLONG": ("trop long", "too long"),
    "EIO": ("erreur", "error"), "EDQUOT": ("quota", "quota"),
    "EBUSY": ("autre programme", "another program"), "ENODEV": ("branché", "plugged in"),
    "ESTALE": ("réseau", "network"), "ENOENT": ("rien", "nothing"),
}  # fmt: skip


def test_what_the_system_said_is_told_in_the_readers_words() -> None:
    for name, told in SAID.items():
        number = getattr(errno, name)
        cause = Cause(OSError(number, os.strerror(number)))
        for language, word in zip(LANGUAGES, told, strict=True):
            said = Words(language).refusal(
                Refusal("refusal.store.write-failed", {"file": "/d/acme.coach", "cause": cause})
            )
            assert word in said, (name, said)
            assert os.strerror(number) not in said, (name, said)
            assert "{" not in said, said


@pytest.mark.parametrize("number", [errno.EPROTO, 4242, -2])
def test_what_we_have_no_words_for_is_quoted_with_its_number(number: int) -> None:
    cause = Cause(OSError(number, "Odd {thing}"))
    for language, quote in (("fr", "«\xa0Odd {thing}\xa0»"), ("en", "“Odd {thing}”")):
        said = Words(language)("cli.unwritten", why=cause)
        assert quote in said, said
        assert f" {number})" in said, said


def test_numbers_that_are_not_the_systems_are_not_read_as_its_own() -> None:
    for error in (socket.gaierror(8, "no such name"), ssl.SSLError(1, "no such name")):
        for language in LANGUAGES:
            said = Words(language)("cli.unwritten", why=Cause(error))
            assert "no such name" in said, said


def test_an_error_that_says_nothing_is_called_by_its_kind() -> None:
    assert "TimeoutError" in Words("en")("cli.unwritten", why=Cause(TimeoutError()))


def test_every_error_with_words_of_ours_is_one_of_the_systems() -> None:
    for language in LANGUAGES:
        for key in Words(language)._subject("system"):
            name = key.removeprefix("system.").upper()
            assert name == "UNKNOWN" or hasattr(errno, name), key
