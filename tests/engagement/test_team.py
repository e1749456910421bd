"""Who can do what alone: the worked example, and what must never change the numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Draft
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import drills_of, log_drill, passed_test
from coach_tui.engagement.team.cover import (
    autonomy_index,
    covers_of,
    index_history,
    key_people,
    percent,
    verdict,
)
from coach_tui.engagement.team.levels import gaps_of, level_at, rate, to_reconfirm
from coach_tui.engagement.team.people import (
    add_person,
    labels_of,
    leave,
    people_of,
    set_person,
)
from coach_tui.engagement.team.plan import board_of, delegate, delegated_share, goals_of, set_goal
from coach_tui.engagement.team.skills import (
    amend_skill,
    drop_skill,
    keep_skill,
    log_use,
    skills_of,
    uses_of,
)
from coach_tui.language import Refusal

from .recorded import after, new_id

TODAY = date(2026, 3, 12)


def rated(engagement, person, skill, level, side="cmo", day=TODAY):
    proof = {"evidence": "May campaign", "verified_by": "Eva"} if level >= 3 else {}
    return after(
        engagement,
        rate(engagement, new_id(), person=person, skill=skill, level=level, side=side, day=day,
             today=day, **proof),
    )  # fmt: skip


def used(engagement, skill, person, day=TODAY):
    return after(engagement, log_use(engagement, new_id(), skill, person, day, day))


@pytest.fixture
def two_people() -> Engagement:
    """Léa and Tom, three skills, worked out by hand; the methods are the CMO's."""
    known = after(
        Engagement(),
        add_person("lea", "Léa"),
        add_person("tom", "Tom"),
        add_person("ann", "Ann", "cmo"),
        keep_skill("da-reporting", 3, True),
        keep_skill("ac-seo", 1, False),
        keep_skill("cr-ops", 3, True),
    )
    known = after(
        known,
        amend_skill(known, "da-reporting", method="Monthly figures", author="ann"),
        amend_skill(known, "cr-ops", method="CRM hygiene", author="ann"),
    )
    known = rated(known, "lea", "da-reporting", 3)
    known = rated(known, "tom", "da-reporting", 2)
    known = rated(known, "tom", "ac-seo", 3)
    known = used(known, "da-reporting", "tom", TODAY - timedelta(days=30))
    return used(known, "cr-ops", "lea", TODAY - timedelta(days=100))


def shares(engagement, day=TODAY):
    return {cover.skill.id: cover.share for cover in covers_of(engagement, day)}


def test_the_worked_example_comes_out_exactly(two_people):
    assert shares(two_people) == {"da-reporting": 0.75, "ac-seo": 1.0, "cr-ops": 0.25}
    index = autonomy_index(covers_of(two_people, TODAY))
    assert index == pytest.approx((2.25 + 1 + 0.75) / 7)
    assert percent(index) == 57
    assert verdict(index) == "progressing"


def test_the_cmo_and_an_agency_at_4_everywhere_change_nothing(two_people):
    two_people = after(two_people, keep_skill("br-brand", 1, False))
    before = shares(two_people)
    known = after(two_people, add_person("pub", "Pub & Co", "agency"))
    for skill in skills_of(known):
        known = rated(known, "ann", skill, 4)
        known = rated(known, "pub", skill, 4)
        known = used(known, skill, "ann")
        known = used(known, skill, "pub")
    assert shares(known) == before


def test_a_persons_own_rating_is_compared_never_counted(two_people):
    known = rated(two_people, "tom", "cr-ops", 4, side="member")
    assert shares(known) == shares(two_people)
    known = rated(known, "tom", "cr-ops", 1)
    gap = gaps_of(known, TODAY)[0]
    assert (gap.person, gap.skill, gap.cmo, gap.member) == ("tom", "cr-ops", 1, 4)
    known = rated(known, "tom", "cr-ops", 3, side="member")
    known = rated(known, "tom", "cr-ops", 2)
    assert gaps_of(known, TODAY) == ()


def test_a_level_from_3_up_needs_its_evidence_and_one_written_without_counts_as_2(two_people):
    refused = rate(two_people, new_id(), person="tom", skill="cr-ops", level=3, side="cmo",
                   day=TODAY, today=TODAY, evidence="it went well")  # fmt: skip
    assert isinstance(refused, Refusal)
    assert refused.reason == "refusal.team.evidence"
    fields = {"person": "tom", "skill": "cr-ops", "level": 4, "side": "cmo", "day": "2026-03-01"}
    known = after(two_people, [Draft("assessment", new_id(), fields)])
    assert level_at(known, "tom", "cr-ops", TODAY).counted == 2
    assert shares(known)["cr-ops"] == 0.25


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"level": 5}, "refusal.team.level"),
        ({"level": -1}, "refusal.team.level"),
        ({"person": "nobody"}, "refusal.team.unknown-person"),
        ({"skill": "nothing"}, "refusal.team.unknown-skill"),
        ({"side": "boss"}, "refusal.team.side"),
        ({"day": TODAY + timedelta(days=1)}, "refusal.team.future"),
        (
            {"level": 3, "evidence": "mot de passe : Az3rty!9", "verified_by": "Eva"},
            "refusal.secret.password",
        ),
    ],
)
def test_a_rating_that_cannot_be_says_why(two_people, change, reason):
    asked = {"person": "tom", "skill": "cr-ops", "level": 1, "side": "cmo", "day": TODAY}
    refused = rate(two_people, new_id(), **{**asked, **change}, today=TODAY)
    assert isinstance(refused, Refusal)
    assert refused.reason == reason


def test_an_old_rating_entered_late_does_not_hide_a_newer_one(two_people):
    known = rated(two_people, "lea", "da-reporting", 0, day=date(2025, 1, 5))
    assert level_at(known, "lea", "da-reporting", TODAY).level == 3
    assert level_at(known, "lea", "da-reporting", date(2025, 6, 1)).level == 0


def test_someone_renamed_keeps_their_ratings_and_someone_who_left_covers_nothing(two_people):
    known = after(two_people, set_person(two_people, "lea", {"name": "Léa Martin"}))
    assert labels_of(people_of(known).values())["lea"] == "Léa Martin"
    assert shares(known) == shares(two_people)
    gone = after(known, leave(known, "lea", TODAY + timedelta(days=10)))
    assert shares(gone, TODAY + timedelta(days=9))["da-reporting"] == 0.75
    assert shares(gone, TODAY + timedelta(days=10))["da-reporting"] == 0.25
    back = after(gone, leave(gone, "lea", None))
    assert shares(back) == shares(two_people)


def test_two_people_of_one_name_are_told_apart():
    known = after(
        Engagement(),
        add_person("a", "Tom", role="content"),
        add_person("b", "Tom", role="data"),
        add_person("c", "Tom", role="data"),
        add_person("d", "Zoé"),
    )
    labels = labels_of(people_of(known).values())
    assert labels == {"a": "Tom (content)", "b": "Tom (data)", "c": "Tom (data) (2)", "d": "Zoé"}


def test_a_name_that_cannot_be_is_refused():
    reasons = [
        add_person("a", name, kind).reason
        for name, kind in (("  ", "internal"), ("x" * 201, "internal"), ("Tom", "robot"))
    ]
    assert reasons == ["refusal.team.no-name", "refusal.field.long", "refusal.field.choice"]


def test_a_skill_dropped_leaves_the_index_and_comes_back_with_its_ratings(two_people):
    dropped = after(two_people, drop_skill(two_people, "cr-ops"))
    assert autonomy_index(covers_of(dropped, TODAY)) == pytest.approx((2.25 + 1) / 4)
    again = after(dropped, keep_skill("cr-ops", 3, True))
    assert shares(again) == shares(two_people)


def test_a_method_counts_for_six_months_and_not_when_its_author_uses_it(two_people):
    assert shares(two_people, TODAY + timedelta(days=153))["da-reporting"] == 0.75
    assert shares(two_people, TODAY + timedelta(days=154))["da-reporting"] == 0.5
    known = after(two_people, amend_skill(two_people, "cr-ops", author="lea"))
    assert shares(known)["cr-ops"] == 0.0


def test_a_named_external_backup_adds_a_quarter(two_people):
    known = after(two_people, amend_skill(two_people, "cr-ops", external="CRM freelancer"))
    assert shares(known)["cr-ops"] == pytest.approx(0.375)


def test_a_level_unused_for_ninety_days_is_to_reconfirm(two_people):
    assert not to_reconfirm(two_people, "lea", "da-reporting", TODAY + timedelta(days=90))
    assert to_reconfirm(two_people, "lea", "da-reporting", TODAY + timedelta(days=91))
    later = used(two_people, "da-reporting", "lea", TODAY + timedelta(days=60))
    assert not to_reconfirm(later, "lea", "da-reporting", TODAY + timedelta(days=91))


def test_one_person_alone_on_two_critical_skills_is_a_key_person_risk(two_people):
    assert key_people(covers_of(two_people, TODAY)) == {}
    known = rated(two_people, "lea", "cr-ops", 3)
    assert key_people(covers_of(known, TODAY)) == {"lea": ("cr-ops", "da-reporting")}
    labels = {cover.skill.id: cover.label for cover in covers_of(known, TODAY)}
    assert labels == {"da-reporting": "single", "ac-seo": "single", "cr-ops": "single"}
    known = rated(known, "tom", "cr-ops", 3)
    assert key_people(covers_of(known, TODAY)) == {}


@pytest.mark.parametrize(
    ("index", "said"),
    [(None, "unknown"), (0.0, "dependent"), (0.3999, "dependent"), (0.4, "progressing"),
     (0.5999, "progressing"), (0.6, "mostly"), (0.79999, "mostly"), (0.1 * 8, "ready"),
     (1.0, "ready")],
)  # fmt: skip
def test_the_verdicts_edges(index, said):
    assert verdict(index) == said


def test_the_index_over_the_months_is_a_curve_that_begins_with_the_first_rating(two_people):
    known = rated(two_people, "lea", "cr-ops", 2, day=date(2026, 1, 20))
    history = index_history(known, TODAY)
    assert [day for day, _ in history] == [date(2026, 1, 31), date(2026, 2, 28), TODAY]
    assert percent(history[-1][1]) == 57
    assert index_history(Engagement(), TODAY) == []


def test_a_board_counts_what_is_delegated_at_5_or_more(two_people):
    known = after(
        two_people,
        delegate(two_people, "a", "campaign-launch", "lea", 5, 7),
        delegate(two_people, "b", "Choose the | booth", "", 2, 3),
    )
    assert delegated_share(known) == 0.5
    assert board_of(known)["b"].decision == "Choose the | booth"
    assert delegate(known, "c", "x", "lea", 8, 7).reason == "refusal.team.delegation-level"
    assert delegate(known, "c", " ", "lea", 1, 7).reason == "refusal.team.no-decision"
    assert delegate(known, "c", "x", "who", 1, 7).reason == "refusal.team.unknown-person"
    assert delegated_share(Engagement()) is None


def test_a_goal_is_a_level_by_a_day_on_a_real_case(two_people):
    known = after(
        two_people, set_goal(two_people, "g", "tom", "cr-ops", 3, date(2026, 6, 1), "June import")
    )
    goal = goals_of(known)[0]
    assert (goal.person, goal.skill, goal.level, goal.case) == ("tom", "cr-ops", 3, "June import")
    assert set_goal(known, "h", "tom", "cr-ops", 9).reason == "refusal.team.level"


def test_the_absence_test_is_two_weeks_of_the_cmo_that_went_well(two_people):
    start = date(2026, 2, 2)
    week = log_drill(two_people, "w", "cmo", start, date(2026, 2, 6), "passed", TODAY)
    known = after(two_people, week)
    assert drills_of(known)[0].days == 5
    assert passed_test(known) is None
    leas = log_drill(known, "l", "lea", start, date(2026, 2, 27), "passed", TODAY)
    assert passed_test(after(known, leas)) is None
    two_weeks = log_drill(known, "t", "ann", start, date(2026, 2, 13), "passed", TODAY)
    assert passed_test(after(known, two_weeks)).id == "t"
    backwards = log_drill(known, "b", "cmo", TODAY, start, "planned", TODAY)
    assert backwards.reason == "refusal.team.absence-order"
    early = log_drill(known, "e", "cmo", TODAY, TODAY + timedelta(days=12), "passed", TODAY)
    assert early.reason == "refusal.team.not-over"


def test_two_raters_at_once_are_both_kept_and_the_later_counts(two_people):
    first = rate(two_people, new_id(), person="tom", skill="cr-ops", level=1, side="cmo",
                 day=TODAY, today=TODAY)  # fmt: skip
    second = rate(two_people, new_id(), person="tom", skill="cr-ops", level=2, side="cmo",
                  day=TODAY, today=TODAY)  # fmt: skip
    known = after(two_people, second, first)
    assert level_at(known, "tom", "cr-ops", TODAY).level == 2


def test_records_of_another_shape_are_left_aside():
    odd = [
        [Draft("person", "p", {"name": 7})],
        [Draft("person", "q", {"name": "Tom", "kind": "android", "left": "soon"})],
        [Draft("skill", "s", {"kept": True, "weight": "heavy"})],
        [Draft("method-use", "u", {"skill": "s", "person": "q", "day": "2026-13-01"})],
        [Draft("assessment", "a", {"person": "q", "skill": "s", "side": "cmo", "level": 2.5,
                                   "day": "2026-01-01"})],
        [Draft("delegation", "d", {"decision": "x", "now": True})],
        [Draft("goal", "g", {"level": None})],
        [Draft("drill", "r", {"start": "2026-02-01"})],
    ]  # fmt: skip
    known = after(Engagement(), *odd)
    assert [person.kind for person in people_of(known).values()] == ["agency"]
    assert uses_of(known) == goals_of(known) == drills_of(known) == ()
    assert board_of(known) == {}
    assert shares(known) == {"s": 0.0}


LEVELS = st.dictionaries(
    st.tuples(st.sampled_from(["lea", "tom", "ann"]), st.sampled_from(["da-reporting", "cr-ops"])),
    st.integers(0, 4),
)


def team_rated(levels):
    known = after(
        Engagement(),
        add_person("lea", "Léa"),
        add_person("tom", "Tom"),
        add_person("ann", "Ann", "cmo"),
        keep_skill("da-reporting", 3, True),
        keep_skill("cr-ops", 2, False),
    )
    for (person, skill), level in levels.items():
        known = rated(known, person, skill, level)
    return known


@given(LEVELS, st.sampled_from(["lea", "tom", "ann"]), st.sampled_from(["da-reporting", "cr-ops"]))
def test_the_index_stays_in_0_1_and_never_falls_when_a_level_rises(levels, person, skill):
    before = autonomy_index(covers_of(team_rated(levels), TODAY))
    higher = {**levels, (person, skill): min(4, levels.get((person, skill), 0) + 1)}
    after_rise = autonomy_index(covers_of(team_rated(higher), TODAY))
    assert 0 <= before <= after_rise <= 1
    without_cmo = {key: level for key, level in levels.items() if key[0] != "ann"}
    assert autonomy_index(covers_of(team_rated(without_cmo), TODAY)) == before
