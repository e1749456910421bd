"""The handover dossier: fourteen sections, what is missing said, ticks that come back, a page."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.plan import plan
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.exit import AccessLine, exit_of
from coach_tui.exports.checklist import Checklist
from coach_tui.exports.checklist_reading import ChecklistRead, read_checklist
from coach_tui.exports.page import page
from coach_tui.exports.transition.dossier import Handover, handover
from coach_tui.exports.transition.lists import exit_state
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.playbook.model import Playbook
from tests.exports.handed_over import TODAY, everywhere_hostile, framed, leaving
from tests.exports.missions import MISSION
from tests.exports.reading import check_document, hostile_words, said_of

GOLDEN = Path(__file__).parent / "golden"


@cache
def playbook(language: Language) -> Playbook:
    return load_playbook(language)[0]


def dossier(
    engagement: Engagement, language: Language, *, clean: bool = False, empty: bool = False
) -> str:
    stages = [playbook(language).stage("transition")]
    planned = plan(playbook(language), engagement, TODAY)
    handout = Checklist("Acme", MISSION, TODAY, stages, planned, clean=clean)  # type: ignore[arg-type]
    made = Handover(
        engagement, Catalogues(), playbook(language), TODAY, handout, empty=empty
    )  # fmt: skip
    return handover(made, Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dossier_is_what_was_agreed_on(language: Language) -> None:
    written = dossier(leaving(), language)
    check_document(written)
    sections = written.partition(Words(language)("transition.dossier.checklist"))[0]
    golden = (GOLDEN / f"handover.{language}.md").read_text(encoding="utf-8")
    assert sections == golden, "the checklist has tests of its own"
    legend = Words(language)("advice.by-rule")
    assert written.count(legend) == 1, "what our own sign stands for is said once, at the foot"
    assert written.rstrip().endswith(legend)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_engagement_still_lists_what_a_successor_needs(language: Language) -> None:
    written = dossier(Engagement(), language, empty=True)
    check_document(written)
    numbered = re.findall(r"^## (\d+)\. ", written, re.MULTILINE)
    assert [int(number) for number in numbered] == list(range(1, 15))
    missing = Words(language)("transition.dossier.missing", what="").partition("{")[0][:12]
    assert written.count(f"> {missing}") == 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_and_no_rating_leaves(language: Language) -> None:
    written = dossier(leaving(), language)
    assert "private" not in written
    assert "80.0" not in written


def test_the_language_is_the_readers_whatever_was_recorded() -> None:
    english, french = dossier(leaving(), "en"), dossier(leaving(), "fr")
    assert "Document before recruiting" in english
    assert "Documenter avant de recruter" in french
    assert "Acme rebate" in english
    assert "Acme rebate" in french


def test_ticks_made_in_the_dossier_come_back_and_nothing_else_does() -> None:
    engagement = leaving()
    written = dossier(engagement, "en")
    ticked = written.replace("- [ ] Choose the exit scenario", "- [x] Choose the exit scenario")
    assert ticked != written
    planned = plan(playbook("en"), engagement, TODAY)
    reading = read_checklist(ticked, MISSION, planned)
    assert isinstance(reading, ChecklistRead)
    assert [wanted.step_id for wanted in reading.changes] == ["exit-scenario"]
    assert not reading.not_understood
    assert "<!--" not in dossier(engagement, "en", clean=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_people_wrote_is_read_back_as_they_wrote_it(language: Language) -> None:
    written = dossier(everywhere_hostile(), language)
    check_document(written)
    seen = said_of(written)
    assert seen.count(hostile_words().rstrip()) > 25
    planned = plan(playbook(language), everywhere_hostile(), TODAY)
    reading = read_checklist(written, MISSION, planned)
    assert isinstance(reading, ChecklistRead)
    assert (reading.changes, reading.not_understood) == ((), ())


@settings(max_examples=15)
@given(st.sampled_from(LANGUAGES), st.text("abcdefghij", min_size=8, max_size=12))
def test_an_export_of_one_engagement_holds_no_string_of_another(
    language: Language, word: str
) -> None:
    ours, theirs = f"our{word}", f"their{word}"
    one, other = leaving(ours), leaving(theirs)
    for written in (dossier(one, language), dossier(other, language), dossier(one, language)):
        assert (ours in written) != (theirs in written)
    assert theirs not in dossier(one, language)
    assert theirs not in page(dossier(one, language), ours, language)
    assert ours in dossier(one, language)


class Tags(HTMLParser):
    """Every tag, attribute and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.whole: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.tags[-1:] == ["span"] and self.get_starttag_text() == '<span class="whole">':
            self.whole.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("engagement", [framed(), leaving(), everywhere_hostile(), Engagement()])
def test_the_page_stands_alone_and_runs_nothing(engagement: Engagement) -> None:
    made = page(dossier(engagement, "fr", empty=True), 'Acme "<b>"', "fr")
    read = Tags()
    read.feed(made)
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(read.tags)
    assert not {"src", "href", "style", "onclick"} & {name for name, _ in read.attributes}
    assert made.startswith('<!doctype html>\n<html lang="fr">')
    assert "&lt;b&gt;" in made
    assert "☐" in made
    assert "<!-- step:" not in made
    assert "@media print" in made
    assert read.tags.count("h2") == 16


def test_a_page_keeps_dates_whole_and_breaks_only_its_longest_words() -> None:
    url = "https://example.org/a/path/longer/than/any/column/of/a/page?x=1&y=2"
    dates = ["26 Aug 2026", "1er août 2026", "5 janv.", "2026-08-26", "26/08/2026", "3 May 2026"]
    text = f"| Day | Words |\n| --- | --- |\n| {' or '.join(dates)} | {url} Confidence <b> |"
    made = page(text, "t", "en")
    read = Tags()
    read.feed(made)
    assert [data for data in read.whole if data in dates] == dates
    assert f"{' or '.join(dates)}" in "".join(read.texts), "copied text is what was written"
    assert f"{url} Confidence <b>" in "".join(read.texts)
    assert read.tags.count("wbr") == len(url) // 12
    style = made.partition("<style>")[2].partition("</style>")[0]
    assert "anywhere" not in style
    assert "p:has(+ table)" in style
    assert "table, blockquote" not in style, "a table longer than a page breaks between its rows"


def test_raw_html_never_passes_into_the_page() -> None:
    made = page("<script>alert(1)</script>\n\n<b onclick='x()'>y</b>", "t", "en")
    assert "<script" not in made
    assert "<b " not in made


def test_an_exit_is_said_complete_only_with_every_line_settled() -> None:
    verified = AccessLine("CRM", removed=True, verified=True)
    words = Words("en")
    assert exit_state(exit_of(Engagement(), [verified]), words) == [
        words("transition.exit.complete")
    ]
    left = exit_of(Engagement(), [verified, AccessLine("Ads | [x]", transfer=True, removed=True)])
    told = "\n".join(exit_state(left, words))
    assert "! Exit not complete: 1 access" in told
    assert "Removed before its ownership was transferred: Ads \\|" in told
    assert exit_state(exit_of(Engagement(), []), words) == [words("transition.exit.no-access")]
