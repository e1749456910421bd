"""The filled examples are one story: its sums are right, its weekdays exist, both languages agree,
and its typography is the language's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from coach_tui.bundled import content
from coach_tui.language import LANGUAGES
from tests.content import sitavel as told

NB: Final = "\u00a0"
# In French: a no-break space before the high marks, after an opening quote, before % and €.
FRENCH: Final = re.compile(
    rf"(?<!{NB})[;?!»](?!\w)|[^\s\d{NB}*|-]:(?=\s)| [%€:;?!»](?!-)|«(?!{NB})|\d (?:K€|M€)"
)
ENGLISH: Final = re.compile(rf"[ {NB}][:;?!](?!-)|\d[ {NB}]%")
BOTH: Final = re.compile(r"['\"]|(?<!^)  +|[ \t]$", re.MULTILINE)
MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
WEEKDAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}


def texts(face: str) -> Iterator[tuple[str, str, str]]:
    """Each file of ours: its name under content, its language, its text."""
    for folder in content(face).iterdir():
        for file in folder.iterdir():
            language = file.name.removesuffix(".md")[-2:]
            yield f"{face}/{folder.name}/{file.name}", language, file.read_text("utf-8")


def example(kind: str, language: str) -> str:
    return content("examples", kind, f"{language}.md").read_text("utf-8").replace(NB, " ")


def test_the_typography_is_the_languages_own() -> None:
    for face in ("examples", "templates"):
        for name, language, text in texts(face):
            shown = re.sub(r"`[^`]*`", "", text)
            rule = FRENCH if language == "fr" else ENGLISH
            for wrong in (rule, BOTH):
                found = wrong.search(shown)
                around = found and shown[max(0, found.start() - 20) : found.end() + 20]
                assert not found, f"{name}: {around!r}"


def test_every_weekday_told_is_the_right_one() -> None:
    seen = 0
    for name, language, text in texts("examples"):
        days, months = WEEKDAYS[language].split(), MONTHS[language].split()
        dated = rf"({'|'.join(days)}) (\d+)(?:er)? ({'|'.join(months)})(?: (\d{{4}}))?"
        for weekday, day, month, year in re.findall(dated, text.replace(NB, " "), re.IGNORECASE):
            # Without its year, a day is of the engagement's or of the months after it.
            may_be = [int(year)] if year else [2025, 2026]
            fits = {date(y, months.index(month) + 1, int(day)).weekday() for y in may_be}
            wanted = [each.lower() for each in days].index(weekday.lower())
            assert wanted in fits, f"{name}: {weekday} {day} {month} {year}"
            seen += 1
    assert seen > 30


def numbers(text: str, language: str) -> Counter[float]:
    """Every number of a text, however its language writes it; hours of the day on 24."""
    text = text.replace(NB, " ")
    if language == "fr":
        text = re.sub(r"(\d) (?=\d{3}(?!\d))", r"\1", text).replace(",", ".")
        text = re.sub(r"(\d) h (\d\d)", r"\1.\2", text)
    else:
        text = re.sub(r"(\d),(?=\d{3}(?!\d))", r"\1", text)
        text = re.sub(r"(\d+(?:\.\d+)?) pm", lambda found: str(float(found[1]) + 12), text)
    text = re.sub(r"(\d)(?:er|e|st|nd|rd|th)\b", r"\1", text)
    return Counter(float(found) for found in re.findall(r"\d+(?:\.\d+)?", text))


def test_both_languages_give_the_same_figures() -> None:
    compared = set[str]()
    for folder in content("examples").iterdir():
        told_in = [numbers(example(folder.name, each), each) for each in LANGUAGES
                   if folder.joinpath(f"{each}.md").is_file()]  # fmt: skip
        if told_in:
            one, other = told_in
            assert one == other, f"{folder.name}: {(one - other) + (other - one)}"
            compared.add(folder.name)
    assert len(compared) > 5, compared


def in_words(figure: float, language: str) -> str:
    """As the texts write it: 18,536 or 18 536, 39.5 or 39,5."""
    shown = f"{figure:,}"
    if language == "fr":
        shown = shown.replace(",", " ").replace(".", ",")
    return shown


def test_the_examples_quote_the_companys_figures() -> None:
    april, may, october = told.APRIL, told.MAY, told.OCTOBER
    moved = [
        (told.PIPELINE, 220), (told.RATE_TO_SQL, 40), (told.RESPONSE, 4), (told.WIN, 24),
        (told.CAC, 16_500),
    ]  # fmt: skip
    for language in LANGUAGES:
        report = example("monthly-report", language)
        for series, target in moved:
            row = f"| {in_words(series[april], language)} | **{in_words(series[may], language)}** "
            assert f"{row}| {in_words(target, language)} |" in report, row
        summary = example("section-summary", language)
        for figure in (
            told.customers(october), told.SQL[october], told.RESPONSE[october], told.WIN[october],
            told.PIPELINE[october],
        ):  # fmt: skip
            assert in_words(figure, language) in summary, figure
        goals = example("strategy", language)
        for row in (
            (told.PIPELINE[october], 280), (told.RATE_TO_SQL[october], 42),
            (told.WIN[october], 28), (told.CAC[october], 15_000),
        ):  # fmt: skip
            cells = " | ".join(in_words(each, language) for each in row)
            assert f"| {cells} |" in goals, cells
        dictionary = example("kpi-thresholds", language)
        quarter = " + ".join(in_words(each, language) for each in told.COST[:3])
        assert quarter in dictionary
        assert in_words(told.CAC[told.BEFORE], language) in dictionary


def test_the_sums_are_right() -> None:
    last, before = told.LAST, told.BEFORE
    assert (told.customers(last), told.arr(last)) == (253, 3903.7)
    assert told.payback(before) == 19.8
    assert sum(told.DAYS) == 87.5
    # The quarter's review: July to the half-year's end, and what was voted for it.
    half = slice(before + 1, before + 7)
    lines = [told.MEDIA, told.AGENCY, told.EVENTS, told.TOOLS]
    spent = round(sum(sum(each[half]) for each in lines) + sum(told.DAYS[half]) * told.RATE, 1)
    voted = round(178.4 / 2 + sum(told.PLANNED[half]) * told.RATE, 1)
    assert (spent, voted) == (137.2, 143.1)
    # The budget: what each line spent to the end of October, and what that leaves.
    year = slice(before + 1, told.OCTOBER + 1)
    to_date = [round(sum(each[year]), 1) for each in (*lines, told.FEE)]
    assert to_date == [58.5, 38.2, 20.5, 17.4, 86.9]
    left = [
        round(given - out, 1)
        for given, out in zip((78.0, 54.0, 26.0, 20.4, 96.8), to_date, strict=True)
    ]
    budget = example("budget-vendors", "en")
    for spent_on, left_of in zip(to_date, left, strict=True):
        assert f"| {spent_on} | {left_of} |" in budget
    assert f"**{round(sum(to_date), 1)}** | **{round(sum(left), 1)}**" in budget
