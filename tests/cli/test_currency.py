"""An engagement in another currency: read, written and refused in it, on the command line."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Coach

MISSIONS = [
    # currency, an amount as it is typed, as English and French write it back, one refused
    ("USD", "$1,200", "$1,200", "1\u202f200\u00a0$", "1,200 €"),
    ("GBP", "£1.2K", "£1,200", "1\u202f200\u00a0£", "$1,200"),
    ("CHF", "CHF 1'200", "CHF\u00a01,200", "1\u202f200\u00a0CHF", "£1,200"),
    ("EUR", "1,200 euros", "€1,200", "1\u202f200\u00a0€", "CHF 1200"),
]


def test_every_amount_is_read_and_written_in_the_currency_of_the_mission(coach: Coach) -> None:
    for currency, typed, english, french, other in MISSIONS:
        begun = coach(
            "new", f"Acme {currency}", "--start", "2026-01-05", "--days-per-week", "2",
            "--currency", currency, "--leadership-budget", typed,
        )  # fmt: skip
        assert begun.code == 0, begun.err
        assert english in coach("frame", "fit", "--revenue", typed).out
        added = coach(
            "kpi", "add", "new-revenue", "--baseline", typed, "--on", "2026-01-05",
            "--target-12", "2000",
        )  # fmt: skip
        assert added.code == 0, added.err
        assert coach("kpi", "read", "new-revenue", typed).code == 0
        refused = coach("kpi", "read", "new-revenue", other)
        assert refused.code == 1
        assert "nothing" in refused.err, currency
        for language, said in (("en", english), ("fr", french)):
            for command in (("kpi", "status"), ("export", "kpis"), ("history",)):
                shown = coach("--lang", language, *command).out.replace("\\$", "$")
                assert said in shown, (currency, command, language)
                assert currency == "EUR" or "€" not in shown, (currency, command, language)
        found = json.loads(coach("kpi", "status", "--json").out)
        assert found["kpis"][0]["unit"] == currency.lower()


def test_an_amount_of_two_currencies_is_refused_in_words(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2", "--currency", "EUR")
    coach("kpi", "add", "new-revenue", "--baseline", "1000", "--on", "2026-01-05",
          "--target-12", "2000")  # fmt: skip
    for typed in ("€1,200 + $300", "€1,200 $300", "$1,200€", "1 200 € (1 300 $)", "€/$1,200"):
        for language in ("en", "fr"):
            refused = coach("--lang", language, "kpi", "read", "new-revenue", typed)
            assert (refused.code, refused.out) == (1, ""), (typed, refused.out)
            assert len(refused.err.split()) > 3, typed
    found = json.loads(coach("kpi", "show", "new-revenue", "--json").out)
    assert "1200" not in json.dumps(found)


def test_amounts_are_of_the_currency_that_is_set_with_them(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    other = coach("set", "currency=CHF", "day_rate=1 200 €")
    assert (other.code, "in CHF, not in €" in other.err.replace("\xa0", " ")) == (1, True), (
        other.err
    )
    for fields in (("currency=CHF", "day_rate=CHF 1'200"), ("day_rate=$900", "currency=USD")):
        assert coach("set", *fields).code == 0, fields
    shown = coach("set").out
    assert "currency=USD" in shown
    assert "day_rate=900" in shown


def test_a_cost_in_dollars_is_compared_with_no_euro(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2", "--currency", "usd")
    none = coach("frame", "cost", "--days-per-month", "4", "--months", "6")
    assert none.code == 1, "the guide's day rate is in euros"
    saved = coach(
        "frame", "cost", "--day-rate", "$1,100", "--days-per-month", "4", "--months", "6",
        "--gross", "$90,000", "--save", "--json",
    )  # fmt: skip
    assert saved.code == 0, saved.err
    cost = json.loads(saved.out)
    assert (cost["currency"], cost["fee"]) == ("USD", 26_400)
    assert [each["source"] for each in cost["against"]] == ["own"]
    note = coach("export", "decision").out
    assert "$26,400" in note
    assert "€110,000" not in note
    assert "nothing is converted" in note


def test_the_signals_say_that_the_guides_threshold_is_in_euros(coach: Coach) -> None:
    for company, currency in (("Acme", "chf"), ("Dupont", "eur")):
        coach("new", company, "--start", "2026-01-05", "--days-per-week", "2",
              "--currency", currency)  # fmt: skip
        coach("-e", company, "transition", "signals", "--budget", "160000")
        told = coach("-e", company, "transition", "signals").out
        assert ("without conversion" in told) == (currency == "chf"), told


@pytest.mark.parametrize("unit", ["eur", "gbp"])
def test_a_kpi_in_another_currency_is_refused(coach: Coach, unit: str) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2", "--currency", "USD")
    added = coach("kpi", "add", "Quotes", "--unit", unit, "--kind", "increase")
    assert added.code == 1
    assert "$" in added.err
    assert coach("kpi", "add", "Quotes", "--unit", "usd", "--kind", "increase").code == 0


def test_a_table_in_another_currency_is_refused_line_by_line(coach: Coach, tmp_path) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2", "--currency", "USD")
    coach("kpi", "add", "deal-size")
    table = tmp_path / "t.csv"
    table.write_text('Date,deal-size\n2026-01-06,"$1,200"\n2026-01-07,"€1,300"\n', "utf-8")
    shown = coach("kpi", "import", str(table))
    assert "$1,200" in shown.out
    assert "in $, not in €" in shown.err


def test_the_guides_euros_are_said_to_be_converted_into_nothing(coach: Coach) -> None:
    """1,000 a day, 2 days a week, 44 weeks: 88,000 a year, above the 50,000 to act with."""
    for currency, expected in (("EUR", False), ("CHF", True)):
        coach(
            "new", f"Acme {currency}", "--start", "2026-11-02", "--days-per-week", "2",
            "--currency", currency, "--day-rate", "1000", "--activation-budget", "50000",
        )  # fmt: skip
        told = {each["id"]: each for each in coach("check", "--json").json}["fee-eats-budget"]
        assert "88,000" in told["words"]
        assert "€60–80K" in told["reason"]
        assert ("the same figures are taken in CHF" in told["reason"]) is expected


def test_what_would_be_kept_nowhere_is_refused(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    for command in (
        ("frame", "cost", "--day-rate", "900", "--save"),
        ("frame", "cost", "--days-per-month", "4", "--months", "6", "--bonus", "5000"),
        ("kpi", "add", "mql", "--limit", "20"),
        ("kpi", "add", "mql", "--target-12", "20"),
    ):
        ended = coach(*command)
        assert (ended.code, ended.out) == (1, ""), command
