"""An entry taken out of a catalogue: the coach goes on, and says what it can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from coach_tui.coach.advice.ranked import advise, all_advice, praise
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.advice.words import explained, spoken
from coach_tui.coach.portfolio import portfolio_line
from coach_tui.demo import make_demo
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Words
from coach_tui.places import Home
from coach_tui.playbook.catalogue_specs import SPECS
from coach_tui.session import open_session
from tests.coach.story import CATALOGUES, PLAYBOOK
from tests.coach.test_rules import SPEAKS

TODAY = date(2026, 3, 12)
GONE = ("advice", "accesses", "kpis", "rituals", "skills", "signals", "sources")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Engagement:
    """A mission that uses every catalogue."""
    folder = tmp_path_factory.mktemp("demo")
    home = Home(folder / "engagements", folder / "state")
    path: Path = make_demo(home, Words("en"), TODAY)
    now = datetime(2026, 3, 12, 9, tzinfo=UTC)
    return open_session(path, home, "cmo", lambda: now).engagement


def without_one(name: str) -> Iterator[Mapping[str, Any]]:
    """Our catalogues, each time without another entry of this one; at last without any."""
    others = {each: CATALOGUES[each] for each in CATALOGUES}
    entries = CATALOGUES[name]
    for place in range(len(entries)):
        yield {**others, name: (*entries[:place], *entries[place + 1 :])}
    yield {**others, name: ()}
    del others[name]
    yield others


def everything_said(engagement: Engagement, today: date, catalogues: Mapping[str, Any]) -> set[str]:
    known = (PLAYBOOK, engagement, today, catalogues)
    advise(*known)
    found = (*all_advice(*known), *praise(*known))
    for language in LANGUAGES:
        words = Words(language)
        for each in found:
            assert spoken(each, words, catalogues).words
            assert each.id in explained(each, words, Situation(*known))
    return {each.id for each in found}


@pytest.mark.parametrize("name", GONE)
def test_an_entry_gone_takes_no_advice_with_it(demo, name):
    usual = everything_said(demo, TODAY, CATALOGUES)
    assert len(usual) > 5
    for catalogues in without_one(name):
        assert everything_said(demo, TODAY, catalogues) == usual
        assert portfolio_line(PLAYBOOK, demo, TODAY, catalogues)


@pytest.mark.parametrize("rule", SPEAKS)
def test_a_rule_speaks_without_any_catalogue(rule):
    now = SPEAKS[rule]()
    assert rule in everything_said(now.engagement, now.today, {})


def test_these_are_catalogues():
    assert set(GONE) <= set(SPECS)
