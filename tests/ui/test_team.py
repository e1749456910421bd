"""The team's screen: the matrix, the ratings apart, how the CMO steps back."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.levels import assessments_of, level_at, rate
from coach_tui.engagement.team.people import add_person, people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import keep_skill, log_use, skills_of
from coach_tui.ui.team.rows import told_apart
from coach_tui.ui.widgets.matrix import Matrix

from .conftest import screen_text

HOSTILE = "[/x] [x] | \x1b[2J <script> \u202etxet"
TODAY = date(2026, 3, 12)


def record_level(session, person, skill, level, side="cmo"):
    proof = {"evidence": HOSTILE, "verified_by": "Eva"} if level >= 3 else {}
    session.record(
        rate(session.engagement, session.new_id(), person=person, skill=skill, level=level,
             side=side, day=TODAY, today=TODAY, **proof)
    )  # fmt: skip


@pytest.fixture
def team(acme):
    """The worked example: Léa and Tom, three skills; the CMO is rated too."""
    for person, name, kind in (("lea", "Léa", "internal"), ("tom", "Tom", "internal"),
                               ("ann", "Ann", "cmo")):  # fmt: skip
        acme.record(add_person(person, name, kind))
    for skill, weight, critical in (("da-reporting", 3, True), ("ac-seo", 1, False),
                                    ("cr-ops", 3, True)):  # fmt: skip
        acme.record(keep_skill(skill, weight, critical))
    record_level(acme, "lea", "da-reporting", 3)
    record_level(acme, "tom", "da-reporting", 2)
    record_level(acme, "tom", "ac-seo", 3)
    record_level(acme, "ann", "cr-ops", 4)
    for skill, person in (("da-reporting", "tom"), ("cr-ops", "lea")):
        acme.record(log_use(acme.engagement, acme.new_id(), skill, person, TODAY, TODAY))
    return acme


async def test_the_sheet_goes_out_as_a_file_in_a_language_with_ratings_only_if_asked(
    opened, team, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with opened(team.path) as (app, pilot):
        await pilot.press("6", "e", "ctrl+s")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#field-language").value = "fr"
        app.screen.query_one("#field-ratings").value = "yes"
        app.screen.query_one("#field-path").value = str(tmp_path / "equipe.md")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    plain = (tmp_path / "acme-team.md").read_text()
    rated = (tmp_path / "equipe.md").read_text()
    assert plain.startswith("# Acme: team and autonomy")
    assert "Tom" not in plain
    assert rated.startswith("# Acme\u00a0: équipe et autonomie")
    assert "Tom" in rated


async def test_the_matrix_shows_levels_as_digits_and_shades_and_the_index(opened, team):
    async with opened(team.path) as (app, pilot):
        await pilot.press("6")
        await pilot.pause()
        shown = screen_text(app)
        assert "Autonomy index: 57% (progressing)" in shown
        reporting = next(line for line in shown.splitlines() if "Reporting" in line)
        assert "*" in reporting
        assert "3 ■■■·" in reporting
        assert "2 ■■··" in reporting
        assert "75% !" in reporting
        assert "▼" not in shown, "every skill is in sight"
        assert "°Ann" in shown  # marked: never cover
        crm = next(line for line in shown.splitlines() if line.startswith("│ * CRM"))
        assert "25% ■" in crm
        app.go_to_record("team", "ac-seo")
        app.go_to_record("team", "tom")
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(Matrix).pointed == ("ac-seo", "tom")


async def test_fifteen_people_and_every_skill_scroll_both_ways_and_heads_stay(opened, acme):
    for number in range(15):
        acme.record(add_person(f"p{number:02}", f"Person{number:02}"))
    async with opened(acme.path) as (app, pilot):
        await pilot.press("6", "s", "a", "enter")
        await pilot.pause()
        assert len(skills_of(app.session.engagement)) == 22
        await pilot.press("end", *["pagedown"] * 3)
        await pilot.pause()
        shown = screen_text(app)
        assert app.screen.query_one(Matrix).pointed == ("pm-launch", "p14")
        heads = next(line for line in shown.splitlines() if line.startswith("│ Skill"))
        assert "‹" in heads
        assert "Launches and product" in shown
        await pilot.press("home")
        await pilot.pause()
        assert "›" in screen_text(app)


async def test_a_rating_from_3_asks_for_its_evidence(opened, team):
    async with opened(team.path, size=(100, 40)) as (app, pilot):
        await pilot.press("6", "enter")  # Léa, CRM
        await pilot.pause()
        app.screen.query_one("#field-level").value = "3"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "needs its evidence" in screen_text(app)
        app.screen.query_one("#field-evidence", Input).value = "June import"
        app.screen.query_one("#field-verified_by", Input).value = "Ann"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Ann gives this level" in screen_text(app), "who rates can't verify it too"
        app.screen.query_one("#field-verified_by", Input).value = "Tom"
        await pilot.press("ctrl+s")
        await pilot.pause()
        rated = level_at(app.session.engagement, "lea", "cr-ops", TODAY)
        assert (rated.level, rated.evidence) == (3, "June import")
        assert "Léa alone carries" in screen_text(app)


async def test_each_side_rates_without_seeing_the_other_until_both_have(opened, team):
    record_level(team, "lea", "cr-ops", 1)
    async with opened(team.path, size=(100, 40)) as (app, pilot):
        await pilot.press("6", "g")
        await pilot.pause()
        own = screen_text(app)
        assert "Own ratings" in own
        assert "1 ░░" not in own
        assert "CMO: 1" not in own
        assert "57%" not in own
        await pilot.press("g")
        await pilot.pause()
        assert "1/" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one("#field-level").value == "0"
        await pilot.press("escape")
        await pilot.press("g", "g", "enter")
        await pilot.pause()
        assert app.screen.query_one("#field-side").value == "member"
        app.screen.query_one("#field-level").value = "4"
        app.screen.query_one("#field-evidence", Input).value = "I did it"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        revealed = screen_text(app)
        assert "1/4!" in revealed
        assert "own rating: 4" in revealed


@pytest.mark.parametrize(("size", "language"), [((80, 24), "fr"), ((40, 15), "en")])
async def test_hostile_words_are_shown_as_they_are(opened, team, size, language):
    team.record(add_person("bad", HOSTILE))
    team.record(keep_skill("aa-bad", 1, False, HOSTILE))
    record_level(team, "bad", "aa-bad", 3)
    async with opened(team.path, size=size, language=language) as (app, pilot):
        await pilot.press("6")
        await pilot.pause()
        assert "[/x] [x] |" in screen_text(app)
        await pilot.press("end", "left")
        for key in ("i", "m", "e") if size == (80, 24) else ():
            await pilot.press(key, *(("ctrl+s",) if key == "e" else ()))  # the form, then the sheet
            await pilot.pause()
            assert "[/x] [x]" in screen_text(app).replace("\\", "")
            assert "\x1b" not in screen_text(app)
            await pilot.press("escape")


async def test_an_empty_team_says_what_to_do(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await pilot.press("6")
        await pilot.pause()
        assert "a  Ajouter une personne" in screen_text(app)
        await pilot.press("a", *"Zoé", "ctrl+s")
        await pilot.pause()
        assert [person.name for person in people_of(app.session.engagement).values()] == ["Zoé"]
        assert "Aucune compétence sur la carte" in screen_text(app)


async def test_a_map_without_a_skill_is_said_to_be_empty_once(opened, acme):
    acme.record(add_person("ann", "Ann"))
    for language, said in (("en", "skill on the map"), ("en", "No skill"), ("fr", "sur la carte")):
        async with opened(acme.path, language=language) as (app, pilot):
            await pilot.press("6")
            await pilot.pause(0.2)
            assert screen_text(app).count(said) == 1, screen_text(app)


async def test_skills_chosen_before_anybody_is_there_are_not_asked_for_again(opened, acme):
    acme.record(keep_skill("da-reporting", 3, True))
    for language, said in (("en", "skills are chosen"), ("fr", "compétences sont choisies")):
        async with opened(acme.path, language=language) as (app, pilot):
            await pilot.press("6")
            await pilot.pause(0.2)
            assert said in screen_text(app), screen_text(app)


async def test_someone_leaves_and_is_no_more_in_the_matrix(opened, team):
    async with opened(team.path, size=(100, 40)) as (app, pilot):
        await pilot.press("6", "o")
        await pilot.pause()
        app.screen.query_one("#field-left", Input).value = "2026-03-12"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert people_of(app.session.engagement)["lea"].left == TODAY
        shown = screen_text(app)
        assert "Léa left on 12 March 2026" in shown
        heads = next(each for each in shown.splitlines() if "°Ann" in each)
        assert "Tom" in heads
        assert "Léa" not in heads, "said above, and in no column of the matrix"


async def test_twelve_of_one_first_name_are_told_apart_in_the_narrow_columns(opened, acme):
    lasts = ("Blanc", "David", "Durand", "Faure", "Garcia", "Leroy", "Michel", "Moreau", "Morel")
    for last in (*lasts, "Petit", "Roux", "Simon"):
        acme.record(add_person(last.lower(), f"Marie {last}", "internal"))
    acme.record(keep_skill("da-reporting", 3, True))
    async with opened(acme.path, size=(80, 24)) as (app, pilot):
        await pilot.press("6")
        await pilot.pause(0.2)
        heads = next(each for each in screen_text(app).splitlines() if "Durand" in each)
        assert "Blanc  David  Durand Faure" in heads, heads
    for names, told in (
        (["Anne de Vries", "Anne Roy"], ["de Vries", "Roy"]),
        (["Jean Le Goff", "Jean de La Tour"], ["Le Goff", "de La Tour"]),
        (["Anne Roy", "Paul Roy"], ["Anne", "Paul"]),
        (["Marie (chef de produit)", "Marie (chef de projet)"],) * 2,
        (["Zoé"], ["Zoé"]),
    ):
        assert [told_apart(each, names) for each in names] == told


async def test_the_drill_the_dose_and_the_board(opened, team):
    async with opened(team.path, size=(100, 40)) as (app, pilot):
        await pilot.press("6", "x")
        await pilot.pause()
        app.screen.query_one("#field-person").value = "tom"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "SEO and organic visibility" in screen_text(app)
        assert "what nobody else covers" in screen_text(app)
        await pilot.press("escape", "x")
        await pilot.pause()
        app.screen.query_one("#field-start", Input).value = "2026-02-16"
        app.screen.query_one("#field-end", Input).value = "2026-02-27"
        app.screen.query_one("#field-result").value = "passed"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert drills_of(app.session.engagement)[0].result == "passed"
        await pilot.press("t")
        await pilot.pause()
        assert "stay at 2 days a week" in screen_text(app)
        assert "critical" in screen_text(app)
        await pilot.press("escape", "b", "enter")
        await pilot.pause()
        app.screen.query_one("#field-decision", Input).value = "Choose an agency"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [line.decision for line in board_of(app.session.engagement).values()] == [
            "Choose an agency"
        ]


async def test_the_history_names_people_and_tells_no_sides_rating(opened, team):
    async with opened(team.path, size=(100, 30)) as (app, pilot):
        await pilot.press("9")
        await pilot.pause()
        shown = screen_text(app)
        assert "person: Léa" in shown
        assert "level" not in shown
        assert "critical: yes" in shown


async def test_two_windows_rating_at_once_are_both_kept_and_the_later_is_shown(opened, team):
    async with opened(team.path) as (app, pilot):
        await pilot.press("6")
        await pilot.pause()
        record_level(team, "tom", "cr-ops", 1)  # the other window, which has not seen this one
        record_level(app.session, "tom", "cr-ops", 2)
        app.look_for_news()
        await pilot.pause()
        crm = next(line for line in screen_text(app).splitlines() if line.startswith("│ * CRM"))
        assert "2 ■■··" in crm
        made = assessments_of(app.session.engagement)["tom", "cr-ops", "cmo"]
        assert [each.level for each in made] == [1, 2]
