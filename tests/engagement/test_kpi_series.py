"""A definition that changes begins a new series; a target that passed keeps its verdict; a number
that would be kept nowhere is refused; what is computed is of one period. Values worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from coach_tui.bundled import load_catalogue
from coach_tui.coach.kpi.overview import (
    by_id,
    definition_of,
    follow_up,
    formula_of,
    usual_of,
    worked_out,
)
from coach_tui.engagement.change import Draft
from coach_tui.engagement.history import gestures, undo
from coach_tui.engagement.kpi.derived import counted_readings, derive, derived_readings
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, readings_of
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.kpi.series import earlier_series, in_force_since, readings_in_force
from coach_tui.engagement.kpi.setup import amend_kpi, begins_anew, follow, let_go
from coach_tui.engagement.kpi.status import standing
from coach_tui.engagement.kpi.verdicts import verdicts_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Refusal, Words

from .kpi_mission import day, reason, recorded

MARCH = day("2026-03-10")
CAC = {
    "catalogue": "cac", "unit": "eur", "kind": "decrease", "definition": "loaded",
    "baseline": D(4200), "baseline_on": day("2026-01-05"), "target_6": D(3000),
}  # fmt: skip


@pytest.fixture(scope="module")
def entries():
    return by_id(load_catalogue("kpis")[0])


def read(mission: Engagement, kpi_id: str, value: object, on: str) -> Engagement:
    identity = f"r{sum(map(len, readings_of(mission).values()))}"
    heard = Heard(kpi_id, day(on), D(str(value)))
    return recorded(mission, read_kpi(mission, identity, heard, day("2027-12-31")))


def following(kpi_id: str = "cac", **fields: object) -> Engagement:
    given = {**CAC, **fields} if kpi_id == "cac" else {"catalogue": kpi_id, **fields}
    return recorded(Engagement(), follow(Engagement(), kpi_id, given, MARCH))


def redefine(mission: Engagement, definition: str, on: str) -> Engagement:
    decision = amend_kpi(mission, "cac", {"definition": definition}, day(on))
    assert begins_anew(decision)
    return recorded(mission, decision)


def series(mission: Engagement, kpi_id: str = "cac") -> list[tuple[str, list[int]]]:
    """Each definition in its turn with its values, the one in force last."""
    found = [(each.kpi.definition, each.readings) for each in earlier_series(mission, kpi_id)]
    found.append((kpis_of(mission)[kpi_id].definition, readings_in_force(mission)[kpi_id]))
    return [(name, [int(each.value) for each in readings]) for name, readings in found]


def test_another_definition_begins_a_series_of_its_own() -> None:
    mission = read(read(following(), "cac", 4000, "2026-02-05"), "cac", 3800, "2026-03-05")
    mission = redefine(mission, "marketing-only", "2026-03-10")
    kpi = kpis_of(mission)["cac"]
    assert (kpi.baseline, kpi.baseline_on, kpi.targets) == (None, None, ()), "measured otherwise"
    assert in_force_since(mission, "cac") == MARCH
    mission = read(mission, "cac", 1500, "2026-04-05")
    mission = read(mission, "cac", 3900, "2026-02-20")  # found late: of the definition of its day
    assert series(mission) == [("loaded", [4000, 3900, 3800]), ("marketing-only", [1500])]
    was = earlier_series(mission, "cac")[0]
    assert (was.kpi.baseline, was.kpi.targets[0].value, was.ended) == (4200, 3000, MARCH)
    assert standing(kpi, counted_readings(mission, kpi), day("2026-04-06")).status == "no-baseline"
    assert [each.value for each in readings_of(mission)["cac"]] == [4000, 3900, 3800, 1500]


def test_redefined_twice_in_a_month_and_twice_in_a_day() -> None:
    mission = redefine(read(following(), "cac", 4000, "2026-03-02"), "marketing-only", "2026-03-10")
    mission = redefine(read(mission, "cac", 1500, "2026-03-12"), "sourced", "2026-03-20")
    mission = read(mission, "cac", 2500, "2026-03-20")
    mission = redefine(mission, "paid", "2026-03-20")
    mission = read(mission, "cac", 700, "2026-03-20")
    assert series(mission) == [
        ("loaded", [4000]), ("marketing-only", [1500]), ("sourced", [2500]), ("paid", [700]),
    ]  # fmt: skip
    assert [each.ended for each in earlier_series(mission, "cac")] == [
        MARCH, day("2026-03-20"), day("2026-03-20"),
    ]  # fmt: skip


def test_stopping_and_adding_it_again_does_not_join_two_definitions() -> None:
    mission = recorded(read(following(), "cac", 4000, "2026-03-02"), [Draft("x", "y", {})])
    mission = recorded(mission, let_go(mission, "cac", MARCH))
    again = follow(mission, "cac", {**CAC, "definition": "paid"}, MARCH)
    mission = read(recorded(mission, again), "cac", 700, "2026-03-12")
    assert series(mission) == [("loaded", [4000]), ("paid", [700])]
    mission = recorded(mission, let_go(mission, "cac", MARCH))
    mission = recorded(mission, follow(mission, "cac", {**CAC, "definition": "paid"}, MARCH))
    assert series(mission) == [("loaded", [4000]), ("paid", [700])], "the same one goes on"


def test_let_go_and_followed_again_in_the_catalogue_s_own_words_one_series_goes_on(entries) -> None:
    usual = usual_of("mql", entries)
    for words, again, kept in (
        *((said, "", True) for said in (*usual, "")),
        *(("", said, True) for said in usual),
        (usual[0], usual[1], True),
        (usual[0], "Demos held", False),
        ("Demos held", "", False),
    ):
        mission = read(following("mql", unit="count", definition=words), "mql", 9, "2026-03-02")
        mission = recorded(mission, let_go(mission, "mql", MARCH))
        fields = {"catalogue": "mql", "unit": "count", "definition": again}
        decision = follow(mission, "mql", fields, MARCH, usual=usual)
        assert begins_anew(decision) is not kept, (words, again)


def test_the_same_definition_written_otherwise_is_the_same() -> None:
    own = {"name": "Demos", "unit": "count", "definition": "Demos held"}
    mission = recorded(Engagement(), follow(Engagement(), "demos", own, MARCH))
    mission = read(mission, "demos", 4, "2026-03-02")
    for said, anew in (("demos  HELD", False), ("Démos held", False), ("Demos booked", True)):
        assert begins_anew(amend_kpi(mission, "demos", {"definition": said}, MARCH)) is anew, said
    undefined = recorded(Engagement(), follow(Engagement(), "x", {"name": "X"}, MARCH))
    undefined = read(undefined, "x", 4, "2026-03-02")
    said = amend_kpi(undefined, "x", {"definition": "what it always was"}, MARCH)
    assert not begins_anew(said)


def test_undo_joins_the_series_again() -> None:
    mission = read(following(), "cac", 4000, "2026-03-02")
    changes = [f.change for e in mission.kinds for r in mission.records(e).values()
               for f in r.values()]  # fmt: skip
    after = redefine(mission, "paid", "2026-03-10")
    known = {f.change.id: f.change for e in after.kinds for r in after.records(e).values()
             for f in r.values()} | {change.id: change for change in changes}  # fmt: skip
    ordered = [known[identity] for identity in sorted(known)]
    back = recorded(after, undo(after, ordered, gestures(ordered[-2:])[0]))
    assert series(back) == [("loaded", [4000])]


def test_what_was_called_blended_was_marketing_alone(entries) -> None:
    """Old files go on meaning what they meant; typed today, it means what everyone means."""
    old = recorded(
        Engagement(), [Draft("kpi", "cac", {"catalogue": "cac", "definition": "blended"})]
    )
    kpi = kpis_of(old)["cac"]
    for language, said in (("en", "Marketing only"), ("fr", "Marketing seul")):
        assert definition_of(kpi, entries, Words(language)).startswith(said)
    assert formula_of(kpi, entries, Words("en")) == "", "the catalogue's is of another definition"
    assert kpis_of(following(definition="blended"))["cac"].definition == "loaded"
    typed = recorded(old, amend_kpi(old, "cac", {"definition": "Blended"}, MARCH))
    assert kpis_of(typed)["cac"].definition == "loaded"


# Targets that have passed ------------------------------------------------------------------------


def outcomes(mission: Engagement, kpi_id: str, today: str) -> list[tuple[int, str, int]]:
    """(target, outcome, value read) of each target that has passed."""
    kpi = kpis_of(mission)[kpi_id]
    found = verdicts_of(mission, kpi, readings_in_force(mission)[kpi_id], day(today))
    return [
        (int(each.target.value), each.outcome, int(each.reading.value) if each.reading else -1)
        for each in found
    ]


def aiming() -> Engagement:
    return following(
        "mql", baseline=D(40), baseline_on=day("2026-01-05"), target_3=D(70), target_6=D(100)
    )  # by 5 April and 5 July


def test_a_target_that_passed_keeps_its_verdict_whatever_comes_after() -> None:
    mission = read(read(aiming(), "mql", 71, "2026-04-05"), "mql", 60, "2026-05-01")
    assert outcomes(mission, "mql", "2026-04-05") == [], "its day is not over"
    assert outcomes(mission, "mql", "2026-05-02") == [(70, "reached", 71)]
    mission = read(mission, "mql", 99, "2026-07-05")
    mission = read(mission, "mql", 140, "2026-07-06")
    assert outcomes(mission, "mql", "2026-08-01") == [(70, "reached", 71), (100, "missed", 99)]
    kpi = kpis_of(mission)["mql"]
    stands = standing(kpi, readings_in_force(mission)["mql"], day("2026-08-01"))
    assert (stands.status, stands.current and stands.current.value) == ("missed", 140)


def test_a_passed_target_that_is_changed_keeps_its_verdict_beside_the_new_one() -> None:
    mission = read(aiming(), "mql", 60, "2026-04-01")
    for fields, left in (
        ({"target_3": D(50)}, [(70, "missed", 60)]),
        ({"target_3": None}, [(70, "missed", 60)]),
        ({"baseline_on": day("2026-03-01")}, [(70, "missed", 60)]),
        ({"owner": "Zoé"}, [(70, "missed", 60)]),
    ):
        after = recorded(mission, amend_kpi(mission, "mql", fields, day("2026-05-01")))
        assert outcomes(after, "mql", "2026-05-02") == left, fields
    gone = recorded(mission, let_go(mission, "mql", day("2026-05-01")))
    again = {"catalogue": "mql", "baseline": D(60), "baseline_on": day("2026-05-01")}
    gone = recorded(gone, follow(gone, "mql", again, day("2026-05-01")))
    assert outcomes(gone, "mql", "2026-05-02") == [(70, "missed", 60)]
    before = recorded(mission, amend_kpi(mission, "mql", {"target_3": D(50)}, day("2026-04-02")))
    assert outcomes(before, "mql", "2026-05-02") == [(50, "reached", 60)], "it had not passed"


def test_a_baseline_of_zero_is_a_baseline() -> None:
    mission = following("mql", baseline=D(0), baseline_on=day("2026-01-05"), target_6=D(100))
    mission = read(mission, "mql", 25, "2026-04-05")
    kpi = kpis_of(mission)["mql"]
    stands = standing(kpi, readings_in_force(mission)["mql"], day("2026-04-05"))
    # 25 of 100, after 90 of 181 days: 0.25 ÷ (90 ÷ 181) = 0.5027…
    assert (stands.progress, stands.status) == (D("0.25"), "off-track")
    assert round(stands.pace or 0, 4) == D("0.5028")


# Numbers that would be kept nowhere --------------------------------------------------------------

UNKEPT = [
    ({"limit": D(20)}, "refusal.kpi.limit-unused", "limit"),
    ({"kind": "decrease", "limit": D(20)}, "refusal.kpi.limit-unused", "limit"),
    ({"kind": "input", "limit": D(20)}, "refusal.kpi.limit-unused", "limit"),
    ({"target_12": D(20)}, "refusal.kpi.target-no-day", "target_12"),
    ({"kind": "above", "target_12": D(20), "target_12_on": MARCH}, "refusal.kpi.target-unused",
     "target_12"),
    ({"kind": "input", "target_3": D(2), "target_3_on": MARCH}, "refusal.kpi.target-unused",
     "target_3"),
]  # fmt: skip


def test_a_number_that_would_be_kept_nowhere_is_refused() -> None:
    empty = recorded(Engagement(), follow(Engagement(), "x", {"name": "X"}, MARCH))
    for fields, why, field in UNKEPT:
        new = follow(Engagement(), "x", {"name": "X", **fields}, MARCH)
        for decision in (new, amend_kpi(empty, "x", fields, MARCH)):
            assert isinstance(decision, Refusal), fields
            assert (decision.reason, decision.field) == (why, field), fields
            for language in LANGUAGES:
                assert "{" not in Words(language).refusal(decision)


def test_what_another_kind_has_no_place_for_must_be_emptied_first() -> None:
    holding = recorded(
        Engagement(),
        follow(Engagement(), "x", {"name": "X", "kind": "above", "limit": D(5)}, MARCH),
    )
    rise = {"kind": "increase"}
    assert reason(amend_kpi(holding, "x", rise, MARCH)) == "refusal.kpi.limit-unused"
    assert not reason(amend_kpi(holding, "x", {**rise, "limit": None}, MARCH))
    assert not reason(amend_kpi(holding, "x", {"owner": "Zoé"}, MARCH))


# What is computed --------------------------------------------------------------------------------


def inputs(**values: tuple[object, str]) -> Engagement:
    """Each input with its value and the day it was read; its cadence is the catalogue's."""
    cadences = {"gross_margin": "quarter", "cac": "quarter", "pipeline_conversion": "quarter"}
    mission = Engagement()
    for name, (value, on) in values.items():
        kpi_id, cadence = name.replace("_", "-"), cadences.get(name, "month")
        known = {"catalogue": kpi_id, "unit": "eur", "kind": "input", "cadence": cadence}
        if kpi_id == "cac":
            known["definition"] = "loaded"
        mission = recorded(mission, follow(mission, kpi_id, known, MARCH))
        mission = read(mission, kpi_id, value, on)
    return mission


PERIODS = [
    # what was read when, the number, or why there is none
    ("payback of one quarter", "cac-payback", "11.25", "",
     {"cac": (3600, "2026-06-30"), "arpa": (400, "2026-05-31"),
      "gross_margin": (80, "2026-04-30")}),
    ("a cost of June, a revenue of July", "cac-payback", None, "kpi.derived.other-periods",
     {"cac": (3600, "2026-06-30"), "arpa": (400, "2026-07-05"),
      "gross_margin": (80, "2026-07-05")}),
    ("churn and revenue of two months, all monthly but the margin", "ltv", "12800", "",
     {"arpa": (400, "2026-04-30"),
      "gross_margin": (80, "2026-06-30"), "churn": ("2.5", "2026-05-31")}),
    ("counts of two months", "lead-to-mql", None, "kpi.derived.other-periods",
     {"leads": (200, "2026-03-31"), "mql": (50, "2026-04-01")}),
    ("counts of one month", "lead-to-mql", "25", "",
     {"leads": (200, "2026-03-02"), "mql": (50, "2026-03-31")}),
    # of 100 of pipeline due in the quarter 20 were won, 40 lost, 40 slipped: 1 ÷ 20 % = 5
    ("needed cover", "needed-cover", "5", "",
     {"pipeline_conversion": (20, "2026-03-31"), "win_rate": (40, "2026-03-31")}),
]  # fmt: skip


def test_what_is_computed_is_of_one_period() -> None:
    for case, formula, value, why, read_ in PERIODS:
        found = derive(inputs(**read_), formula)
        assert (found.value, found.why) == (None if value is None else D(value), why), case


def test_a_win_rate_alone_says_at_least_and_why(entries) -> None:
    mission = inputs(win_rate=(40, "2026-03-31"))
    assert (derive(mission, "needed-cover").value, derive(mission, "needed-cover").least) == (
        D("2.5"), True,
    )  # fmt: skip
    [(_, said)] = worked_out(mission, entries, Words("en"), day("2026-04-01"))
    assert said.startswith("at least 1 ÷ 40% = 2.5× (31 March 2026)")
    assert "slip" in said


def test_a_computed_number_says_its_days_and_that_one_of_them_is_old(entries) -> None:
    mission = inputs(
        cac=(3600, "2026-06-30"), arpa=(400, "2026-05-31"), gross_margin=(80, "2026-04-30")
    )
    words = Words("en")
    told = dict(worked_out(mission, entries, words, day("2026-07-01")))
    payback = told["CAC payback"]
    assert (
        payback
        == "€3,600 ÷ (€400 × 80%) = 11.25 months (readings from 30 April 2026 to 30 June 2026)"
    )
    # ARPA is read every month: 31 May is stale 46 days later, on 16 July.
    for on, stale in (("2026-07-15", False), ("2026-07-16", True)):
        told = dict(worked_out(mission, entries, words, day(on)))
        assert told["CAC payback"].endswith("stale") is stale, on


def test_what_an_earlier_definition_gave_is_computed_with_no_more(entries) -> None:
    mission = inputs(
        cac=(3600, "2026-02-28"), arpa=(400, "2026-02-28"), gross_margin=(80, "2026-02-28")
    )
    payback = {"catalogue": "cac-payback", "unit": "months", "kind": "decrease",
               "baseline": D(14), "baseline_on": day("2026-01-31"), "target_12": D(9)}  # fmt: skip
    mission = recorded(mission, follow(mission, "cac-payback", payback, MARCH))
    kpi = kpis_of(mission)["cac-payback"]
    assert [each.value for each in derived_readings(mission, kpi)] == [D("11.25")]
    mission = redefine(mission, "marketing-only", "2026-03-10")
    assert derive(mission, "cac-payback").missing == ("cac",)
    mission = read(mission, "cac", 1600, "2026-03-31")
    assert derive(mission, "cac-payback").value == 5  # 1600 ÷ (400 × 80 %), all of one quarter
    [found] = [
        each for each in follow_up(mission, entries, Words("en"), day("2026-04-01"))
        if each.kpi.id == "cac-payback"
    ]  # fmt: skip
    assert found.standing.status == "no-baseline", "14 months was by the other definition"


def test_a_computed_value_is_dated_by_what_it_was_computed_from() -> None:
    mission = inputs(leads=(200, "2026-03-31"), mql=(50, "2026-03-31"))
    mission = read(mission, "leads", 300, "2026-04-10")  # April's MQLs are not counted yet
    [only] = derived_readings(mission, Kpi("r", catalogue="lead-to-mql"))
    assert (only.day, only.value) == (date(2026, 3, 31), 25)


def payback(mission: Engagement, today: str) -> list[tuple[int, str, str]]:
    """(target, outcome, value) of each target of the payback that has passed."""
    kpi = kpis_of(mission)["cac-payback"]
    found = verdicts_of(mission, kpi, counted_readings(mission, kpi), day(today))
    return [
        (int(each.target.value), each.outcome, str(each.reading.value) if each.reading else "")
        for each in found
    ]


def aiming_at_a_payback(mission: Engagement) -> Engagement:
    frame = {"catalogue": "cac-payback", "unit": "months", "kind": "decrease", "baseline": D(14),
             "baseline_on": day("2026-01-31"), "target_3": D(12)}  # fmt: skip
    return recorded(mission, follow(mission, "cac-payback", frame, MARCH))  # by 30 April


def test_a_computed_target_that_passed_keeps_its_verdict_whatever_its_parts_become() -> None:
    """3 600 ÷ (400 × 80 %) = 11.25 months; later, 6 000 ÷ (400 × 80 %) = 18.75."""
    february = {"cac": (3600, "2026-02-28"), "arpa": (400, "2026-02-28"),
                "gross_margin": (80, "2026-02-28")}  # fmt: skip
    mission, may = aiming_at_a_payback(inputs(**february)), day("2026-05-02")
    told = [(12, "reached", "11.25")]
    assert payback(mission, "2026-05-02") == told
    for case, decision in (
        ("its target changed", amend_kpi(mission, "cac-payback", {"target_3": D(11)}, may)),
        ("a part redefined", amend_kpi(mission, "cac", {"definition": "marketing-only"}, may)),
        ("a part let go", let_go(mission, "arpa", may)),
    ):
        after = recorded(mission, decision)
        assert payback(after, "2026-05-03") == told, case
    after = redefine(mission, "marketing-only", "2026-05-02")
    for name, value in (("cac", 6000), ("arpa", 400), ("gross-margin", 80)):
        after = read(after, name, value, "2026-05-31")
    assert payback(after, "2026-06-01") == told, "18.75 is by another definition, a month late"
    early = amend_kpi(mission, "cac", {"definition": "marketing-only"}, day("2026-04-30"))
    assert payback(recorded(mission, early), "2026-05-03") == [(12, "no-reading", "")]


def test_a_target_that_passed_before_it_was_computed_is_judged_by_what_was_typed() -> None:
    mission = read(aiming_at_a_payback(Engagement()), "cac-payback", 11, "2026-04-28")
    told = [(12, "reached", "11")]
    assert payback(mission, "2026-05-02") == told
    for name, value in (("cac", 6000), ("arpa", 400), ("gross-margin", 80)):
        known = {"catalogue": name, "unit": "eur", "kind": "input"}
        mission = recorded(mission, follow(mission, name, known, MARCH))
        mission = read(mission, name, value, "2026-05-31")
    assert payback(mission, "2026-06-01") == told
