"""What the page says is so: of a mission that ended, of one without a CMO yet, of drawings."""

from __future__ import annotations

import re

import pytest

from .conftest import Coach

BOTH = pytest.mark.parametrize("language", ["en", "fr"])
CMO = {"en": r"\bCMO\b[^<]*waits for|class=.who.>CMO",
       "fr": r"\bCMO\b[^<]*attend|class=.who.>CMO"}  # fmt: skip
LATE = {"en": "if late: the CMO", "fr": "en cas de retard : le CMO"}
IF = {"en": "If it ended today", "fr": "Si la mission finissait"}
OVER = {"en": "It has ended:", "fr": "La mission est finie :"}


def _page(coach: Coach, language: str, name: str = "main") -> str:
    """The page, or one part of it, its no-break spaces as plain ones."""
    made = coach("page", "-", "--lang", language)
    assert made.code == 0, made.err
    whole = re.sub("[\u00a0\u202f]", " ", made.out)
    if name == "main":
        return whole
    found = re.search(rf'<section class="{name}".*?</section>', whole, re.S)
    assert found, name
    return found[0]


@BOTH
def test_nobody_who_is_only_thought_of_waits_or_is_called_on(coach: Coach, language: str) -> None:
    assert coach("new", "Dupont", "--where", "thinking").code == 0
    assert re.search(CMO[language], _page(coach, language)) is None
    framing = _page(coach, language, "owed").partition("</h3>")[2].partition("<h3>")[0]
    assert LATE[language] not in framing
    # The control: once one is to come, they wait and are called on.
    assert coach("set", "first_day=2027-01-04").code == 0
    assert re.search(CMO[language], _page(coach, language))
    framing = _page(coach, language, "owed").partition("</h3>")[2].partition("<h3>")[0]
    assert LATE[language] in framing


@BOTH
def test_a_mission_that_has_ended_is_in_no_stage_and_asks_nothing_if_it_ended(
    coach: Coach, language: str
) -> None:
    begun = ("new", "Dupont", "--start", "2026-01-05", "--days-per-week", "2")
    assert coach(*begun, "--end", "2026-11-23").code == 0
    assert coach("access", "add", "HubSpot").code == 0
    assert IF[language] in _page(coach, language, "accesses")
    assert "<b>" in _page(coach, language, "stages")
    assert IF[language] in coach("access", "list", "--lang", language).err
    assert coach("set", "planned_end=2026-11-20").code == 0
    assert OVER[language] in _page(coach, language, "accesses")
    assert "<b>" not in _page(coach, language, "stages")
    told = coach("access", "list", "--lang", language).err
    assert OVER[language] in re.sub("[\u00a0\u202f]", " ", told)
    assert coach("access", "list", "--json").json["if_it_ended"].keys() == {
        "revoke", "transfer", "documents"
    }  # fmt: skip


def test_the_legend_says_what_is_drawn_and_nothing_else(dupont: Coach) -> None:
    def legend() -> str:
        found = re.search(r'<p class="about">(.*?)</p>', _page(dupont, "en", "kpis"))
        return found[1] if found else ""

    assert dupont("kpi", "add", "mql").code == 0
    for month in range(1, 3):
        assert dupont("kpi", "read", "mql", "40", "--date", f"2026-{month:02}-15").code == 0
    assert legend() == "", "two readings are not drawn"
    assert dupont("kpi", "read", "mql", "50", "--date", "2026-03-15").code == 0
    assert legend() == "The line is the readings."
    assert dupont("kpi", "add", "mql", "--baseline", "40", "--on", "2026-01-15").code == 0
    assert dupont("kpi", "add", "mql", "--target-12", "90").code == 0
    assert legend() == "The line is the readings, the dashes what is aimed at."


def test_what_to_do_is_said_whole_about_a_kpi_of_a_long_name(coach: Coach) -> None:
    assert coach("new", "Dupont", "--start", "2026-06-01", "--days-per-week", "2").code == 0
    name = "Écart entre le dépensé et le prévu, toutes équipes comprises"
    kinds = ("--kind", "below", "--limit", "20", "--unit", "percent", "--cadence", "month")
    assert coach("kpi", "add", "gap", "--name", name, *kinds).code == 0
    for month, value in ((9, "12"), (10, "30")):
        assert coach("kpi", "read", "gap", value, "--date", f"2026-{month:02}-15").code == 0
    assert f"Find out together what went wrong with {name}. 150% worse" in _page(coach, "en")
    assert "what is fixed, what waits." in _page(coach, "en")
    assert re.search("Dégradé de 150 % .*se corrige, ce qui attend", _page(coach, "fr"))


def test_days_a_week_are_counted_as_each_language_counts(coach: Coach) -> None:
    new = ("new", "Dupont", "--start", "2026-11-02", "--days-per-week", "1", "--role", "cmo")
    assert coach(*new).code == 0
    for days, french, english in (
        ("1", "1 jour par semaine", "1 day a week"),
        ("1.5", "1,5 jour par semaine", "1.5 days a week"),
        ("2.5", "2,5 jours par semaine", "2.5 days a week"),
    ):
        assert coach("set", f"days_per_week={days}", "--since", "2026-11-02").code == 0
        for language, said in (("fr", french), ("en", english)):
            made = coach("page", "-", "--clients", "--lang", language)
            told = re.sub("[\u00a0\u202f]", " ", made.out)
            assert told.count(said) == 2, "of the client, and in all"
