"""Documents: blanks are filled or asked, what leaves is whole, hostile words stay in place."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from coach_tui.asking.document import Paper
from coach_tui.bundled import Catalogues, content, load_playbook, read_content
from coach_tui.demo import make_demo
from coach_tui.engagement.documents.kinds import RETURNING
from coach_tui.engagement.documents.record import BLANK
from coach_tui.engagement.documents.record import document_of as known
from coach_tui.engagement.documents.save import verify_document, write_document
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.decisions import decisions_of, log_decision
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import leave
from coach_tui.exports.documents.embedded import embedded
from coach_tui.exports.documents.facts import Facts, bounds_of, usual_period
from coach_tui.exports.documents.fill import FILLERS, begun, leaving, read
from coach_tui.exports.documents.kind import Kind, kind_named, named_with_documents
from coach_tui.exports.documents.questions import left_to_author, questions
from coach_tui.exports.documents.standing import standing_words, to_check_again
from coach_tui.exports.team.left_behind import left_behind_lines
from coach_tui.exports.transition.lists import document_line
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.places import Home
from coach_tui.session import Session, open_session
from coach_tui.wall_clock import wall_clock
from tests.coach.story import Story, d
from tests.engagement.recording import after

TODAY = date(2026, 3, 12)
CATALOGUES = Catalogues()
ENTRIES = {each.id: each for each in CATALOGUES["documents"]}
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder: Path = tmp_path_factory.mktemp("demo")
    place = Home(folder / "engagements", folder / "state")
    path = make_demo(place, Words("en"), TODAY)
    return open_session(path, place, "cmo", wall_clock({"COACH_TODAY": TODAY.isoformat()}))


def facts(engagement: Engagement, document_id: str = "", language: Language = "en") -> Facts:
    playbook = load_playbook(language)[0]
    return Facts(engagement, CATALOGUES, playbook, Words(language), TODAY, document_id, "Ann")


def document_of(engagement: Engagement, kind: str) -> str:
    """An id of this kind: of the usual period, or of the first decision."""
    if RETURNING.get(kind) == "decision":
        return f"{kind}/{next(iter(decisions_of(engagement)), 'none')}"
    period = usual_period(kind, date(2026, 1, 1), TODAY)
    return f"{kind}/{period}" if period else kind


def test_every_filler_named_exists_and_every_one_there_is_is_named() -> None:
    named = {
        filler
        for entry in ENTRIES.values()
        for how in ("once", "live")
        for filler in entry.fields.get(how, {}).values()
    }
    named |= {entry.fields["draft"] for entry in ENTRIES.values() if "draft" in entry.fields}
    named |= {each for entry in CATALOGUES["dossier-sections"] for each in entry.fields["fills"]}
    assert named ^ FILLERS.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_of_every_template_is_filled_or_asked(
    demo: Session, language: Language
) -> None:
    for kind_id in ENTRIES.keys() - {"other"}:
        kind = kind_named(CATALOGUES, kind_id)
        about = facts(demo.engagement, document_of(demo.engagement, kind_id), language)
        template = "" if kind.draft else read_content("templates", kind_id, f"{language}.md")
        text = begun(template, kind, about)
        standing = {*BLANK.findall(text)} - {*kind.live, *kind.ask}
        unfilled = {each for each in standing if FILLERS[kind.once[each]](about)}
        assert not unfilled, f"{kind_id}: {unfilled}"
        gone = leaving(text, kind, about)
        assert not BLANK.findall(gone.text), kind_id
        asked = {each.blank for each in gone.missing}
        assert asked >= {*kind.ask}, kind_id
        assert all(each.asked for each in gone.missing), kind_id
        assert gone.text.startswith("# "), kind_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_engagement_fills_what_it_can_and_says_what_is_missing(language: Language) -> None:
    new = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    for kind_id in ENTRIES.keys() - {"other"}:
        kind = kind_named(CATALOGUES, kind_id)
        about = facts(new, document_of(new, kind_id), language)
        template = "" if kind.draft else read_content("templates", kind_id, f"{language}.md")
        text = begun(template, kind, about)
        gone = leaving(text, kind, about)
        assert not BLANK.findall(gone.text), kind_id
        assert "Acme" in gone.text, kind_id
        gaps = re.findall(r".{0,30}(?<!:\s)(?<=\s)—", gone.text)
        assert not gaps or kind.draft or RETURNING.get(kind_id) == "decision", (kind_id, gaps)


def test_nothing_is_filled_with_what_is_not_so(demo: Session) -> None:
    brief = facts(demo.engagement, "company-brief")._replace(me="Julien Astruc")
    kind = kind_named(CATALOGUES, "company-brief")
    template = read_content("templates", "company-brief", "en.md")
    assert "By Hélène, for Julien Astruc" in begun(template, kind, brief), "whoever begins it"
    plan = begun("{budget}", kind_named(CATALOGUES, "plan-90"), facts(demo.engagement, "plan-90/x"))
    assert plan.split("\n")[0] == "- Marketing budget: €275,200 a year", "revenue is no budget"
    decision = min(decisions_of(demo.engagement).values(), key=lambda each: each.opened)
    memo = facts(demo.engagement, f"decision-memo/{decision.id}")
    taken = begun("{date}", kind_named(CATALOGUES, "decision-memo"), memo)
    assert taken == memo.day(decision.decided), "its day, not the one it is written up"


def test_what_nothing_recorded_could_fill_is_asked_where_a_label_asks_it() -> None:
    kind = kind_named(CATALOGUES, "announce-end")
    new = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    text = begun(read_content("templates", "announce-end", "en.md"), kind, facts(new))
    asked = {each.blank: each.asked for each in left_to_author(text, kind)}
    assert asked["successor"] == "Whom to ask about marketing"
    assert asked["end"] == "Last day of the engagement"
    report = kind_named(CATALOGUES, "monthly-report")
    assert [each.blank for each in left_to_author("{budget_gap}\n\n{learned}", report)] == [
        "learned"
    ]


KIND = Kind("x", {"who": "me", "team": "team"}, {"board": "board"}, ("why", "when", "row"))
TEMPLATE = """# Title by {who}, {why_not}

## Why

{why}

## Who

- **When**: {when}
- Said by {who}

## Rows

| A | B |
| --- | --- |
{row}

## Board

{board}
"""


def test_what_leaves_has_nothing_left_to_fill() -> None:
    about = facts(Engagement())
    text = begun(TEMPLATE, KIND, about)
    assert text.startswith("# Title by Ann, {why_not}")
    gone = leaving(text, KIND, about)
    assert gone.text == "# Title by Ann, {why_not}\n\n## Who\n\n- Said by Ann\n"
    assert [each[:2] for each in gone.missing] == [
        ("why", "Why"), ("when", "When"), ("row", "Rows"), ("board", "Board")
    ]  # fmt: skip
    answered = text.replace("{why}", "Because.").replace("{row}", "| 1 | 2 |")
    assert [each.blank for each in questions(answered, KIND)] == ["when", "board"]
    assert "## Why\n\nBecause.\n" in leaving(answered, KIND, about).text


def test_only_declared_blanks_fill_and_braces_in_words_stay_words() -> None:
    about = facts(Engagement())._replace(me="{board} {why}")
    text = begun("# {who} {team_names} {company}\n", KIND, about)
    assert text == "# \\{board} \\{why} {team_names} {company}\n"
    assert read(text, KIND, about) == text
    assert not questions(text, KIND)


def test_the_days_a_document_is_about() -> None:
    assert bounds_of("monthly-report/2026-02", None, TODAY) == (
        date(2026, 2, 1), date(2026, 2, 28)
    )  # fmt: skip
    assert bounds_of("plan-90/2026-Q4", None, TODAY) == (date(2026, 10, 1), date(2026, 12, 31))
    assert bounds_of("standup/2026-03-05", None, TODAY)[1] == date(2026, 3, 5)
    assert bounds_of("strategy", date(2026, 1, 5), TODAY) == (date(2026, 1, 5), TODAY)
    assert bounds_of("plan-90", None, TODAY) == (TODAY, TODAY)


PIECES = (
    "# A", "## B", "Title\n===", "Sub\n---", "- a", "- [x] done", "> quote", "> # in", "```", "~~~",
    "```py\ncode <b>\n```", "<script>alert(1)</script>", "<!-- step: x -->", "<!--", "-->",
    "<details>", "[a]: http://x", "[a]", "| a | b |\n| - | - |\n| 1 | 2 |", "**b**", "`<i>`",
    "    code", "1. x\n   # y", "text", "", "\n", "<http://a.b>", "&lt;", "\\<", "***", "* * *",
    "Para\nline\n---", "- item\n\n  ```\n  in",
)  # fmt: skip


def hostile(chance: random.Random) -> str:
    return "\n".join(chance.choice(PIECES) for _ in range(chance.randint(1, 7)))


def leaves_its_place(text: str) -> str:
    """What this text does that it should not, between two headings of ours."""
    page = "## Ours\n\n" + "\n".join(embedded(text, 2)) + "\n\n## Next\n\nEND"
    tokens = MARKDOWN.parse(page)
    children = [child for token in tokens for child in token.children or ()]
    if any(each.type in ("html_block", "html_inline") for each in (*tokens, *children)):
        return "HTML"
    heads = [token.tag for token in tokens if token.type == "heading_open"]
    if {"h1", "h2"} & {*heads[1:-1]}:
        return "a heading as high as ours"
    shown = MARKDOWN.render(page).rstrip()
    return "" if shown.endswith("<h2>Next</h2>\n<p>END</p>") else "what comes after"


def test_hostile_words_stay_where_they_are_put() -> None:
    """500 texts; 30,000 by `python -m tests.exports.test_documents`."""
    chance = random.Random(3)
    for _ in range(500):
        text = hostile(chance)
        assert not leaves_its_place(text), repr(text)


def test_our_examples_are_shown_as_they_are() -> None:
    files = [file for folder in content("examples").iterdir() for file in folder.iterdir()]
    assert len(files) > 10
    for file in files:
        text = file.read_text(encoding="utf-8")
        words = re.sub(r"[#\s]", "", text)
        assert re.sub(r"[#\s]", "", "\n".join(embedded(text, 2))) == words, file


def test_a_document_that_fills_itself_is_written_as_it_begins_once_there_is_anything() -> None:
    kind = kind_named(CATALOGUES, "decision-log")
    assert kind.live
    assert not kind.ask
    new = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    decided = log_decision(new, "d1", {"title": "Stop?", "why": "x"}, TODAY, waits=True)
    told = after(new, decided)
    for engagement, state in ((new, "draft"), (told, "written")):
        paper = Paper(
            engagement, load_playbook("en")[0], Words("en"), TODAY, "decision-log", "cmo/Ann"
        )
        kept = after(engagement, paper.written(paper.beginning, None))
        assert known(kept, "decision-log").state == state
    # Begun while there was nothing, kept again once there is.
    early = Paper(new, load_playbook("en")[0], Words("en"), TODAY, "decision-log", "cmo/Ann")
    kept = after(after(new, early.written(early.beginning, None)), decided)
    again = early._replace(engagement=kept)
    kept = after(kept, again.written(again.source, again.source))
    assert known(kept, "decision-log").state == "written"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_monthly_report_has_its_charts_whichever_way_it_goes_out(
    demo: Session, language: Language
) -> None:
    playbook = load_playbook(language)[0]
    for name, drawn in (("monthly-report/2026-02", True), ("scope", False)):
        paper = Paper(demo.engagement, playbook, Words(language), TODAY, name, "cmo/Julien")
        assert paper.document.text, "as it was kept"
        assert ("<svg" in paper.printed) is drawn, name


def test_the_documents_of_somebody_who_left_are_called_by_their_names() -> None:
    told = {
        "en": [
            "Strategy",
            "90-day plan · quarter 1 of 2026",
            "data map",
            "Qualify the starting context",
            "Decision memo · Stop the fair?",
        ],
        "fr": [
            "Stratégie",
            "Plan à 90 jours · 1er trimestre 2026",
            "data map",
            "Qualifier le contexte de départ",
            "Note de décision · Stop the fair?",
        ],
    }
    story = Story().person("Bob")
    for name in ("strategy", "plan-90/2026-Q1", "other/data-map", "other/start-context"):
        story.do(write_document(story.engagement, name, "Bob", d(1), text="# Ours"))
    story.do(log_decision(story.engagement, "q1", {"title": "Stop the fair?"}, d(1), waits=True))
    memo = write_document(story.engagement, "decision-memo/q1", "Bob", d(1), text="# Ours")
    at = story.do(memo).do(leave(story.engagement, "bob", d(3))).engagement
    for language, expected in told.items():
        words = Words(language)  # type: ignore[arg-type]
        named = named_with_documents(at, CATALOGUES, load_playbook(words.language)[0], words)
        [(_, lines)] = left_behind_lines(at, d(5), named, words)
        assert {*lines} == {f"Document · {each}" for each in expected}


def test_what_a_written_document_leaves_unanswered_is_said_beside_its_state() -> None:
    told = {
        "en": ("written, 2 left to answer", "written, 1 left to answer", "written"),
        "fr": ("écrit, 2 réponses à donner", "écrit, 1 réponse à donner", "écrit"),
    }
    texts = (
        "# Ours\n\n{inside}\n\n{mandate}\n",
        "# Ours\n\nAds.\n\n{mandate}\n",
        "# Ours\n\nAds.\n",
    )
    kind = kind_named(CATALOGUES, "scope")
    for language, expected in told.items():
        words = Words(language)  # type: ignore[arg-type]
        for text, said in zip(texts, expected, strict=True):
            at = after(Engagement(), write_document(Engagement(), "scope", "Ann", TODAY, text=text))
            document = known(at, "scope")
            state = words(f"record.state.{document.state}")
            assert document.state == "written", "its state is its own"
            assert standing_words(state, document, kind, words, TODAY) == said
            line = document_line(document, "Scope", kind, words, TODAY)
            assert said.partition(", ")[2] in line
    begun_now = write_document(Engagement(), "scope", "Ann", TODAY, text=texts[0], draft=texts[0])
    draft = known(after(Engagement(), begun_now), "scope")
    assert standing_words("draft", draft, kind, Words("en"), TODAY) == "draft"


def test_a_check_of_what_is_not_kept_here_is_old_after_ninety_days() -> None:
    here, there, live = "positioning", "strategy", "decision-log"
    at = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    for name, said in ((here, {"text": "# Ours"}), (live, {"text": "# Ours"}),
                       (there, {"link": "https://a.example/x"})):  # fmt: skip
        at = after(at, write_document(at, name, "Ann", TODAY, **said))
        at = after(at, verify_document(at, name, "Tom", TODAY, TODAY))
    for name, old in ((here, False), (there, True), (live, True)):
        document, kind = known(at, name), kind_named(CATALOGUES, name)
        days = [to_check_again(document, kind, TODAY + timedelta(n)) for n in (90, 91)]
        assert days == [False, old], name
        words = standing_words("checked", document, kind, Words("en"), TODAY + timedelta(91))
        assert ("more than 90 days" in words) is old, name
        assert document.verified, "it stays checked: nothing says that it changed"


def test_who_signs_without_a_name_does_so_with_a_capital() -> None:
    new = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    for language, alone, within in (("fr", "Le dirigeant", " le dirigeant"),
                                    ("en", "The founder", " the founder")):  # fmt: skip
        kind = kind_named(CATALOGUES, "announce-cmo")
        assert kind is not None
        page = begun("{founder}\n\n60 minutes · {founder}\n", kind, facts(new, language=language))
        assert page == f"{alone}\n\n60 minutes ·{within}\n"


if __name__ == "__main__":
    CHANCE = random.Random(7)
    TEXTS = [hostile(CHANCE) for _ in range(30_000)]
    WRONG = [text for text in TEXTS if leaves_its_place(text)]
    print(f"{len(TEXTS)} texts, {len(WRONG)} left their place", WRONG[:1])
