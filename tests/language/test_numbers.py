"""Numbers are read as people write them, and written as the language's own rules say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.language import LANGUAGES, Refusal, Words
from coach_tui.language.numbers import (
    Amount,
    read_amount,
    read_number,
    write_money,
    write_number,
    write_percent,
)

LANGUAGE = st.sampled_from(LANGUAGES)
FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 234,56 €", "1234.56"),
        ("1\u00a0234,56\u00a0€", "1234.56"),
        ("1\u202f234,56\u202f€", "1234.56"),
        ("1\u2009234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("€1,234.56", "1234.56"),
        ("12.345.678", "12345678"),
        ("1'234.5", "1234.5"),
        ("1’234", "1234"),
        ("9,99", "9.99"),
        ("9.99", "9.99"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("12 %", "12"),
        ("2,5 %", "2.5"),
        ("3 M€", "3000000"),
        ("1,5 M€", "1500000"),
        ("150 K€", "150000"),
        ("150k", "150000"),
        ("2 Md€", "2000000000"),
        ("3,56 ×", "3.56"),
        ("11,25 mois", "11.25"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("-€5", "-5"),
        ("€-5", "-5"),
        ("+5", "5"),
        ("400 euros", "400"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_written_one_way_read_one_way_in_both_languages(written, meant, language):
    assert read_number(written, language) == Decimal(meant)


@pytest.mark.parametrize(
    "written",
    ["", "   ", "abc", "1 2", "12 34", "1,2,3", "1..2", "1,", ".5.", "1.234.56", "1,234,5",
     "1e5", "٣", "--5", "- -5", "5 %%", "€5 €", "1" * 70, "5 patates", "NaN", "inf", "1 234 56",
     "1,23.4,5", "1 234.567.8", "=5"],
)  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_a_number_is_refused_in_words(written, language):
    refusal = read_number(written, language)
    assert isinstance(refusal, Refusal)
    said = Words(language).refusal(refusal)
    assert said != refusal.reason
    assert "{" not in said


@pytest.mark.parametrize(
    ("written", "language", "readings"),
    [
        ("1.234", "fr", ("1\u202f234", "1,234")),
        ("1.234", "en", ("1,234", "1.234")),
        ("1,234", "fr", ("1\u202f234", "1,234")),
        ("12.345 €", "fr", ("12\u202f345", "12,345")),
        ("1.234 M€", "en", ("1,234", "1.234")),
    ],
)
def test_two_readings_are_both_said_and_none_is_guessed(written, language, readings):
    refusal = read_number(written, language)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "refusal.number.two-readings"
    assert (refusal.values["first"], refusal.values["second"]) == readings
    # What the refusal proposes to write instead is read one way.
    assert read_number(refusal.values["write_first"], language) == 1000 * read_number(
        refusal.values["write_second"], language
    )


def test_a_comma_is_a_thousand_in_english_only():
    assert read_number("1,234", "en") == 1234
    assert isinstance(read_number("1,234", "fr"), Refusal)


def test_the_unit_written_beside_a_number_is_known():
    assert read_amount("12 %", "fr") == Amount(Decimal(12), "percent")
    assert read_amount("€12", "en") == Amount(Decimal(12), "eur")
    assert read_amount("12", "en") == Amount(Decimal(12), "")


@pytest.mark.parametrize("written", ["12 $", "$12", "12 USD", "£3", "3 GBP"])
def test_another_currency_is_never_taken_for_euros(written):
    assert read_number(written, "en").reason == "refusal.number.currency"


def test_beyond_any_company_is_refused():
    assert read_number("1 000 Md€", "fr").reason == "refusal.number.too-large"


@given(FIGURES, LANGUAGE, st.sampled_from([0, 1, 2, 4, None]))
def test_what_is_written_reads_back(value, language, places):
    step = Decimal(1).scaleb(-(2 if places is None else places))
    written = write_number(value, language, places)
    assert read_number(written, language) == value.quantize(step)


@given(FIGURES, LANGUAGE)
def test_three_decimals_read_back_or_are_refused_never_misread(value, language):
    read = read_number(write_number(value, language, 3), language)
    assert isinstance(read, Refusal) or read == value.quantize(Decimal("0.001"))


@given(FIGURES, LANGUAGE)
def test_money_and_percent_read_back(value, language):
    cents = value.quantize(Decimal("0.01"))
    assert read_amount(write_money(value, language), language) == Amount(cents, "eur")
    points = read_amount(write_percent(value, language), language)
    assert points == Amount((value * 100).quantize(Decimal("0.01")), "percent")


@given(FIGURES, LANGUAGE, st.integers(0, 4))
def test_written_as_babel_writes(value, language, places):
    if value.quantize(Decimal(1).scaleb(-places)).is_zero():
        value = Decimal(0)  # Babel writes “-0”
    zeros = "." + "0" * places if places else ""
    assert write_number(value, language, places) == format_decimal(
        value, "#,##0" + zeros, locale=language
    )
    whole = value.to_integral_value()
    if whole:
        assert write_money(whole, language) == format_currency(
            whole, "EUR", "#,##0\u00a0¤" if language == "fr" else "¤#,##0",
            locale=language, currency_digits=False,
        )  # fmt: skip
        assert write_percent(whole / 100, language, 0) == format_percent(
            whole / 100, locale=language
        )
    cents = value.quantize(Decimal("0.01"))
    if cents:
        assert write_money(value, language, 2) == format_currency(value, "EUR", locale=language)


@given(st.text(max_size=40), LANGUAGE)
def test_no_text_breaks_the_reader(text, language):
    assert isinstance(read_amount(text, language), Amount | Refusal)
