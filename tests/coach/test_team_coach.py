"""The taper and its guards, the absence drill, the facts that make steps done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_catalogue
from coach_tui.coach.named import called, names_of
from coach_tui.coach.rhythm import overview as rhythm
from coach_tui.coach.rhythm.beginning import starting_rituals
from coach_tui.coach.team import overview as team
from coach_tui.coach.team.absence import uncovered
from coach_tui.coach.team.taper import dose_range, off_track_twice, suggest, taper_of
from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.rhythm import facts as rhythm_facts
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.rhythm.dose import dose_on, doses_of, set_dose
from coach_tui.engagement.rhythm.planned import phases_of
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team import facts as team_facts
from coach_tui.engagement.team.absence import log_drill
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.plan import delegate
from coach_tui.engagement.team.skills import amend_skill, keep_skill, log_use
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from tests.engagement.recorded import after, new_id
from tests.engagement.recording import taken, waiting

TODAY = date(2026, 6, 1)
FIRST = date(2026, 1, 5)


@pytest.fixture
def mission() -> Engagement:
    """Two people, the CMO and an agency; reporting rests on Léa alone, the CRM on nobody."""
    known = after(
        Engagement(),
        begin("Acme", FIRST, 3, "cmo"),
        add_person("lea", "Léa"),
        add_person("tom", "Tom"),
        add_person("ann", "Ann", "cmo"),
        keep_skill("da-reporting", 3, True),
        keep_skill("cr-ops", 3, True),
        keep_skill("ac-seo", 1, False),
    )
    return after(known, _rated(known, "lea", "da-reporting", 3), _rated(known, "tom", "ac-seo", 3))


def _rated(known, person, skill, level, side="cmo"):
    proof = {"evidence": "May report", "verified_by": "Eva"} if level >= 3 else {}
    return rate(known, new_id(), person=person, skill=skill, level=level, side=side, day=TODAY,
                today=TODAY, **proof)  # fmt: skip


# The taper


@pytest.mark.parametrize(
    ("index", "days"),
    [(0.0, (2, 3)), (0.2999, (2, 3)), (0.3, (2, 2)), (0.5, (1, 1.5)), (0.6999, (1, 1.5)),
     (0.7, (0.5, 1)), (0.85, (0.5, 1)), (0.8501, (12 / 52, 24 / 52)), (1.0, (12 / 52, 24 / 52))],
)  # fmt: skip
def test_each_index_has_its_dose(index, days):
    assert dose_range(index) == days


def test_the_dose_goes_down_by_half_a_day_a_quarter_until_the_absence_test_is_passed():
    held = suggest(0.72, 3, quarter_ago=3)
    assert (held.wanted, held.suggested) == (1, 2.5)
    assert [guard.key for guard in held.guards] == ["pace"]
    already_cut = suggest(0.72, 2.5, quarter_ago=3)
    assert already_cut.suggested == 2.5
    free = suggest(0.72, 3, quarter_ago=3, test_passed=True)
    assert (free.suggested, free.guards) == (1, ())


def test_it_never_goes_down_over_an_uncovered_critical_skill_or_a_kpi_off_track_twice():
    for held in (suggest(0.6, 3, uncovered=["cr-ops"], test_passed=True),
                 suggest(0.6, 3, off_track=["mql"], test_passed=True)):  # fmt: skip
        assert (held.wanted, held.suggested, len(held.guards)) == (1.5, 3, 1)


def test_it_may_go_up_and_says_nothing_it_does_not_know():
    assert suggest(0.2, 1, uncovered=["cr-ops"]).suggested == 2
    assert suggest(0.2, 1, uncovered=["cr-ops"]).guards == ()
    assert suggest(None, 1).suggested is None
    assert suggest(0.5, None).suggested is None


@given(
    st.floats(0, 1), st.floats(0, 5), st.floats(0, 5), st.booleans(), st.booleans(), st.booleans()
)
def test_guards_only_ever_hold_the_dose_up(index, current, before, skill, kpi, passed):
    taper = suggest(
        index, current, uncovered=["s"] * skill, off_track=["k"] * kpi, quarter_ago=before,
        test_passed=passed,
    )  # fmt: skip
    assert taper.wanted <= taper.suggested <= max(current, taper.wanted)
    if taper.suggested < current:
        assert (skill, kpi) == (False, False)
        assert passed or taper.suggested >= current - 0.5 - 1e-9


def test_the_mission_as_recorded_is_held_back_by_its_uncovered_skill(mission):
    taper = taper_of(mission, TODAY)
    assert taper.autonomy == pytest.approx((1.5 + 0 + 1) / 7)
    assert taper.current == 3
    assert taper.suggested == 3
    assert taper.guards[0].values["ids"] == ("cr-ops",)


def test_phases_add_up_to_days_and_their_cost(mission):
    known = after(
        mission,
        amend(mission, {"day_rate": 1_100, "planned_end": FIRST + timedelta(weeks=44)}),
        set_dose(new_id(), FIRST + timedelta(weeks=13), 1, "index at 72 %"),
    )
    launch, cruise = phases_of(known)
    assert (launch.days, cruise.days) == (39, 31)
    assert launch.cost + cruise.cost == 77_000
    assert dose_on(known, TODAY) == 1
    assert dose_on(known, FIRST) == 3
    assert doses_of(known)[0].why == "index at 72 %"
    assert set_dose("d", TODAY, 6).reason == "refusal.rhythm.dose"
    assert phases_of(Engagement()) == ()


def test_a_kpi_off_track_at_its_last_two_readings_holds_the_dose_up():
    kpi = {"name": "MQL", "unit": "count", "kind": "increase", "baseline": 40,
           "baseline_on": "2026-01-05", "target_6": 100}  # fmt: skip

    def read(known, day, value):
        fields = {"kpi": "mql", "on": day, "value": value}
        return after(known, [Draft("reading", new_id(), fields)])

    known = read(after(Engagement(), [Draft("kpi", "mql", kpi)]), "2026-03-05", 41)
    assert off_track_twice(known, TODAY) == ()
    known = read(known, "2026-04-05", 42)
    assert off_track_twice(known, TODAY) == ("mql",)
    assert off_track_twice(known, date(2026, 4, 1)) == ()
    assert off_track_twice(read(known, "2026-05-05", 90), TODAY) == ()


# The absence drill


def test_what_nobody_else_covers_while_someone_is_away(mission):
    known = after(
        mission,
        hold("weekly-ceo", new_id(), Schedule(FIRST), minutes=60),
        hold("standup", new_id(), Schedule(FIRST, weekdays=(1,)), minutes=30, run_by="team",
             owner="Léa"),
        delegate(mission, "a", "campaign-launch", "lea", 5, 6),
        delegate(mission, "b", "budget-shift", "", 2, 4),
        waiting("d", "Which CRM?", TODAY, owner="léa"),
        promise("p", "Send the figures", TODAY, by="Ann", due=TODAY),
    )  # fmt: skip
    end = TODAY + timedelta(days=11)
    lea = uncovered(known, "lea", TODAY, end)
    assert lea.skills == ("da-reporting",)
    assert lea.rituals == (("standup", 2),)
    assert lea.decisions == ("campaign-launch",)
    assert lea.waiting == ("Which CRM?",)
    cmo = uncovered(known, "cmo", TODAY, end)
    assert cmo.skills == ("cr-ops",)
    assert cmo.rituals == (("weekly-ceo", 2),)
    assert cmo.decisions == ("budget-shift",)
    assert cmo.waiting == ("Send the figures",)
    assert uncovered(known, "ann", TODAY, end)[3:] == cmo[3:]
    assert uncovered(Engagement(), "cmo", TODAY, end).nothing


def test_accesses_and_kpis_with_one_owner_are_told():
    known = after(
        Engagement(),
        begin("Acme", FIRST, 3, "cmo"),
        add_person("lea", "Léa"),
        [Draft("access", "a", {"tool": "HubSpot", "owner": "léa", "admins": 1})],
        [Draft("access", "b", {"tool": "GA4", "owner": "Léa", "admins": 2})],
        [Draft("access", "c", {"tool": "Ads", "owner": "Paul", "cmo_owns": True})],
        [Draft("access", "d", {"tool": "Old", "owner": "Léa", "na_reason": "not used"})],
        [Draft("kpi", "k", {"name": "MQL", "keeper": "Léa"})],
    )
    lea = uncovered(known, "lea", TODAY, TODAY)
    assert (lea.accesses, lea.kpis) == ((("a", "HubSpot"),), ("k",))
    assert uncovered(known, "cmo", TODAY, TODAY).accesses == (("c", "Ads"),)


def test_a_second_person_at_3_lets_the_first_go_on_holiday(mission):
    known = after(mission, _rated(mission, "tom", "da-reporting", 3))
    assert uncovered(known, "lea", TODAY, TODAY).skills == ()


# The facts


def test_the_facts_of_the_team(mission):
    assert team_facts.mapped(mission) == ""
    names = [f"skill-{number}" for number in range(9)]
    full = after(mission, *(keep_skill(name, 1, False) for name in names))
    assert proof_words(team_facts.mapped(full), Words("fr")) == "12 compétences"
    assert team_facts.rated(mission) == ""
    both = mission
    for person in ("lea", "tom"):
        for skill in ("da-reporting", "cr-ops", "ac-seo"):
            both = after(both, _rated(both, person, skill, 1), _rated(both, person, skill, 2,
                                                                      "member"))  # fmt: skip
    assert team_facts.rated(both) == "Léa, Tom"
    named = after(mission, amend_skill(mission, "cr-ops", backup="tom"),
                  amend_skill(mission, "da-reporting", backup="tom"))  # fmt: skip
    assert team_facts.backed_up(named) == ""
    for skill in ("cr-ops", "da-reporting"):
        named = after(named, log_use(named, new_id(), skill, "tom", TODAY, TODAY))
    assert team_facts.backed_up(named) == "Tom"
    board = mission
    for number in range(10):
        board = after(board, delegate(board, f"d{number}", f"choice {number}", "lea", 3, 5))
    assert proof_words(team_facts.delegated(board), Words("en")) == "10 decisions delegated"
    away = log_drill(mission, "x", "cmo", TODAY - timedelta(days=20), TODAY - timedelta(days=9),
                     "passed", TODAY)  # fmt: skip
    assert proof_words(team_facts.drill_passed(after(mission, away)), Words("fr")) == (
        "du 12 mai 2026 au 23 mai 2026"
    )


def test_the_next_move_with_someone_starts_from_their_lowest_level(mission):
    levels, problems = load_catalogue("skill-levels")
    assert not problems
    moves = team.next_moves(mission, "lea", levels, TODAY)
    assert [(move.level, move.skill) for move in moves][-1] == (3, "da-reporting")
    assert moves[0].entry.words["fr"]["name"] == "Pas commencé"


def test_a_skill_gone_from_the_catalogue_keeps_a_name():
    names = names_of(load_catalogue("skills")[0], "fr")
    assert called("ac-seo", "", names) == "SEO et visibilité organique"
    assert called("old-skill", "", names) == "old skill"
    assert called("old-skill", "Salons", names) == "Salons"


# The rhythm


def test_the_rituals_to_begin_with_follow_the_dose():
    entries = load_catalogue("rituals")[0]

    def proposed(days):
        return {p.entry.id: p.schedule.cadence for p in starting_rituals(entries, days,
                                                                               FIRST)}  # fmt: skip

    assert proposed(3)["standup"] == "twice-weekly"
    assert proposed(1)["standup"] == "weekly"
    assert proposed(0.5) == {
        "weekly-ceo": "fortnightly", "standup": "weekly", "monthly-report": "monthly"
    }  # fmt: skip
    assert proposed(None) == proposed(2)


def test_the_agenda_gathers_what_waits(mission):
    known = after(
        mission,
        waiting("d", "Which CRM?", TODAY - timedelta(days=15)),
        waiting("e", "Which agency?", TODAY),
        taken("f", "Stop the show", FIRST, why="no lead", review=TODAY),
        promise("p", "Send it", FIRST, by="Ann", due=TODAY - timedelta(days=2)),
        promise("q", "Later", FIRST, due=TODAY),
        _rated(mission, "tom", "cr-ops", 1),
        _rated(mission, "tom", "cr-ops", 3, "member"),
    )
    lines = [(line.key, line.what, line.days) for line in rhythm.agenda_of(known, TODAY)]
    assert lines == [
        ("review", "Stop the show", 0),
        ("stale", "Which CRM?", 15),
        ("open", "Which agency?", 0),
        ("promise", "Send it", 2),
        ("gap", "cr-ops", 0),
    ]


def test_the_load_and_the_facts_of_the_rhythm(mission):
    assert rhythm.load_of(Engagement(), TODAY).share is None
    known = after(mission, hold("weekly-ceo", new_id(), Schedule(FIRST), minutes=480))
    load = rhythm.load_of(known, TODAY)
    assert load.share == pytest.approx(1 / 3)
    assert load.too_much
    assert rhythm_facts.weekly_hour_held(known) == ""
    assert rhythm_facts.decision_first(known) == ""
