"""KPIs tell the truth: the worked example to the figure, and every way to be wrong refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coach_tui.engagement.change import Draft
from coach_tui.engagement.days import add_months
from coach_tui.engagement.kpi.derived import (
    INPUTS,
    counted_readings,
    derive,
    derived_readings,
    is_computed,
)
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, Reading, latest, readings_of
from coach_tui.engagement.kpi.record import Kpi, Target, followed, kpis_of
from coach_tui.engagement.kpi.setup import amend_kpi, begins_anew, follow, let_go, trust
from coach_tui.engagement.kpi.status import is_due, rules_of, set_rules, standing
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Refusal, Words

from .kpi_mission import day, reason, recorded

BASELINE, TARGET, TODAY = day("2026-01-05"), day("2026-07-04"), day("2026-04-05")


def following(mission, kpi_id, **fields):
    fields = {"catalogue": kpi_id, "baseline_on": BASELINE, **fields}
    if any(name.startswith("target_") for name in fields):
        fields.setdefault("target_6_on", TARGET)
    return recorded(mission, follow(mission, kpi_id, fields, TODAY))


def reading(mission, kpi_id, value, on=TODAY, note="", actor="cmo"):
    heard = Heard(kpi_id, on, D(str(value)), note)
    identity = f"r{sum(map(len, readings_of(mission).values()))}-{kpi_id}"
    return recorded(mission, read_kpi(mission, identity, heard, TODAY), actor)


def stands(mission, kpi_id, today=TODAY):
    kpi = kpis_of(mission)[kpi_id]
    return standing(kpi, counted_readings(mission, kpi), today, rules_of(mission))


@pytest.fixture
def mission():
    return Engagement()


def test_mql_moves_at_eight_tenths_of_its_pace(mission):
    mission = following(mission, "mql", kind="increase", baseline=D(40), target_6=D(100))
    found = stands(reading(mission, "mql", 64), "mql")
    assert (found.progress, found.elapsed, found.pace) == (D("0.4"), D("0.5"), D("0.8"))
    assert found.status == "watch"


def test_cac_coming_down_is_progress(mission):
    mission = following(
        mission, "cac", kind="decrease", unit="eur", baseline=D(4200), target_6=D(3000)
    )
    found = stands(reading(mission, "cac", 3600), "cac")
    assert (found.progress, found.pace, found.status) == (D("0.5"), D(1), "on-track")


def test_a_limit_missed_by_a_tenth_is_to_be_watched(mission):
    mission = following(mission, "mql-to-sql", kind="above", unit="percent", limit=D(20))
    assert stands(reading(mission, "mql-to-sql", 18), "mql-to-sql").status == "watch"
    assert stands(reading(mission, "mql-to-sql", "17.9"), "mql-to-sql").status == "off-track"
    assert stands(reading(mission, "mql-to-sql", 20), "mql-to-sql").status == "on-track"


def with_inputs(mission, **values):
    for name, value in values.items():
        kpi_id = name.replace("_", "-")
        unit, cadence = INPUTS.get(kpi_id, ("eur", "month"))
        mission = recorded(
            mission,
            follow(
                mission,
                kpi_id,
                {"catalogue": kpi_id, "kind": "input", "unit": unit, "cadence": cadence},
                TODAY,
            ),
        )
        mission = reading(mission, kpi_id, value)
    return mission


def test_what_follows_from_the_inputs_is_computed(mission):
    mission = with_inputs(mission, arpa=400, gross_margin=80, churn="2.5", cac=3600)
    assert derive(mission, "ltv").value == 12800
    assert round(derive(mission, "ltv-cac").value, 2) == D("3.56")
    assert derive(mission, "cac-payback").value == D("11.25")
    assert [part.value for part in derive(mission, "ltv").parts.values()] == [400, 80, D("2.5")]


def test_no_churn_is_undefined_and_explained(mission):
    mission = with_inputs(mission, arpa=400, gross_margin=80, churn=0)
    found = derive(mission, "ltv")
    assert found.value is None
    assert (found.why, found.zero) == ("kpi.derived.zero", "churn")


def test_what_is_missing_is_named(mission):
    mission = with_inputs(mission, arpa=400)
    assert derive(mission, "ltv").missing == ("gross-margin", "churn")
    assert derive(mission, "ltv").value is None


def test_needed_cover_is_one_over_the_win_rate(mission):
    assert derive(with_inputs(mission, win_rate=25), "needed-cover").value == 4


def test_counts_of_two_months_are_not_divided_by_one_another(mission):
    mission = recorded(
        mission, follow(mission, "mql", {"catalogue": "mql", "kind": "input"}, TODAY)
    )
    mission = recorded(
        mission, follow(mission, "sql", {"catalogue": "sql", "kind": "input"}, TODAY)
    )
    mission = reading(mission, "mql", 50, day("2026-03-31"))
    mission = reading(mission, "sql", 9, day("2026-04-01"))
    assert derive(mission, "mql-to-sql").why == "kpi.derived.other-periods"
    mission = reading(mission, "sql", 10, day("2026-03-30"))
    assert derive(mission, "mql-to-sql").value == 20


def test_a_kpi_that_can_be_computed_is_judged_by_that_and_not_typed(mission):
    mission = following(
        mission, "ltv", kind="increase", unit="eur", baseline=D(10000), target_6=D(15600)
    )
    mission = reading(mission, "ltv", 9000)
    assert stands(mission, "ltv").current.value == 9000
    mission = with_inputs(mission, arpa=400, gross_margin=80, churn="2.5")
    assert is_computed(mission, kpis_of(mission)["ltv"])
    assert stands(mission, "ltv").current.value == 12800
    assert stands(mission, "ltv").status == "on-track"
    refused = read_kpi(mission, "x", Heard("ltv", TODAY, D(1)), TODAY, computed="400 × …")
    assert reason(refused) == "refusal.kpi.computed"


def test_the_computed_history_has_a_value_for_each_day_of_its_inputs(mission):
    mission = with_inputs(mission, arpa=400, gross_margin=80)
    mission = recorded(
        mission, follow(mission, "churn", {"catalogue": "churn", "unit": "percent"}, TODAY)
    )
    mission = reading(mission, "churn", 5, day("2026-03-05"))
    mission = reading(mission, "churn", "2.5", TODAY)
    ltv = Kpi("ltv", catalogue="ltv", unit="eur")
    assert [each.value for each in derived_readings(mission, ltv)] == [12800]
    mission = reading(mission, "arpa", 400, day("2026-02-01"))
    mission = reading(mission, "gross-margin", 80, day("2026-02-01"))
    assert [each.value for each in derived_readings(mission, ltv)] == [6400, 12800]


def test_no_reading_is_never_zero(mission):
    mission = following(mission, "mql", kind="increase", baseline=D(40), target_6=D(100))
    found = stands(mission, "mql")
    assert (found.status, found.progress, found.pace) == ("no-reading", None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_target_at_the_baseline_is_refused_with_the_stay_types_offered(mission, language):
    decision = follow(
        mission, "mql",
        {"catalogue": "mql", "baseline": D(40), "baseline_on": BASELINE, "target_6": D(40)}, TODAY,
    )  # fmt: skip
    assert reason(decision) == "refusal.kpi.no-movement"
    said = Words(language).refusal(decision)
    stays = {Words(language)("kpi.kind.above"), Words(language)("kpi.kind.below")}
    assert all(stay in said for stay in stays)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"target_6": D(30)}, "refusal.kpi.not-increase"),
        ({"kind": "decrease", "target_6": D(100)}, "refusal.kpi.not-decrease"),
        ({"baseline": D(-5)}, "refusal.kpi.negative"),
        ({"target_6": D(90), "target_6_on": BASELINE}, "refusal.kpi.target-before-baseline"),
        ({"baseline_on": None}, "refusal.kpi.baseline-day"),
        ({"unit": "furlongs"}, "refusal.field.choice"),
        ({"catalogue": "", "name": ""}, "refusal.kpi.no-name"),
        ({"name": "x" * 121}, "refusal.field.long"),
        ({"owner": "password: hunter2!"}, "refusal.secret.password"),
        ({"baseline_on": day("1926-01-05")}, "refusal.field.far-day"),
    ],
)
def test_a_frame_that_makes_no_sense_is_refused(mission, fields, why):
    frame = {"catalogue": "mql", "baseline": D(40), "baseline_on": BASELINE, **fields}
    decision = follow(mission, "mql", frame, TODAY)
    assert reason(decision) == why
    for language in LANGUAGES:
        said = Words(language).refusal(decision)
        assert "{" not in said
        assert said != why


def test_a_kpi_with_rival_definitions_needs_one_and_keeps_it(mission):
    four = ("loaded", "marketing-only", "sourced", "paid")
    frame = {"catalogue": "cac", "unit": "eur", "kind": "decrease"}
    assert (
        reason(follow(mission, "cac", frame, TODAY, definitions=four))
        == "refusal.kpi.pick-definition"
    )
    mission = recorded(
        mission, follow(mission, "cac", {**frame, "definition": "loaded"}, TODAY, definitions=four)
    )
    mission = recorded(mission, amend_kpi(mission, "cac", {"definition": "marketing-only"}, TODAY))
    mission = reading(mission, "cac", 3600)
    refused = amend_kpi(mission, "cac", {"definition": ""}, TODAY)
    assert reason(refused) == "refusal.kpi.no-definition"
    assert reason(amend_kpi(mission, "cac", {"unit": "count"}, TODAY)) == "refusal.kpi.locked-unit"
    same = amend_kpi(mission, "cac", {"definition": "marketing-only", "owner": "Zoé"}, TODAY)
    assert not begins_anew(same)


def test_a_kpi_keeps_a_name(mission):
    own = {"name": "Demos held", "unit": "count", "kind": "increase"}
    mission = recorded(mission, follow(mission, "demos", own, TODAY))
    for empty in (None, ""):
        assert reason(amend_kpi(mission, "demos", {"name": empty}, TODAY)) == "refusal.kpi.no-name"
    ours = {"catalogue": "mql", "name": "Our MQL", "unit": "count", "kind": "increase"}
    mission = recorded(mission, follow(mission, "mql", ours, TODAY))
    assert not reason(amend_kpi(mission, "mql", {"name": None}, TODAY)), (
        "the catalogue's name is left"
    )


@pytest.mark.parametrize(
    ("heard", "unit", "why"),
    [
        (Heard("mql", TODAY, D(-5)), "", "refusal.kpi.negative"),
        (Heard("mql", TODAY + timedelta(1), D(5)), "", "refusal.kpi.future"),
        (Heard("mql", BASELINE - timedelta(1), D(5)), "", "refusal.kpi.before-baseline"),
        (Heard("mql", TODAY, D(5)), "eur", "refusal.kpi.in-count"),
        (Heard("nope", TODAY, D(5)), "", "refusal.kpi.unknown"),
        (Heard("mql", TODAY, D(5), "mdp : hunter2!"), "", "refusal.secret.password"),
    ],
)
def test_a_reading_that_can_only_be_a_mistake_is_refused(mission, heard, unit, why):
    mission = following(mission, "mql", baseline=D(40))
    assert reason(read_kpi(mission, "r", heard, TODAY, unit=unit)) == why


def test_another_unit_is_refused_with_what_was_typed_and_what_is_expected(mission):
    mission = following(mission, "mql", baseline=D(40))
    heard = Heard("mql", TODAY, D(12))
    refused = read_kpi(mission, "r", heard, TODAY, unit="eur", typed="12 €")
    assert refused.field == "value"
    assert Words("en").refusal(refused).startswith("This KPI is a count, not “12 €”.")
    assert "pas «\u00a012 €\u00a0»" in Words("fr").refusal(refused)


def test_money_and_growth_can_be_negative_but_a_conversion_cannot(mission):
    mission = following(mission, "revenue-growth", unit="percent", baseline=D(3))
    mission = following(mission, "win-rate", unit="percent", baseline=D(3))
    assert not reason(read_kpi(mission, "r", Heard("revenue-growth", TODAY, D(-5)), TODAY))
    refused = read_kpi(mission, "r", Heard("win-rate", TODAY, D(-5)), TODAY)
    assert reason(refused) == "refusal.kpi.negative"


@pytest.mark.parametrize("part", ["win-rate", "gross-margin", "churn"])
def test_a_part_of_a_whole_is_never_above_it(mission, part):
    mission = following(mission, part, unit="percent", baseline=D(3))
    assert not reason(read_kpi(mission, "r", Heard(part, TODAY, D(100)), TODAY))
    refused = read_kpi(mission, "r", Heard(part, TODAY, D("100.5")), TODAY)
    assert (reason(refused), refused.field) == ("refusal.kpi.over-whole", "value")
    assert reason(amend_kpi(mission, part, {"baseline": D(180)}, TODAY)) == "refusal.kpi.over-whole"
    mission = following(mission, "nrr", unit="percent", baseline=D(103))
    assert not reason(read_kpi(mission, "r", Heard("nrr", TODAY, D(120)), TODAY))


def test_of_two_readings_on_one_day_the_later_counts_and_both_are_kept(mission):
    mission = following(mission, "mql", baseline=D(40), target_6=D(100))
    mission = reading(reading(mission, "mql", 60, actor="ops"), "mql", 64, actor="cmo/Ann")
    found = readings_of(mission)["mql"]
    assert [(each.value, each.actor) for each in found] == [(60, "ops"), (64, "cmo/Ann")]
    assert stands(mission, "mql").current.value == 64


def test_a_reading_of_an_earlier_day_typed_later_does_not_become_the_current_one(mission):
    mission = following(mission, "mql", baseline=D(40))
    mission = reading(mission, "mql", 64)
    mission = reading(mission, "mql", 50, day("2026-03-01"))
    assert latest(readings_of(mission)["mql"]).value == 64


def test_let_go_and_taken_up_again_it_keeps_its_readings_but_not_its_old_targets(mission):
    mission = following(mission, "mql", baseline=D(40), target_6=D(100), owner="Zoé")
    mission = reading(mission, "mql", 64)
    mission = recorded(mission, let_go(mission, "mql", TODAY))
    assert not followed(mission)
    mission = following(mission, "mql", baseline=D(64))
    kpi = kpis_of(mission)["mql"]
    assert (kpi.owner, kpi.targets, kpi.baseline) == ("", (), 64)
    assert readings_of(mission)["mql"][0].value == 64
    assert reason(follow(mission, "mql", {"catalogue": "mql"}, TODAY)) == "refusal.kpi.already"


def test_targets_fall_due_by_months_unless_a_day_is_given(mission):
    mission = recorded(
        mission,
        follow(
            mission, "mql",
            {"catalogue": "mql", "baseline": D(1), "baseline_on": day("2026-01-31"),
             "target_3": D(2), "target_12": D(9), "target_12_on": day("2027-02-15")}, TODAY,
        ),
    )  # fmt: skip
    assert kpis_of(mission)["mql"].targets == (
        Target(3, D(2), day("2026-04-30")),
        Target(12, D(9), day("2027-02-15")),
    )


def test_the_next_target_is_the_one_judged_and_the_last_one_is_reached_or_missed(mission):
    mission = following(mission, "mql", baseline=D(40), target_3=D(70), target_6=D(100))
    mission = reading(mission, "mql", 64)
    assert stands(mission, "mql", day("2026-04-05")).target.months == 3
    assert stands(mission, "mql", day("2026-04-06")).target.months == 6
    assert stands(mission, "mql", TARGET).status == "off-track"
    assert stands(mission, "mql", TARGET + timedelta(1)).status == "missed"
    better = reading(mission, "mql", 100)
    assert stands(better, "mql", TARGET + timedelta(1)).status == "reached"


def test_too_early_before_fifteen_hundredths_of_the_way(mission):
    mission = following(mission, "mql", baseline=D(40), target_6=D(100))
    mission = reading(mission, "mql", 40, BASELINE)
    assert stands(mission, "mql", BASELINE).status == "too-early"
    assert stands(mission, "mql", BASELINE + timedelta(26)).status == "too-early"
    assert stands(mission, "mql", BASELINE + timedelta(27)).status == "off-track"  # 27/180 = 0.15


def test_stale_is_older_than_a_cadence_and_a_half_and_does_not_hide_the_status(mission):
    mission = following(mission, "mql", baseline=D(40), target_6=D(100), cadence="week")
    mission = reading(mission, "mql", 64, TODAY - timedelta(10))
    assert not stands(mission, "mql").stale
    gone = readings_of(mission)["mql"][0].id
    mission = recorded(mission, [Draft("reading", gone, {"_deleted": True})])
    mission = recorded(
        mission, read_kpi(mission, "older", Heard("mql", TODAY - timedelta(11), D(64)), TODAY)
    )
    found = stands(mission, "mql")
    assert (found.stale, found.status) == (True, "watch")


def test_due_after_a_cadence(mission):
    mission = following(mission, "mql", cadence="week")
    kpi = kpis_of(mission)["mql"]
    assert is_due(kpi, None, TODAY)
    assert not is_due(kpi, Reading("", "mql", TODAY - timedelta(6), D(1)), TODAY)
    assert is_due(kpi, Reading("", "mql", TODAY - timedelta(7), D(1)), TODAY)


def test_confidence_is_said_by_each_role_beside_the_status(mission):
    mission = following(mission, "mql")
    mission = recorded(mission, trust(mission, "mql", "founder", 2))
    mission = recorded(mission, trust(mission, "mql", "cmo", 4))
    assert kpis_of(mission)["mql"].confidence == {"founder": 2, "cmo": 4}
    assert reason(trust(mission, "mql", "cmo", 6)) == "refusal.kpi.confidence"
    assert reason(trust(mission, "mql", "chef", 3)) == "refusal.kpi.confidence"


def test_thresholds_can_be_changed_for_one_engagement(mission):
    mission = following(mission, "mql", baseline=D(40), target_6=D(100))
    mission = reading(mission, "mql", 64)
    mission = recorded(mission, set_rules(mission, {"on_track": D("0.8"), "watch": D("0.5")}))
    assert stands(mission, "mql").status == "on-track"
    assert reason(set_rules(mission, {"watch": D("0.9")})) == "refusal.kpi.rules"
    mission = recorded(mission, set_rules(mission, {"on_track": None, "watch": None}))
    assert stands(mission, "mql").status == "watch"


AMOUNT = st.decimals(min_value=-(10**6), max_value=10**6, places=2)


@given(
    st.integers(30, 400), st.integers(1, 400), AMOUNT, AMOUNT,
    st.fractions(min_value=0, max_value=2, max_denominator=200),
)  # fmt: skip
@example(180, 90, D(40), D(100), 0)
def test_pace_thresholds_hold_at_their_edges(whole, gone, baseline, target, share):
    assume(baseline != target and gone <= whole and D(gone) >= D("0.15") * whole)
    kpi = Kpi(
        "k", unit="eur", kind="increase" if target > baseline else "decrease",
        baseline=baseline, baseline_on=BASELINE,
        targets=(Target(6, target, BASELINE + timedelta(whole)),),
    )  # fmt: skip
    today = BASELINE + timedelta(gone)
    for pace, status in (
        (D("0.95"), "on-track"), (D("0.9499"), "watch"), (D("0.75"), "watch"),
        (D("0.7499"), "off-track"),
    ):  # fmt: skip
        value = baseline + (target - baseline) * pace * gone / whole
        if (value - baseline) * whole != (target - baseline) * pace * gone:
            continue  # that pace has no exact value here
        assert standing(kpi, [Reading("", "k", today, value)], today).status == status


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 24))
def test_months_later_is_in_that_month(start, months):
    later = add_months(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(1)).day == 1


def test_unknown_or_broken_fields_are_read_as_usual_ones(mission):

    broken = {"unit": 3, "kind": "sideways", "cadence": None, "baseline": "a lot", "target_3": True}
    mission = recorded(mission, [Draft("kpi", "mql", {"catalogue": "mql", **broken})])
    kpi = kpis_of(mission)["mql"]
    assert (kpi.unit, kpi.kind, kpi.cadence, kpi.baseline) == ("count", "increase", "month", None)
    mission = recorded(mission, [Draft("reading", "r", {"kpi": "mql", "on": "soon", "value": 1})])
    assert readings_of(mission) == {}
    assert isinstance(standing(kpi, (), TODAY).status, str)
    assert isinstance(read_kpi(mission, "r", Heard("mql", TODAY, D(1)), TODAY), list | Refusal)


def test_steps_are_shown_done_by_the_kpis_that_make_it_so(mission):
    from coach_tui.engagement.kpi import facts as kpi_facts
    from coach_tui.engagement.proof import Saying

    families = {"new-customers": "business", "autonomy-index": "team"}
    for kpi_id in ("new-customers", "autonomy-index", "mql", "leads"):
        mission = following(
            mission, kpi_id, owner="Zoé", family=families.get(kpi_id, "marketing"),
            baseline=D(1), target_3=D(2), target_6=D(3), target_12=D(4),
        )  # fmt: skip
    assert kpi_facts.chosen(mission) == ""
    mission = following(mission, "nrr", owner="Zoé", kind="above")
    assert kpi_facts.chosen(mission) == Saying("proof.kpis", {"n": 5})
    # What stays above a limit needs no baseline; without its limit it is new work, and the
    # targets of the four before stay set.
    assert kpi_facts.with_baselines(mission) == Saying("proof.kpis", {"n": 5})
    assert kpi_facts.with_targets(mission) == Saying("proof.kpis", {"n": 4})
    mission = recorded(
        mission, amend_kpi(mission, "nrr", {"baseline": D(90), "limit": D(100)}, TODAY)
    )
    assert kpi_facts.with_baselines(mission)
    assert kpi_facts.with_targets(mission)
