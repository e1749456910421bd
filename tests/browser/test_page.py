"""The page of where the mission stands, in a browser: asking for nothing, for any eye, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coach_tui.cli import main
from coach_tui.demo import make_demo
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.dates import plain_date
from coach_tui.places import Home

from .chromium import Browser, axe_script, needs

TODAY = date.today()  # noqa: TID251 (the program asks this machine for its day as well)
PHONE, DESK = 360, 1280
AXE = "axe.run(document, {resultTypes: ['violations']}).then(arguments[arguments.length - 1])"

pytestmark = needs


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's engagement on its two hundredth day."""
    folder = tmp_path_factory.mktemp("demo")
    make_demo(Home(folder / "engagements", folder / "state"), Words("fr"), TODAY, 200)
    return folder


@pytest.fixture(scope="module")
def pages(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of the page in each language, and of the CMO's own."""
    folder, made = tmp_path_factory.mktemp("pages"), {}
    for language in LANGUAGES:
        for name, options in (("page", []), ("clients", ["--clients"])):
            file = folder / f"{name}-{language}.html"
            said = ["--home", str(demo), "--today", TODAY.isoformat(), "--lang", language]
            assert main([*said, "page", str(file), *options]) == 0
            made[f"{name} {language}"] = file.as_uri()
    return made


def test_the_page_asks_for_nothing_and_the_browser_would_refuse_it_if_it_did(
    browser: Browser, pages: dict[str, str]
) -> None:
    for name, address in pages.items():
        browser.requests()
        browser.open(address)
        assert set(browser.requests()) == {address}, name
        assert browser.run("return document.scripts.length") == 0, name
        assert browser.run("return document.querySelectorAll('[src], [href], form').length") == 0
        # The control: what one adds to it is refused by its own policy.
        refused = browser.wait_for(
            """const done = arguments[0];
            document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective));
            const image = document.createElement('img');
            image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);"""
        )
        assert refused == "img-src", name


def test_the_style_is_taken_though_none_but_it_may_be(
    browser: Browser, pages: dict[str, str]
) -> None:
    browser.open(pages["page fr"])
    assert browser.run("return getComputedStyle(document.querySelector('.grid')).display") == "grid"


def test_axe_finds_nothing_amiss_in_either_language_and_colours_on_a_phone_or_a_desk(
    browser: Browser, pages: dict[str, str]
) -> None:
    script, grounds = axe_script(), set()
    for name, address in pages.items():
        for scheme, width in (("light", DESK), ("dark", PHONE)):
            browser.look(width=width, scheme=scheme)
            browser.open(address)
            browser.run(script)
            found = browser.wait_for(AXE)["violations"]
            told = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
            assert told == [], (name, scheme, width)
            grounds.add(browser.run("return getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) == 2, "light and dark"


def test_nothing_is_beyond_the_edge_of_a_phone(browser: Browser, pages: dict[str, str]) -> None:
    for name, address in pages.items():
        browser.look(width=PHONE)
        browser.open(address)
        assert browser.run("return document.documentElement.scrollWidth") <= PHONE, name


def test_it_prints_on_two_pages_of_a4(browser: Browser, pages: dict[str, str]) -> None:
    for language in LANGUAGES:
        browser.open(pages[f"page {language}"])
        paper = browser.printed()
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2, language
        assert re.search(rb"/MediaBox\s*\[0 0 59[45]\S* 84[12]\S*\]", paper), language


def test_the_monthly_report_prints_on_two_pages(
    browser: Browser, demo: Path, tmp_path: Path
) -> None:
    for language in LANGUAGES:
        file = tmp_path / f"{language}.html"
        said = ["--home", str(demo), "--today", TODAY.isoformat(), "--lang", language]
        assert main([*said, "export", "report", "--format", "html", "-o", str(file)]) == 0
        browser.open(file.as_uri())
        assert browser.run("return document.querySelectorAll('svg').length") == 5, "its charts"
        assert len(re.findall(rb"/Type\s*/Page\b", browser.printed())) == 2, language


def test_the_title_says_whose_it_is_what_it_is_and_of_which_day(
    browser: Browser, pages: dict[str, str]
) -> None:
    browser.open(pages["page fr"])
    day = plain_date(TODAY, "fr")
    assert browser.run("return document.title") == f"Sitavel · Où en est la mission · {day}"
    assert browser.run("return document.documentElement.lang") == "fr"
