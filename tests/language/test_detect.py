"""The language nobody chose: what was asked for, then the locale, then the system, then English."""

from __future__ import annotations

import pytest

from coach_tui.language.detect import detect


@pytest.mark.parametrize(
    ("env", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_CA@euro"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LC_ALL": "fr_FR", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LANG": "fr_FR"}, "fr"),
        ({"COACH_LANG": "fr", "LANG": "en_US"}, "fr"),
        ({"COACH_LANG": "FR-be", "LANG": "en_US"}, "fr"),
        ({"COACH_LANG": "en", "LANG": "fr_FR"}, "en"),
        ({"COACH_LANG": "klingon", "LANG": "fr_FR"}, "fr"),
        ({"LANG": "frp"}, "en"),
        ({"LANG": "\x1b[2J"}, "en"),
    ],
)
def test_who_has_the_say(env: dict[str, str], language: str) -> None:
    assert detect(env, platform="linux") == language


def test_a_chosen_locale_keeps_the_system_from_being_asked() -> None:
    assert detect({"LANG": "C"}, platform="darwin") == "en"
