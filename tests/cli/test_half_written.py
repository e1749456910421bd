"""Content that is half written, or gone: what is left is said, and where it is wrong is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach_tui.language import Words
from tests.cli.conftest import Coach
from tests.conftest import without

Edited = Callable[[str, Callable[[str], str]], None]
FILE = "advice/framing.toml"
HEAD = '[advice.en]\nwords = "Cut days, or raise the activation'


def unspoken(name: str) -> Callable[[str], str]:
    """The advice on the fee without its English words, or without its English reason."""

    def change(text: str) -> str:
        before, after = text.split(HEAD)
        reason = after.index('reason = "')
        if name == "words":
            return f"{before}[advice.en]\n{after[after.index('fact = ') :]}"
        return f"{before}{HEAD}{after[:reason]}# {after[reason:]}"

    return change


@pytest.fixture
def costly(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """A mission whose fee is above what is left to act."""
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    options = ("--start", "2026-11-23", "--days-per-week", "3", "--day-rate", "1100")
    assert coach("new", "Dupont", *options, "--activation-budget", "50000").code == 0
    return coach


def test_advice_without_its_words_in_one_language_is_said_in_the_other(
    costly: Coach, edited: Edited
) -> None:
    edited(FILE, unspoken("words"))
    told = costly("check", "--lang", "en")
    assert told.code == 3
    line = next(line for line in told.out.splitlines() if "(fee-eats-budget)" in line)
    assert line.startswith("alert: (not written in English yet) Retirez des jours")
    why = costly("why", "fee-eats-budget", "--lang", "en").out
    assert why.startswith("(not written in English yet) Retirez des jours")
    assert why.count("(not written in English yet)") == 1
    assert "Fees should stay within the activation budget" in why
    french = costly("check", "--lang", "fr").out
    assert "Honoraires" in french
    assert "pas encore écrit" not in french


def test_advice_without_its_reason_in_one_language_gives_the_other_one(
    costly: Coach, edited: Edited
) -> None:
    edited(FILE, unspoken("reason"))
    assert "not written in English" not in costly("check", "--lang", "en").out
    why = costly("why", "fee-eats-budget", "--lang", "en").out
    assert why.startswith("Cut days")
    assert "Why\n(not written in English yet) " in why
    assert "Les honoraires ne devraient pas dépasser" in why


@pytest.mark.parametrize("name", ["words", "reason"])
def test_the_check_of_the_playbook_says_which_file_and_line(
    coach: Coach, edited: Edited, name: str
) -> None:
    assert coach("playbook", "check", "--lang", "en").code == 0
    edited(FILE, unspoken(name))
    told = coach("playbook", "check", "--lang", "en")
    assert told.code == 1
    assert told.out == (
        f"content/advice/framing.toml:65: Entry “fee-eats-budget”: en.{name} is missing or empty.\n"
    )


def test_a_kpi_without_its_name_in_one_language_keeps_the_other_one(
    costly: Coach, edited: Edited
) -> None:
    edited("catalogue/kpis.toml", lambda text: text.replace('name = "Cost per lead"\n', "", 1))
    assert costly("kpi", "add", "cpl").code == 0
    listed = costly("kpi", "list", "--lang", "en")
    assert listed.code == 0
    assert "Coût par lead" in listed.out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_rule_nobody_wrote_any_more_still_speaks(
    costly: Coach, edited: Edited, language: str
) -> None:
    edited(FILE, without("fee-eats-budget"))
    told = costly("check", "--lang", language)
    unwritten = Words(language)("advice.unwritten", id="fee-eats-budget")
    assert unwritten in told.out
    why = costly("why", "fee-eats-budget", "--lang", language)
    assert (why.code, why.err) == (0, "")
    assert unwritten in why.out
