"""`coach walk`: the week asked line by line, of somebody at a terminal or of what is piped in."""

from __future__ import annotations

import io
import os
import re
import sys

import pytest

from coach_tui import places
from coach_tui.asking.sheet import Pick, Several
from coach_tui.cli.walk_choosing import choice_meant, choose_several, picked
from coach_tui.cli.walk_listening import Listener
from coach_tui.engagement.profile import BEGINNINGS
from coach_tui.language import LANGUAGES, Language, Refusal, Words
from coach_tui.listing import list_engagements

from .conftest import Coach, Ended

OBEYED = re.compile("[\u2500-\u259f\x1b\x07\x9b\u202e]")  # frames, blocks, what terminals obey
BEGUN = ("Dupont", "signed", "Anne", "founder", "2026-11-22", "2")
# What comes before the end foreseen, whose day had passed before the file was begun: put off here.
BEFORE = ("s",) * 4


def piped(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def walk(coach: Coach, *lines: str, lang: Language = "en", options: tuple[str, ...] = ()) -> Ended:
    ended = coach("walk", "--lang", lang, *options, stdin=piped(*lines))
    assert not OBEYED.search(ended.out + ended.err)
    assert "Traceback" not in ended.err
    return ended


def told(name: str) -> str:
    """What the one engagement says of this field."""
    (only,) = list_engagements(places.home(None, os.environ))
    return str(getattr(only.profile, name))


def beginning(where: str) -> tuple[str, ...]:
    """The answers of somebody who is there: only what the beginning asks of them."""
    role = () if where == "successor" else ("1",)
    first = () if where in ("thinking", "looking") else ("2026-12-07",)
    days = ("2",) if where in ("signed", "begun") else ()
    return ("Dupont", where, "Anne", *role, *first, *days)


@pytest.mark.parametrize("where", BEGINNINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_beginning_is_begun_and_the_week_gone_through(
    coach: Coach, where: str, lang: Language
) -> None:
    """Every move is put off, all the way to the end; then the week's end is said."""
    words = Words(lang)
    ended = walk(coach, *beginning(where), *["s"] * 40, lang=lang)
    assert ended.code == 0, ended.err
    assert words("walk.saved") in ended.out
    asked = ended.out.count(words("walk.do"))
    assert ended.out.count(words("walk.later")) == asked
    assert asked or words("walk.waiting", who=words("role.founder"), n=1) in ended.out
    assert words("move.all-done") in ended.out
    assert ended.out.count(words("walk.keys")) == 1, "the keys are said once"
    assert told("beginning") == where
    assert told("company") == "Dupont"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_week_of_a_signed_mission_is_answered(coach: Coach, lang: Language) -> None:
    """The end foreseen is asked; a proof shows the next as done elsewhere."""
    end = "2027-06-30"
    ended = walk(
        coach, *BEGUN, *BEFORE, "", end, "e", "le plan signé", "", "", *["s"] * 60, lang=lang
    )
    assert ended.code == 0, ended.err
    assert told("planned_end") == "2027-06-30"
    assert ended.out.count(Words(lang)("walk.saved")) >= 3
    history = coach("history", "--json")
    assert "le plan signé" in history.out


def test_the_first_day_proposed_hangs_on_where_one_is(coach: Coach) -> None:
    """Signed and not begun: next Monday, said to be proposed, which an empty line keeps."""
    for where, lang, first in (("signed", "fr", "2026-11-23"), ("begun", "en", "2026-11-22")):
        ended = walk(coach, "Dupont", where, "Anne", "1", "", "2", "q", lang=lang)
        said = f", {Words(lang)('welcome.first-day.proposed')}]"
        assert (said in ended.out) == (where == "signed")
        assert told("first_day") == first
        assert coach("forget", "Dupont", "--yes", "Dupont").code == 0


def test_a_refused_answer_is_said_and_asked_again(coach: Coach) -> None:
    ended = walk(coach, "Dupont", "nowhere", "3", "Anne", "boss", "fou", "32/13", "2026-12-07",
                 "nine", "2", "q")  # fmt: skip
    assert ended.code == 0
    refused = [line for line in ended.out.splitlines() if line.startswith("! ")]
    assert [next(w for w in ("nowhere", "boss", "32/13", "nine") if w in line)
            for line in refused] == ["nowhere", "boss", "32/13", "nine"]  # fmt: skip
    assert told("first_day") == "2026-12-07"
    assert told("days_per_week") == "2.0"


def test_after_a_refusal_only_the_answer_it_is_about_is_asked_again(coach: Coach) -> None:
    ended = walk(coach, "Dupont", "signed", "Anne", "founder", "2026-12-07", "12", "2", "q")
    label = Words("en")("profile.first_day")
    assert ended.out.count(f"{label} [") == 1
    assert told("days_per_week") == "2.0"


def test_where_the_input_ends_the_question_is_named(coach: Coach) -> None:
    nothing = walk(coach, "Dupont", "signed")
    assert nothing.code == 1
    assert Words("en")("welcome.person") in nothing.err
    assert Words("en")("walk.nothing-begun") in nothing.err, "nothing is said to be saved"
    assert coach("list", "--json").json == []
    begun = walk(coach, *BEGUN, *BEFORE, "")
    assert begun.code == 1
    assert Words("en")("profile.planned_end") in begun.err
    assert Words("en")("walk.all-saved") in begun.err


def test_a_refused_answer_with_nothing_after_it_names_its_question(coach: Coach) -> None:
    refused = walk(coach, "Dupont", "signed", "Anne", "founder", "32/13")
    assert refused.code == 1
    assert "! " in refused.out
    assert Words("en")("profile.first_day") in refused.err
    assert coach("list", "--json").json == []


def test_leaving_says_what_was_saved_and_what_was_begun(coach: Coach) -> None:
    for letter in ("q", "Q", "s"):
        left = walk(coach, "Dupont", letter)
        assert left.code == 0
        assert Words("en")("walk.nothing-begun") in left.err
    left = walk(coach, *BEGUN, "q")
    assert left.code == 0
    assert Words("en")("walk.all-saved") in left.err


def test_back_asks_the_question_before_over_those_not_asked(coach: Coach) -> None:
    walk(coach, "Dupond", "b", "Dupont", "successor", "Anne", "b", "Zoé", "b", "b", "successor",
         "Anna", "2026-12-07", "q")  # fmt: skip
    assert told("company") == "Dupont"
    assert (told("first_day"), told("successor_first_day")) == ("None", "2026-12-07")
    history = coach("history", "--json").out
    assert "successor/Anna" in history, "the role of who takes over is not asked for"


def test_a_question_mark_explains_and_asks_again(coach: Coach) -> None:
    ended = walk(coach, "?", "Dupont", "signed", "?", "Anne", "1", "2026-12-07", "2", "?", "q")
    assert Words("en")("walk.explain") in ended.out
    assert Words("en")("welcome.optional") in ended.out
    assert ended.out.count(Words("en")("walk.do")) == 2, "what the step is for, then again"


def test_what_is_no_answer_to_a_move_does_nothing(coach: Coach) -> None:
    ended = walk(coach, *BEGUN, *BEFORE, "non", "yes", "2027-06-30", "q")
    assert "! “non”" in ended.out
    assert told("planned_end") == "2027-06-30"


def test_minutes_bound_the_walk_and_nothing_is_said_to_be_done(coach: Coach) -> None:
    ended = walk(coach, *BEGUN, *BEFORE, "", "2027-06-30", options=("--minutes", "1"))
    assert ended.code == 0, ended.err
    assert Words("en")("walk.time") in ended.out
    assert Words("en")("move.all-done") not in ended.out
    assert walk(coach, options=("--minutes", "many")).code == 1


def test_a_role_may_be_taken_and_one_there_is_not_is_refused(coach: Coach) -> None:
    walk(coach, *BEGUN, "q")
    assert walk(coach, options=("--as", "boss")).code == 1
    other = walk(coach, *["s"] * 60, options=("--as", "cmo/Léa"))
    assert other.code == 0
    assert "cmo/Léa" in coach("history", "--json").out


class Interrupted(io.RawIOBase):
    """What is typed, then Ctrl+C."""

    encoding = "utf-8"

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self._lines = list(lines)

    @property
    def buffer(self) -> Interrupted:
        return self

    def readline(self, size: int | None = -1, /) -> bytes:
        if not self._lines:
            raise KeyboardInterrupt
        return f"{self._lines.pop(0)}\n".encode()


def test_ctrl_c_keeps_what_was_answered_and_what_was_typed(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk(coach, *BEGUN, *BEFORE, "", "2027-06-30", "q")
    first = half_way(coach, monkeypatch)
    assert Words("en")("walk.half-kept", title="x").partition("“")[0] in first.err
    again = walk(coach, "", "q")
    assert Words("en")("walk.typed-before") in again.out
    assert "[seen with Anne]" in again.out
    assert told("planned_end") == "2027-06-30"


def half_way(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Answer the first question of the first form, then interrupt."""
    monkeypatch.setattr(sys, "stdin", Interrupted("", "seen with Anne"))
    ended = coach("walk", "--lang", "en")
    assert ended.code == 0, ended.err
    return ended


def test_what_people_wrote_reaches_no_terminal_as_an_order(coach: Coach) -> None:
    nasty = "\x1b]0;owned\x07Dupont\x1b[2J\u202e\x9b31m"
    walk(coach, nasty, *BEGUN[1:], "", "2027-06-30", "e", nasty, "", "", *["s"] * 60)
    assert "Dupont" in told("company")
    coach("set", f"finished={nasty}")
    walk(coach, *["?", "s"] * 30)


def test_bytes_that_are_no_text_cost_their_line_alone(coach: Coach) -> None:
    said = b"Soci\xe9t\xe9\n" + "\n".join(("Société", *BEGUN[1:], "q")).encode() + b"\n"
    ended = coach("walk", "--lang", "en", stdin=said)
    assert ended.code == 0, ended.err
    assert Words("en").refusal(Refusal("refusal.walk.not-text")) in ended.out
    assert told("company") == "Société"


# Choices

FRUIT = (("a", "Apple"), ("p", "Pear"), ("q", "Apple pie"), ("c", "Cherry"))


def heard(*lines: str) -> Listener:
    left = iter(lines)
    return Listener(Words("en"), lambda: next(left))


def test_a_choice_is_meant_by_number_id_name_or_how_it_begins() -> None:
    meant = {"2": "p", "PEAR": "p", "c": "c", "che": "c", "apple": "a", "app": None, "0": None,
             "5": None, "²": None, "9" * 5000: None}  # fmt: skip
    assert {said: choice_meant(said, FRUIT) for said in meant} == meant


def test_letters_narrow_a_list_and_numbers_are_then_of_what_is_listed() -> None:
    said: list[str] = []
    pick = Pick("Which", "", FRUIT, lambda answer: said.append(answer))
    assert picked(heard("ppl", "2"), pick) == "q"
    assert picked(heard("?", "kiwi", "pear"), pick) == "p"
    assert picked(heard("kiwi"), pick._replace(free="or your own")) == "kiwi"
    assert picked(heard("b", "", "1"), pick._replace(free="or your own")) == "a"


def test_an_empty_line_sets_aside_no_whole_list() -> None:
    kept: list[tuple[str, ...]] = []

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        kept.append(chosen)
        return None

    several = Several("Which", "", FRUIT, submit)
    choose_several(heard("", "", "9", "1, 4"), several)
    choose_several(heard("0"), several)
    choose_several(heard("1 2"), several._replace(chosen=("a",)))
    choose_several(heard(""), several._replace(chosen=("a",)))
    assert kept == [("a", "c"), (), ("p",), ("a",)]
