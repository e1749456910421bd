"""Dates are read as people write them, never guessed, and written as the language's rules say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from coach_tui.language import LANGUAGES, Language, Refusal, Words
from coach_tui.language.dates import (
    Sense,
    day_and_month,
    long_date,
    near_date,
    plain_date,
    read_date,
    short_date,
    typed_date,
)

TODAY = date(2026, 11, 22)
EVE = date(2026, 12, 31)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
todays = st.dates(date(2001, 1, 1), date(2099, 12, 31))
languages = st.sampled_from(LANGUAGES)
senses: st.SearchStrategy[Sense] = st.sampled_from(["past", "near", "ahead"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-12-31", EVE),
        ("31/12/2026", EVE),
        ("31.12.2026", EVE),
        ("31-12-2026", EVE),
        ("31 12 2026", EVE),
        (" 31/12/26 ", EVE),
        ("31/12", EVE),
        ("31 décembre 2026", EVE),
        ("31 decembre 2026", EVE),
        ("31 DÉCEMBRE 2026", EVE),
        ("31 de\u0301c. 2026", EVE),
        ("31 déc. 2026", EVE),
        ("31 December 2026", EVE),
        ("December 31, 2026", EVE),
        ("Dec 31 2026", EVE),
        ("31st december, 2026", EVE),
        ("1er janvier 2027", date(2027, 1, 1)),
        ("1 fevrier 2027", date(2027, 2, 1)),
        ("15 aout 2026", date(2026, 8, 15)),
        ("3 juin 2026", date(2026, 6, 3)),
        ("3 juil. 2026", date(2026, 7, 3)),
        ("2 mai 2026", date(2026, 5, 2)),
        ("2 May 2026", date(2026, 5, 2)),
        ("29/02/2028", date(2028, 2, 29)),
        ("aujourd'hui", TODAY),
        ("Aujourd’hui", TODAY),
        ("demain", TODAY + timedelta(days=1)),
        ("yesterday", TODAY - timedelta(days=1)),
        ("04/04/2026", date(2026, 4, 4)),
        ("5 mars 27", date(2027, 3, 5)),
        ("le 5 mars 2027", date(2027, 3, 5)),
        ("the 5th March 2027", date(2027, 3, 5)),
        ("vendredi 5 mars 2027", date(2027, 3, 5)),
        ("Friday, 5 March 2027", date(2027, 3, 5)),
    ],
)
def test_one_reading_in_both_languages(said: str, meant: date, language: Language) -> None:
    assert read_date(said, language, TODAY) == meant


def test_figures_are_day_first_in_french_and_refused_with_both_readings_in_english() -> None:
    assert read_date("03/04/2026", "fr", TODAY) == date(2026, 4, 3)
    refusal = read_date("03/04/2026", "en", TODAY)
    assert isinstance(refusal, Refusal)
    said = Words("en").refusal(refusal)
    assert "2026-04-03" in said
    assert "2026-03-04" in said


def test_an_american_date_is_read_in_english_only() -> None:
    assert read_date("12/31/2026", "en", TODAY) == EVE
    refusal = read_date("12/31/2026", "fr", TODAY)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "refusal.dates.no-such-month"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("31/02/2026", "no-such-day"),
        ("31/02", "no-such-day"),
        ("29/02/2026", "no-such-day"),
        ("2026-02-30", "no-such-day"),
        ("2026-13-01", "no-such-month"),
        ("32/01/2026", "no-such-day"),
        ("31/13/2026", "no-such-month"),
        ("3 brumaire 2026", "no-month"),
        ("3 jui 2026", "no-month"),
        ("lundi 5 mars 2027", "other-weekday"),
        ("Monday 5 March 2027", "other-weekday"),
        ("01/01/0000", "unread"),
        ("lundi", "unread"),
        ("soon", "unread"),
        ("12", "unread"),
        ("31/12/202", "unread"),
        ("1/2/3/4", "unread"),
        ("x" * 500, "unread"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(
    said: str, reason: str, language: Language
) -> None:
    refusal = read_date(said, language, TODAY)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == f"refusal.dates.{reason}"
    words = Words(language).refusal(refusal)
    assert words != refusal.reason
    assert "{" not in words
    assert len(words) < 200


def test_a_day_that_is_not_in_its_month_is_refused_with_the_days_that_are() -> None:
    def said(text: str, language: Language) -> str:
        refusal = read_date(text, language, TODAY)
        assert isinstance(refusal, Refusal)
        return Words(language).refusal(refusal)

    assert "du 1er au 28 févr. 2027" in said("31/02/2027", "fr")
    assert "from the 1st to 29 Feb 2028" in said("30/02/2028", "en")
    assert "31 déc. 2026" in said("32/12/2026", "fr")
    assert "n’est pas une date" in said("31/02/0000", "fr")


@pytest.mark.parametrize(
    ("said", "sense", "meant"),
    [
        ("5 mars", "ahead", date(2027, 3, 5)),
        ("March 5", "ahead", date(2027, 3, 5)),
        ("5 mars", "past", date(2026, 3, 5)),
        ("5th March", "past", date(2026, 3, 5)),
        ("5 mars", "near", date(2027, 3, 5)),
        ("1er août", "near", date(2026, 8, 1)),
        ("1er août", "ahead", date(2027, 8, 1)),
        # A due date that has just slipped is this year's; a past day is never months ahead.
        ("23/10", "ahead", date(2026, 10, 23)),
        ("22/10", "ahead", date(2027, 10, 22)),
        ("29/11", "past", date(2026, 11, 29)),
        ("30/11", "past", date(2025, 11, 30)),
        ("31 janvier", "near", date(2027, 1, 31)),
        ("vendredi 5 mars", "near", date(2027, 3, 5)),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_year_the_one_that_makes_sense_of_what_is_asked(
    said: str, sense: Sense, meant: date, language: Language
) -> None:
    assert read_date(said, language, TODAY, sense) == meant


def test_a_day_and_month_in_figures_is_still_two_days_in_english() -> None:
    assert read_date("5/3", "fr", TODAY) == date(2027, 3, 5)
    refusal = read_date("5/3", "en", TODAY)
    assert isinstance(refusal, Refusal)
    said = Words("en").refusal(refusal)
    assert "2027-03-05" in said
    assert "2026-05-03" not in said  # the nearest third of May is next year's
    assert "2027-05-03" in said


@pytest.mark.parametrize("said", ["31/02", "29 février", "February 29"])
def test_a_day_its_month_has_not_is_refused_with_the_days_it_has(said: str) -> None:
    refusal = read_date(said, "fr", TODAY, "ahead")
    assert isinstance(refusal, Refusal)
    assert "28 févr. 2027" in Words("fr").refusal(refusal)


def test_another_weekday_is_refused_with_the_one_it_falls_on() -> None:
    refusal = read_date("lundi 5 mars 2027", "fr", TODAY)
    assert isinstance(refusal, Refusal)
    assert "le 5 mars 2027 est un vendredi" in Words("fr").refusal(refusal)


@given(days, languages, languages)
def test_what_is_written_is_read_back_in_either_language(
    day: date, written: Language, read: Language
) -> None:
    assert read_date(day.isoformat(), read, TODAY) == day
    assert read_date(plain_date(day, written), read, TODAY) == day
    assert read_date(short_date(day, written), read, TODAY) == day
    assert read_date(long_date(day, written), read, TODAY) == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_no_mission_can_have_is_refused_however_it_is_written(language: Language) -> None:
    far = (date(9999, 12, 31), date(2101, 1, 1), date(1999, 12, 31), date.min)
    for day in far:
        for said in (day.isoformat(), plain_date(day, language), f"{day:%d/%m}/{day.year:04}"):
            refusal = read_date(said, "fr", TODAY)
            assert isinstance(refusal, Refusal), said
            assert refusal.reason in ("refusal.dates.far", "refusal.dates.unread"), said
    assert "trop loin" in Words("fr").refusal(read_date("9999-12-31", "fr", TODAY))


@given(days, languages, senses)
def test_what_a_form_shows_is_read_back_and_never_as_another_day(
    day: date, language: Language, sense: Sense
) -> None:
    shown = typed_date(day, language)
    assert read_date(shown, language, TODAY, sense) == day
    for other in LANGUAGES:
        assert read_date(shown, other, TODAY, sense) in (day, *_refused(shown, other))


@given(days, todays, languages, senses)
@example(date(2024, 2, 29), date(2025, 3, 1), "en", "past")
def test_without_its_year_it_is_the_same_day_within_a_year_of_today(
    day: date, today: date, language: Language, sense: Sense
) -> None:
    read = read_date(day_and_month(day, language), language, today, sense)
    if isinstance(read, Refusal):
        assert (day.month, day.day) == (2, 29)  # of a year that has none
        return
    assert (read.month, read.day) == (day.month, day.day)
    assert abs(read - today) <= timedelta(days=365)


def _refused(text: str, language: Language) -> tuple[Refusal, ...]:
    read = read_date(text, language, TODAY)
    return (read,) if isinstance(read, Refusal) else ()


@given(days, languages)
def test_written_as_babel_writes(day: date, language: Language) -> None:
    def babel(pattern: str) -> str:
        written = format_date(day, pattern, locale=language)
        # CLDR leaves out what French always says of a month's first day.
        return written.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else written

    assert plain_date(day, language) == babel("d MMMM y")
    assert short_date(day, language) == babel("d MMM y")
    assert day_and_month(day, language) == babel("d MMM")
    assert long_date(day, language) == babel("EEEE d MMMM y")


@given(st.text(max_size=30), languages, senses)
def test_no_text_breaks_the_reader(text: str, language: Language, sense: Sense) -> None:
    assert isinstance(read_date(text, language, TODAY, sense), date | Refusal)


figures = st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}([-/. ][0-9]{1,4})?", fullmatch=True)
named = st.from_regex(r"(le |Monday,? )?[0-9]{1,2}(er|th)? (mars|févr.|May)( [0-9]{2,4})?")


@given(figures | named, languages, senses)
def test_nor_does_what_looks_like_a_date(text: str, language: Language, sense: Sense) -> None:
    assert isinstance(read_date(text, language, TODAY, sense), date | Refusal)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "23 nov."),
        (date(2027, 5, 24), "24 mai"),
        (date(2027, 11, 22), "11/2027"),
        (date(2021, 11, 23), "11/2021"),
    ],
)
def test_a_day_far_away_says_its_year_rather_than_looking_like_the_next_one(day, said) -> None:
    today = date(2026, 11, 23)
    assert near_date(day, "fr", today) == said
    assert len(near_date(day, "en", today)) <= 8  # the width of a column
