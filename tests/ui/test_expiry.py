"""What expires, in the app: listed on Transition, filled in at once, decided from Now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach_tui.bundled import Catalogues
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.team.people import leave
from coach_tui.engagement.transition.expiry import expiries_of, set_expiry
from coach_tui.language import LANGUAGES, Words
from coach_tui.ui.transition.expiries import GATHER, expiry_rows, expiry_state
from coach_tui.ui.transition.reading import line_reading, part_reading
from coach_tui.view_state import Shown
from tests.coach.story import PLAYBOOK, Story, d
from tests.ui.conftest import TODAY, screen_text
from tests.ui.test_transition import HOSTILE, at, fill, settled


async def test_it_is_filled_in_from_the_accesses_in_one_form(acme, opened) -> None:
    for tool, category in (("example.com", "site"), ("HubSpot", "crm")):
        given = {"tool": tool, "category": category, "owner": "Zoé"}
        acme.record(add_access(acme.engagement, acme.new_id(), given, TODAY))
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await at(app, pilot, "expiries")
        assert "What expires  0 lines" in screen_text(app)
        await at(app, pilot, f"expiries/{GATHER}")
        assert "2 to be dated" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, n0="2026-04-01", n1="2026-09-01")
        lines = expiries_of(app.session.engagement).values()
        assert [(each.what, each.kind, each.owner) for each in lines] == [
            ("example.com", "domain", "Zoé"), ("HubSpot", "subscription", "Zoé"),
        ]  # fmt: skip
        assert "2 lines · 1 to act on" in screen_text(app)
        await pilot.press("u")
        await settled(pilot)
        assert not expiries_of(app.session.engagement)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_a_line_is_added_and_decided_and_its_words_stay_words(acme, opened, size) -> None:
    async with opened(acme.path, size=size) as (app, pilot):
        await at(app, pilot, "expiries")
        await pilot.press("a")
        await settled(pilot)
        await fill(app, pilot, what=HOSTILE, day="2026-04-01", notice="9999")
        assert not expiries_of(app.session.engagement), "a notice of 27 years is none"
        await fill(app, pilot, notice="10")
        [line] = expiries_of(app.session.engagement).values()
        assert line.notice == 10
        assert "[/x] [x]" in screen_text(app)
        await at(app, pilot, f"expiries/{line.id}")
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, ends="end", cost="49.90", note="Ask [b]Zoé[/b]")
        assert expiries_of(app.session.engagement)[line.id].ends == "end"
        await at(app, pilot, f"expiries/{line.id}")
        await pilot.press("c")
        await settled(pilot)
        assert not expiries_of(app.session.engagement)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_says_all_that_is_known_of_it_and_nothing_of_the_others(language) -> None:
    story = Story()
    for identity, said in {
        "one": {"what": "example.com", "day": d(90), "notice": 30, "cost": 49.9, "note": "a|b"},
        "other": {"what": "other.example"},
    }.items():
        story.do(set_expiry(story.engagement, identity, said, d(0)))
    shown = Shown(Words(language), PLAYBOOK, story.engagement, [], d(0), "cmo", False, ())
    told = [spaced(each) for each in line_reading(shown, Catalogues(), "expiries", "one")]
    cost, notice = {
        "en": ("- Cost for a year: €49.90", "- Notice, in days: 30"),
        "fr": ("- Coût par an : 49,90 €", "- Préavis, en jours : 30"),
    }[language]
    assert {cost, notice, "- Note : a\\|b" if language == "fr" else "- Note: a\\|b"} <= {*told}
    assert "other.example" not in "".join(told)
    bare = line_reading(shown, Catalogues(), "expiries", "other")
    assert "other.example" in bare[0]
    assert bare[1:] == []
    assert not any("example.com" in each for each in told), "its heading says that already"


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_three_hundred_each_is_told_whole_and_an_owner_who_left_is_said_gone(language) -> None:
    """A day of the past, an owner who left, a cost, on a line each: a table would be cut at 80."""
    story = Story().person("Zoé")
    for number in range(300):
        said = {"what": f"site-{number:03}.example.com", "kind": "domain", "owner": "Zoé",
                "day": d(number - 30), "notice": 30, "cost": 120.0}  # fmt: skip
        story.do(set_expiry(story.engagement, f"line-{number:03}", said, d(0)))
    story.do(leave(story.engagement, "zoé", d(-1)))
    words = Words(language)
    shown = Shown(words, PLAYBOOK, story.engagement, [], d(0), "cmo", False, ())
    lines = part_reading(shown, Catalogues(), "expiries")
    marks = [line.removeprefix("- ")[0] for line in lines]
    assert (len(lines), marks.count("✗"), marks.count("!")) == (300, 60, 31), "60 + 30 days of 30"
    gone, cost, state = {
        "en": ("Zoé (give it to someone else)", "€120", "300 lines · 121 to act on"),
        "fr": ("Zoé (à confier à quelqu’un d’autre)", "120 €", "300 lignes · 121 à traiter"),
    }[language]
    assert all(gone in spaced(line) and spaced(line).endswith(cost) for line in lines)
    assert spaced(expiry_state(story.engagement, words, d(0))) == state
    assert [row.id for row in expiry_rows(story.engagement, words, d(0))][:2] == [
        "expiries/line-000", "expiries/line-001",
    ]  # fmt: skip


def spaced(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


async def test_now_opens_the_line_to_decide(acme, opened) -> None:
    said = {"what": "example.com", "day": TODAY + timedelta(days=20)}
    acme.record(set_expiry(acme.engagement, acme.new_id(), said, TODAY))
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await settled(pilot)
        assert "Decide whether to renew or to let it expire" in " ".join(screen_text(app).split())
