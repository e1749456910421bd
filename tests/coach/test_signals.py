"""Noise silences what is said of movement, and only that; a signal speaks however well it goes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from coach_tui.coach.advice.evidence import fact_of
from coach_tui.coach.advice.rules import RULES
from coach_tui.coach.advice.situation import Behind, Measure, Situation, WordKey
from coach_tui.coach.advice.words import spoken
from coach_tui.coach.kpi.overview import follow_up
from coach_tui.engagement.change import Decision
from coach_tui.engagement.kpi.behaviour import Behaviour, behaviour, set_baseline
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.kpi.setup import amend_kpi
from coach_tui.exports.kpi.limits import limit_facts
from coach_tui.language import Refusal, Words
from tests.coach.story import D0, Story, d
from tests.coach.test_evidence import advice_of
from tests.coach.test_rules import STEADY, weekly
from tests.engagement.kpi_mission import reason
from tests.engagement.recording import taken

NOISY = (100, 60, 95, 58, 104, 70, 62, 99, 57, 101, 66, 98, 61, 96, 63)


def behaves(situation: Situation, kpi_id: str = "mql") -> Behaviour:
    return behaviour(situation.engagement, kpis_of(situation.engagement)[kpi_id], situation.today)


def held_to(limit: object, *values: object) -> Story:
    """A KPI that should stay above this, with a reading a week."""
    story = Story().kpi("mql", kind="above", limit=Decimal(str(limit)), cadence="week")
    for week, value in enumerate(values):
        story.read("mql", d(week * 7), value)
    return story


def decided(title: str, day: date) -> Decision:
    return taken("q", title, day, why="Seen", about=("kpi:mql",))


def test_a_fall_inside_firm_limits_is_noise_and_half_of_it_never_is():
    fell = held_to(80, *NOISY, 100, 60)
    assert behaves(fell.at(112)).noise
    assert RULES["kpi-fell"](fell.at(112)) is None
    unfirm = held_to(80, *NOISY[:10], 100, 60)
    assert not behaves(unfirm.at(77)).firm
    assert RULES["kpi-fell"](unfirm.at(77)) is not None
    halved = RULES["kpi-fell"](held_to(80, *NOISY, 100, 50).at(112))
    assert halved
    assert halved.severity == "critical"


def test_half_of_a_value_measures_nothing_where_a_kpi_goes_below_zero():
    """A growth rate that swings about zero loses half of itself every other week."""
    swings = (3, -2, 4, -3, 2, 1, -1, 5, -2, 3, -4, 2, 0, 4, -1, 2, -1)
    calm = held_to_rate(*swings).at(112)
    assert behaves(calm, "growth").noise
    assert RULES["kpi-fell"](calm) is None
    assert RULES["kpi-fell"](held_to_rate(*swings[:12], 2, -1).at(91)) is not None, "not firm yet"
    assert RULES["kpi-fell"](held_to_rate(*swings[:-1], -19).at(112)) is not None, "outside"


def test_a_percentage_is_told_of_what_stays_at_zero_or_above_and_elsewhere_the_change_itself():
    """From 2 % to −15 % is 17 points lost, and not 850 %; from zero no percentage can be told."""
    told = (
        ("percent", (2, -15), "17 points worse", "Dégradé de 17 points"),
        ("percent", (-4, -6), "2 points worse", "Dégradé de 2 points"),
        ("percent", (0, -1), "1 point worse", "Dégradé de 1 point "),
        ("eur", (-10_000, -95_000), "€85,000 worse", "Dégradé de 85 000 €"),
        ("eur", (20_000, -20_000), "€40,000 worse", "Dégradé de 40 000 €"),
        ("percent", (8, 2), "75% worse", "Dégradé de 75 %"),
        ("count", (40, 0), "100% worse", "Dégradé de 100 %"),
    )
    for unit, values, english, french in told:
        fell = held_to_rate(*values, unit=unit, limit=10 if unit != "eur" else 50_000).at(8)
        for language, expected in (("en", english), ("fr", french)):
            said = spoken(advice_of("kpi-fell", fell), Words(language), fell.catalogues).words
            plain = said.replace("\u202f", " ").replace("\xa0", " ")
            assert f" Growth. {expected}" in plain, (unit, values, said)
    below = Story().kpi("late", name="Late", unit="count", kind="below", limit=Decimal(1))
    found = RULES["kpi-fell"](below.read("late", d(0), 0).read("late", d(7), 3).at(8))
    assert found, "from none late to three"
    assert (found.values["lost"], found.severity) == (Measure(Decimal(3), "count"), "")


def held_to_rate(*values: int, unit: str = "percent", limit: int = 4) -> Story:
    story = Story().kpi(
        "growth", name="Growth", unit=unit, kind="above", limit=Decimal(limit), cadence="week"
    )
    for week, value in enumerate(values):
        story.read("growth", d(week * 7), value)
    return story


def test_readings_that_never_differ_are_called_neither_noise_nor_provisional():
    for many in (8, 16):
        story = held_to(10, *[11] * many)
        (each,) = follow_up(story.engagement, {}, Words("en"), d(many * 7))
        assert dict(limit_facts(each, Words("en")))["signals"].startswith("nothing to tell")


def test_of_limits_that_never_moved_it_is_said_whether_later_readings_do():
    story = held_to(10, *[11] * 15, 14, 9)
    for language, expected in (("en", "never differ, and later ones do"), ("fr", "d’autres var")):
        (each,) = follow_up(story.engagement, {}, Words(language), d(120))
        assert expected in dict(limit_facts(each, Words(language)))["signals"]


def test_the_reading_far_off_is_named_and_the_centre_is_called_what_it_is():
    story = held_to(10, 41, 44, 39, 43_000, 40, 42, 45, 41, 42)
    for language, expected in (
        ("en", "median 42 · from 9 readings, 2 March 2026 to 27 April 2026 · 43,000 on 23 March"),
        ("fr", "médiane 42 · sur 9 relevés, du 2 mars 2026 au 27 avril 2026 · 43 000 le 23 mars"),
    ):
        (each,) = follow_up(story.engagement, {}, Words(language), d(63))
        said = dict(limit_facts(each, Words(language)))["limits"]
        assert expected in said.replace("\u202f", " ").replace("\xa0", " ")
        behind = fact_of("kpi-signal", Behind("kpi-limits", "mql"), story.at(63))
        assert behind.values["centre"] == WordKey("kpi.chart.median")


def test_noise_does_not_silence_what_is_off_track():
    off = held_to(80, *NOISY, 62, 61)
    assert behaves(off.at(112)).noise
    found = RULES["kpi-red-two-months"](off.at(112))
    assert found
    assert [each.entity for each in found.records] == ["kpi", "kpi-limits"]


def test_a_signal_the_right_way_speaks_softly_and_the_wrong_way_loudly():
    assert RULES["kpi-signal"](weekly(*STEADY, 60).at(105)).severity == "info"
    assert RULES["kpi-signal"](weekly(*STEADY, 33).at(105)).severity == "alert"
    assert RULES["kpi-signal"](weekly(*STEADY, *[37] * 8).at(154)).severity == "watch"


def test_a_jump_between_two_readings_inside_the_limits_is_shown_and_asks_for_nothing():
    jumped = weekly(*STEADY, "34.5", 50)
    assert [each.rule for each in behaves(jumped.at(112)).now] == ["range"]
    assert RULES["kpi-signal"](jumped.at(112)) is None


def test_a_weak_signal_asks_for_nothing_until_the_other_weak_one_agrees():
    run = weekly(*STEADY, *[41] * 8)
    assert {each.rule for each in behaves(run.at(154)).now} == {"run"}
    assert RULES["kpi-signal"](run.at(154)) is None


def wandering(seed: int, weeks: int, shift: int = 0) -> list[Decimal]:
    """A hundred, give or take fifteen and never more than thirty; from week 15 on shifted."""
    drawn, found = Random(seed), []
    while len(found) < weeks:
        away = drawn.gauss(0, 1)
        if abs(away) <= 2:
            moved = 15 * (away + (shift if len(found) >= 15 else 0))
            found.append(Decimal(round(100 + moved)))
    return found


def alarms(values: list[Decimal], *rules: str) -> list[int]:
    """The weeks after the baseline in which any of these rules speaks, counted from 1."""
    told = []
    for week in range(16, len(values) + 1):
        now = held_to(105, *values[:week]).at((week - 1) * 7)
        if any(RULES[rule](now) for rule in rules):
            told.append(week - 15)
    return told


def test_a_year_within_its_noise_raises_no_alarm_and_a_real_shift_is_told_in_weeks():
    """This year, of one seed: how often chance alone asks is measured over two hundred series in
    `tests/engagement/test_kpi_limits.py`, and told in FORMULAS.md."""
    # What the same falls would have raised without limits: a quarter lost in a reading.
    values = wandering(2, 67)
    falls = [week for week in range(16, 67) if values[week] <= values[week - 1] * 3 / 4]
    assert len(falls) == 5
    assert alarms(values, "kpi-fell", "kpi-signal") == []
    assert alarms(wandering(2, 30, shift=-2), "kpi-fell", "kpi-signal")[0] == 2


def test_one_signal_is_not_told_twice():
    fell = held_to(80, *STEADY, 20).at(105)
    assert RULES["kpi-fell"](fell) is not None
    assert RULES["kpi-signal"](fell) is None


def test_a_decision_since_the_signals_began_is_the_answer():
    run = weekly(*STEADY, *[37] * 9)
    assert RULES["kpi-signal"](run.at(161)) is not None
    run.do(decided("Fewer posts", d(155)), d(155))
    assert RULES["kpi-signal"](run.at(161)) is None
    elsewhere = weekly(*STEADY, *[37] * 9)
    elsewhere.do(taken("q", "Fewer posts", d(155), why="Seen", about=("kpi:sql",)), d(155))
    assert RULES["kpi-signal"](elsewhere.at(161)) is not None


def test_the_baseline_stays_where_it_is_as_readings_come():
    first = behaves(weekly(*STEADY).at(98))
    later = behaves(weekly(*STEADY, 60, 20, 41, 80).at(126))
    assert first.limits == later.limits
    assert (later.first, later.last) == (d(0), d(98))


def test_a_decision_and_eight_readings_on_one_side_begin_the_limits_anew():
    story = weekly(*STEADY).do(decided("Twice the posts", d(100)), d(100))
    for week in range(15, 22):
        story.read("mql", d(week * 7), 48 + week % 2)
    assert behaves(story.at(147)).origin == "beginning"
    story.read("mql", d(22 * 7), 48)
    found = behaves(story.at(154))
    assert (found.origin, found.why) == ("decision", "Twice the posts")
    assert found.limits
    assert not found.firm
    assert 48 < found.limits.mean < 49
    undecided = weekly(*STEADY, *[48, 49] * 4)
    assert behaves(undecided.at(154)).origin == "beginning"


def test_another_definition_at_the_ninth_reading_begins_anew():
    story = weekly(*STEADY[:8])
    assert behaves(story.at(50)).limits
    amended = amend_kpi(story.engagement, "mql", {"definition": "Said otherwise"}, d(56))
    story.do(amended, d(56))
    story = weekly_named(story, d_from=8, values=STEADY[8:])
    kept = behaves(story.at(110))
    assert kept.limits  # the KPI had no definition to leave: nothing ended
    again = amend_kpi(story.engagement, "mql", {"definition": "A third way"}, d(112))
    story.do(again, d(112)).read("mql", d(119), 9)
    found = behaves(story.at(119))
    assert (found.origin, found.limits, found.missing) == ("definition", None, 7)


def weekly_named(story: Story, d_from: int, values: tuple[int, ...]) -> Story:
    for week, value in enumerate(values, d_from):
        story.read("mql", d(week * 7), value)
    return story


def test_another_baseline_is_chosen_on_purpose_with_a_reason_and_eight_readings():
    story = weekly(*STEADY, *[48, 49] * 4)
    engagement, today = story.engagement, d(160)
    assert reason(set_baseline(engagement, "mql", {"since": d(105)}, today)) == (
        "refusal.kpi.limits-no-why"
    )
    window = {"since": d(105), "until": d(147), "why": "New offer"}
    few = set_baseline(engagement, "mql", window, today)
    assert reason(few) == "refusal.kpi.limits-few"
    assert isinstance(few, Refusal)
    assert few.values["n"] == 7
    turned = {**window, "until": d(100)}
    assert reason(set_baseline(engagement, "mql", turned, today)) == "refusal.kpi.limits-order"
    assert reason(set_baseline(engagement, "other", window, today)) == "refusal.kpi.unknown"
    story.do(set_baseline(engagement, "mql", {"since": d(105), "why": "New offer"}, today))
    found = behaves(story.at(160))
    assert (found.origin, found.why, found.first) == ("purpose", "New offer", d(105))
    story.do(set_baseline(story.engagement, "mql", {"since": None}, today))
    assert behaves(story.at(160)).origin == "beginning"


def test_what_is_missing_is_counted():
    assert behaves(weekly(*STEADY[:3]).at(20)).missing == 5
    assert behaves(Story().kpi("mql").at(0)).missing == 8


def test_the_readings_of_days_to_come_are_not_looked_at():
    assert behaves(weekly(*STEADY, 60).at(100)).now == ()
    assert d(0) == D0
