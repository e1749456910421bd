"""KPIs, walked through: taken up from the catalogue, read, checked in, brought in from a CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal as D
from itertools import islice, repeat

import pytest
from textual.widgets import Input, Select

from coach_tui.coach.kpi.overview import Followed
from coach_tui.engagement.kpi.behaviour import Behaviour, SignalTold
from coach_tui.engagement.kpi.limits import natural_limits
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, Reading, readings_of
from coach_tui.engagement.kpi.record import Kpi, Target, kpis_of
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.kpi.status import rules_of, standing
from coach_tui.exports.kpi.importing import ReadingsImport
from coach_tui.language import Words
from coach_tui.language.numbers import write_number
from coach_tui.ui.dialogs import working
from coach_tui.ui.kpi.chart import chart
from coach_tui.ui.kpi.drawing import drawn_chart
from coach_tui.ui.kpi.rows import drawing, rows
from coach_tui.ui.screens.kpis import KpisScreen
from tests.coach.story import Story

from .conftest import screen_text
from .test_accesses import HOSTILE, press, said

TODAY = date(2026, 3, 12)


def put(session, kpi_id, *values, **fields):
    """Record a KPI and readings of it, as the command line would."""
    frame = {"catalogue": kpi_id, **fields}
    assert session.record(follow(session.engagement, kpi_id, frame, TODAY))
    for value, day in values:
        heard = Heard(kpi_id, day, D(str(value)))
        session.record(read_kpi(session.engagement, session.new_id(), heard, TODAY))


def values(app, kpi_id):
    return [reading.value for reading in readings_of(app.session.engagement).get(kpi_id, ())]


def fill(app, **answers):
    for name, value in answers.items():
        app.screen.query_one(f"#field-{name}", Input).value = value


@pytest.fixture
def example(acme):
    """The worked example of the design, moved to this house's day: half-way, at 64."""
    half = {"baseline_on": date(2025, 12, 12), "target_6_on": date(2026, 6, 10)}
    put(acme, "mql", (64, TODAY), baseline=D(40), target_6=D(100), **half)
    put(acme, "cac", (3600, TODAY), kind="decrease", unit="eur", baseline=D(4200),
        target_6=D(3000), **half)  # fmt: skip
    put(acme, "mql-to-sql", (18, TODAY), kind="above", unit="percent", limit=D(20))
    for name, value, unit in (("arpa", 400, "eur"), ("gross-margin", 80, "percent"),
                              ("churn", "2.5", "percent")):  # fmt: skip
        put(acme, name, (value, TODAY), kind="input", unit=unit)
    return acme


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_figure_is_whole_or_left_out_at_every_width(opened, example, language):
    big = {"baseline_on": date(2025, 12, 12), "target_6_on": date(2026, 6, 10)}
    put(example, "pipeline", (1_234_567, TODAY), catalogue="", name="Pipe", unit="eur",
        baseline=D(1_200_000), target_6=D(1_250_000), **big)  # fmt: skip
    put(example, "leap", (5000, TODAY), catalogue="", name="Leap", baseline=D(1), target_6=D(2),
        **big)  # fmt: skip
    async with opened(example.path, size=(80, 24), language=language) as (app, pilot):
        await press(pilot, "4")
        paces = 0
        for width in range(36, 140):
            followed = app.screen.followed
            for each, told in zip(followed, rows(followed, app.words, width).lines, strict=True):
                assert not re.search(r"\d[.,\u202f\xa0]?…", told.plain), (width, told.plain)
                assert told.cell_length <= width, (width, told.plain)
                if each.standing.pace is not None:
                    paces += write_number(each.standing.pace, language, 2) in told.plain
        assert paces > 150


async def test_the_worked_example_in_french(opened, example):
    async with opened(example.path, size=(80, 50), language="fr") as (app, pilot):
        await press(pilot, "4")
        text = said(app).replace("\u202f", " ").replace("\xa0", " ")
        assert "64 100 0,80 ▲ à surveiller" in text
        assert "3 600 € 3 000 € 1,00 ● dans les temps" in text
        assert "18 % ≥ 20 %" in text
        assert "400 € × 80 % ÷ 2,5 % = 12 800 €" in text


async def test_the_worked_example_in_english_with_its_chart(opened, example):
    async with opened(example.path, size=(120, 40)) as (app, pilot):
        await press(pilot, "4")
        text = said(app)
        assert "40 64 100 40% 0.80 ▲ watch" in text
        assert "€4,200 €3,600 €3,000" in text
        assert "= 11.25 months" in text
        assert all(mark in screen_text(app) for mark in "●·○│└")
        assert "€400 × 80% ÷ 2.5% ÷ €3,600 = 3.56×" in text


async def test_from_the_catalogue_to_a_first_status(opened, acme):
    async with opened(acme.path, size=(100, 50)) as (app, pilot):
        await press(pilot, "4")
        assert "a Track a KPI" in said(app)
        await press(pilot, "a", *"mql", "enter")
        fill(app, baseline="40", baseline_on="2026-01-01", target_6="40")
        await press(pilot, "ctrl+s")
        assert "stay above" in said(app)
        fill(app, target_6="1.234")
        await press(pilot, "ctrl+s")
        assert "two ways: 1,234 or 1.234" in said(app)
        fill(app, target_6="100")
        await press(pilot, "ctrl+s")
        assert kpis_of(app.session.engagement)["mql"].targets[0].value == 100
        assert "no reading" in said(app)
        await press(pilot, "enter", *"-5", "ctrl+s")
        assert "below zero" in said(app)
        fill(app, value="64")
        await press(pilot, "ctrl+s")
        assert values(app, "mql") == [64]
        assert "on track" in said(app)
        await press(pilot, "u")
        assert values(app, "mql") == []


async def test_a_figure_that_is_no_number_is_refused_with_the_name_of_its_field(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await pilot.press("4", "a", *"mql", "enter")
        await pilot.pause(0.3)
        fill(app, target_6="abc")
        await pilot.press("ctrl+s")
        await pilot.pause()
        shown = said(app).replace("\xa0", " ")
        _, _, after = shown.partition("Cible à 6 mois")
        assert "« abc » n’est pas un nombre" in after, shown
        fill(app, target_6="", baseline_on="31/02/2027")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "« 31/02/2027 »" in said(app).replace("\xa0", " ")


async def test_a_kpi_with_rival_definitions_asks_for_one(opened, acme):
    async with opened(acme.path, size=(100, 50)) as (app, pilot):
        await press(pilot, "4", "a", *"cac)", "enter", "ctrl+s")
        assert "Pick one" in said(app)
        app.screen.query_one("#field-definition", Select).value = "marketing-only"
        await press(pilot, "ctrl+s")
        assert kpis_of(app.session.engagement)["cac"].definition == "marketing-only"


async def test_a_check_in_reads_all_that_is_due_as_one_gesture(opened, acme):
    put(acme, "mql", (50, date(2026, 3, 1)), cadence="week")
    put(acme, "leads", cadence="week")
    put(acme, "nrr", (90, TODAY), unit="percent", cadence="week")
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4")
        assert "2 readings due" in said(app)
        await press(pilot, "i")
        assert "last 50, 1 March 2026" in said(app)
        fill(app, n0="55", n1="abc")
        await press(pilot, "ctrl+s")
        assert "not a number" in said(app)
        assert values(app, "mql") == [50]
        fill(app, n1="300")
        await press(pilot, "ctrl+s")
        assert (values(app, "mql"), values(app, "leads")) == ([50, 55], [300])
        await press(pilot, "u")
        assert (values(app, "mql"), values(app, "leads")) == ([50], [])


async def test_each_role_says_how_sure_it_is(opened, example):
    async with opened(example.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4", "t")
        app.screen.query_one("#field-level", Select).value = "2"
        await press(pilot, "ctrl+s")
        assert "founder 2/5" in said(app)


async def test_an_input_is_taken_up_with_its_first_value(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4", "a", *"churn", "enter")
        fill(app, value="2,5 %")
        await press(pilot, "ctrl+s")
        assert values(app, "churn") == [D("2.5")]


async def test_what_is_computed_is_not_typed(opened, example):
    put(example, "ltv", unit="eur")
    async with opened(example.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4")
        app.screen.point_at("ltv")
        await press(pilot, "enter")
        assert "computed from what was recorded" in said(app)


CSV = "Jour;Leads du mois;CAC\n28/02/2026;52;\n05/03/2026;58;3 650,50 €\n05/03/2026;abc;1.234\n"


async def test_a_csv_comes_in_after_a_preview_and_its_columns_are_asked_once(
    opened, example, tmp_path
):
    file = tmp_path / "suivi.csv"
    file.write_bytes(CSV.encode("cp1252"))
    async with opened(example.path, size=(100, 40), language="fr") as (app, pilot):
        await press(pilot, "4", "f")
        fill(app, path=str(file))
        await press(pilot, "ctrl+s")
        await pilot.pause(0.1)
        app.screen.query_one("#field-c1", Select).value = "kpi:mql"
        await press(pilot, "ctrl+s")
        await pilot.pause(0.2)
        assert "3 relevés seraient ajoutés · 2 refusés" in said(app)
        assert "se lit de deux façons" in said(app)
        assert values(app, "mql") == [64]
        await press(pilot, "enter")
        assert values(app, "mql") == [52, 58, 64]
        await press(pilot, "f")
        fill(app, path=str(file))
        await press(pilot, "ctrl+s")
        await pilot.pause(0.3)
        assert "Rien à ajouter" in said(app)
        assert "3 sont déjà enregistrés" in said(app)


async def test_a_long_csv_can_be_stopped_and_nothing_of_it_is_kept(
    opened, example, tmp_path, monkeypatch
):
    read = ReadingsImport.read

    def endless(brought: ReadingsImport) -> Iterator[int]:
        """The file's first lines, then no other: it is read for as long as nobody stops it."""
        yield from islice(read(brought), 100)
        yield from repeat(100)

    monkeypatch.setattr(ReadingsImport, "read", endless)
    file = tmp_path / "long.csv"
    file.write_text("day,mql\n" + "2026-03-01,5\n2026-03-02,6\n" * 10_000)
    async with opened(example.path, size=(100, 40)) as (app, pilot):
        before = app.session.path.read_bytes()
        await press(pilot, "4", "f")
        fill(app, path=str(file))
        await press(pilot, "ctrl+s")
        assert "About 20001 lines" in said(app)
        assert isinstance(app.screen, working.WorkingDialog)
        await press(pilot, "escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, KpisScreen)
        assert "Nothing was recorded" in said(app)
        assert values(app, "mql") == [64]
        assert app.session.path.read_bytes() == before


async def test_what_only_the_reader_can_say_is_asked_and_nothing_more(opened, example, tmp_path):
    file = tmp_path / "doubts.csv"
    file.write_text("Report of May\nDate,mql,mql-to-sql\n1/2/2026,52,0.18\n3/12/2026,70,0.17\n")
    async with opened(example.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4", "f")
        fill(app, path=str(file))
        await press(pilot, "ctrl+s")
        await pilot.pause(0.1)
        assert "day first or month first" in said(app)
        app.screen.query_one("#field-order", Select).value = "mdy"
        await press(pilot, "ctrl+s")
        await pilot.pause(0.2)
        assert "70 in the file, 64 recorded (line 4)" in said(app)
        assert "0.18% in the file, 18% until then (line 3)" in said(app)
        app.screen.query_one("#field-rates", Select).value = "shares"
        app.screen.query_one("#field-same_day", Select).value = "replace"
        await press(pilot, "ctrl+s")
        await pilot.pause(0.2)
        assert "named on line 2; 1 row above it" in said(app)
        assert values(app, "mql") == [64]
        await press(pilot, "enter")
        assert values(app, "mql") == [52, 64, 70]
        assert values(app, "mql-to-sql") == [18, 18, 17]


async def test_what_is_no_table_is_refused_in_place(opened, example, tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("")
    async with opened(example.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "4", "f")
        fill(app, path=str(file))
        await press(pilot, "ctrl+s")
        assert "is empty" in said(app)
        fill(app, path=str(tmp_path / "nowhere.csv"))
        await press(pilot, "ctrl+s")
        assert "There is no file" in said(app)


@pytest.mark.parametrize(("size", "language"), [((80, 24), "fr"), ((40, 15), "en")])
async def test_hostile_words_are_shown_harmlessly(opened, acme, size, language):
    frame = {"name": HOSTILE, "catalogue": "", "owner": HOSTILE, "definition": HOSTILE}
    put(acme, "x", (5, TODAY), baseline=D(1), baseline_on=date(2026, 1, 1), target_6=D(9), **frame)
    heard = Heard("x", TODAY, D(6), HOSTILE)
    acme.record(read_kpi(acme.engagement, acme.new_id(), heard, TODAY))
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        for keys in (("4",), ("o",), ("escape",), ("c",), ("escape",), ("enter",), ("escape",)):
            await press(pilot, *keys)
            assert "\x1b" not in screen_text(app)
            assert "\u202e" not in screen_text(app)
        assert "[/x] [x]" in screen_text(app)


def test_the_chart_puts_what_is_aimed_at_and_what_was_read_where_they_are():
    kpi = Kpi(
        "k", baseline=D(0), baseline_on=date(2026, 1, 1),
        targets=(Target(6, D(100), date(2026, 4, 11)),),
    )  # fmt: skip
    readings = [
        Reading("", "k", date(2026, 2, 20), D(100)),
        Reading("", "k", date(2026, 1, 1), D(0)),
    ]
    drawn, frame = chart(kpi, readings, date(2026, 2, 20), 11, 5)
    assert drawn == [
        "     ●   ·○",
        "       ··  ",
        "    ···    ",
        "  ··       ",
        "●·         ",
    ]
    assert (frame.low, frame.high) == (0, 100)
    assert chart(kpi, [], date(2026, 2, 20), 11, 5) == ([], None)


async def test_the_limits_are_on_the_page_and_their_readings_can_be_chosen(opened, acme):
    known = acme.engagement
    acme.record(follow(known, "mql", {"catalogue": "mql", "kind": "above", "limit": D(5)}, TODAY))
    for week, value in enumerate((41, 44, 39, 43, 40, 42, 45, 41, 42, 44)):
        heard = Heard("mql", date(2025, 12, 1) + timedelta(weeks=week), D(value))
        acme.record(read_kpi(acme.engagement, acme.new_id(), heard, TODAY))
    async with opened(acme.path, size=(120, 44)) as (app, pilot):
        await press(pilot, "4")
        text = said(app)
        assert "provisional up to 15 readings" in text
        assert "no signal; nothing is called noise" in text
        assert "░ natural limits - mean" in text
        await press(pilot, "n")
        fill(app, since="2025-12-08")
        await press(pilot, "ctrl+s")
        assert "Write why these readings" in said(app)
        fill(app, why="New form")
        await press(pilot, "ctrl+s")
        assert "from 9 readings, 8 December 2025" in said(app)
        assert "chosen: New form" in said(app)


def test_the_chart_draws_the_natural_limits_and_gives_a_signal_a_sign_of_its_own():
    kpi = Kpi("k", kind="above")
    values = (10, 12, 11, 9, 10, 11, 10, 30)
    days = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(8)]
    readings = [Reading("", "k", day, D(value)) for day, value in zip(days, values, strict=True)]
    limits = natural_limits([each.value for each in readings[:7]] + [D(11)])
    told = SignalTold(readings[-1], "outside", 1, True)
    behaves = Behaviour(limits, 0, days[0], days[-1], signals=(told,), now=(told,))
    drawn, _ = chart(kpi, readings, days[-1], 15, 9, behaves)
    assert drawn == [
        "              ▲",
        "               ",
        "               ",
        "               ",
        "               ",
        "               ",
        "░░●░░░░░░░░░░░░",
        "●---●-●-●-●-●--",
        "░░░░░░░░░░░░░░░",
    ]
    flat = Behaviour(natural_limits([D(11)] * 8), 0, days[0], days[-1])
    drawn, _ = chart(kpi, readings, days[-1], 15, 6, flat)
    assert not {"░", "-"} & set("".join(drawn))


async def test_the_chart_has_the_room_of_its_pane_from_the_first_look(opened, acme):
    past = {"baseline_on": date(2025, 12, 1), "target_3_on": date(2026, 6, 1)}
    put(acme, "cac", (4000, date(2026, 2, 27)), kind="decrease", unit="eur", baseline=D(4200),
        target_3=D(3900), **past)  # fmt: skip
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await press(pilot, "4")
        axis = next(
            row for row in screen_text(app).splitlines() if "└──" in row and "─┘" not in row
        )
        assert axis.count("─") > 40
        assert "1 Dec 2025" in screen_text(app)


def test_what_stands_above_a_chart_takes_its_own_rows_from_it_so_that_its_signs_show():
    """Where it stands folds in a narrow pane: the chart is lower by as much, none of it below."""
    kpi = Kpi("k", kind="below", unit="hours", limit=D(24))
    days = [date(2026, 7, 6) + timedelta(weeks=week) for week in range(9)]
    read = tuple(Reading("", "k", day, D(20 + place % 3)) for place, day in enumerate(days))
    behaves = Behaviour(natural_limits([each.value for each in read]), 0, days[0], days[-1])
    stands = standing(kpi, read, date(2026, 11, 1), rules_of(Story().engagement))
    each = Followed(kpi, "k", stands, read, due=True, behaviour=behaves)
    for width in (62, 100):
        drawn = drawing(each, Words("fr"), date(2026, 11, 1), width, 26)
        assert drawn.get_height({}, width) <= 26, width
        assert "moyenne" in drawn.plain
    assert drawing(each, Words("fr"), date(2026, 11, 1), 0, 0).plain, "a pane not laid out yet"


def test_the_days_under_a_narrow_chart_never_touch():
    kpi = Kpi("k", kind="increase", unit="eur", baseline=D(10), baseline_on=date(2026, 4, 30),
              targets=(Target(12, D(280_000), date(2027, 4, 30)),))  # fmt: skip
    read = (Reading("", "k", date(2026, 5, 31), D(20)),)
    stands = standing(kpi, read, date(2026, 6, 1), rules_of(Story().engagement))
    each = Followed(kpi, "k", stands, read, False)
    for width in (10, 30, 38, 60):
        told = [row.plain for row in drawn_chart(each, Words("fr"), date(2026, 6, 1), width, 5)]
        assert any(row.endswith("30 avr. 2027") for row in told)
        assert not any("202630" in row for row in told)


async def test_another_definition_begins_a_series_and_the_earlier_one_stays_in_sight(opened, acme):
    past = {"baseline_on": date(2025, 12, 1), "target_3_on": date(2026, 3, 1)}
    put(acme, "cac", (4000, date(2026, 2, 27)), (3800, date(2026, 3, 11)), kind="decrease",
        unit="eur", definition="loaded", baseline=D(4200), target_3=D(3900), **past)  # fmt: skip
    async with opened(acme.path, size=(100, 60)) as (app, pilot):
        await press(pilot, "4")
        assert "€3,900 by 1 March 2026 · missed: €4,000 on 27 February 2026" in said(app)
        await press(pilot, "c")
        app.screen.query_one("#field-definition", Select).value = "paid"
        await press(pilot, "ctrl+s")
        assert "baseline and targets are to set" in said(app)
        await press(pilot, "enter")
        fill(app, value="700")
        await press(pilot, "ctrl+s")
        text = said(app)
        assert "no baseline" in text
        assert "Until 12 March 2026: Fully loaded" in text
        assert text.index("€700") < text.index("Until 12 March 2026") < text.index("€3,800")
        assert "missed: €4,000 on 27 February 2026" in text
        await press(pilot, "c")
        fill(app, limit="20")
        await press(pilot, "ctrl+s")
        assert "would be lost" in said(app)


async def test_stale_stands_beside_the_state_and_never_in_its_place(opened, acme) -> None:
    half = {"baseline_on": date(2025, 6, 12), "target_12_on": date(2026, 6, 12)}
    put(acme, "mql", (64, date(2025, 12, 12)), baseline=D(40), target_12=D(100), **half)
    for width, badge in ((120, "■ off track · stale"), (80, "■ off track !")):
        async with opened(acme.path, size=(width, 24), language="en") as (app, pilot):
            await press(pilot, "4")
            assert badge in said(app), width


async def test_a_window_made_narrow_again_has_one_page_beside_the_list(opened, acme):
    put(acme, "mql", (60, TODAY), baseline=D(50), baseline_on=date(2025, 12, 12), target_6=D(100))
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await press(pilot, "4")
        assert app.screen.query_one("#kpi-chart").display
        await pilot.resize_terminal(80, 24)
        await press(pilot)
        assert not app.screen.query_one("#kpi-chart").display
        assert app.screen.query_one("#kpi-chart").region.height == 0
