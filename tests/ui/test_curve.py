"""The autonomy index drawn over the months, with who came and who left on its axis."""

from __future__ import annotations

from coach_tui.coach.plan import plan
from coach_tui.language import LANGUAGES, Words
from coach_tui.ui.team.curve import curve
from coach_tui.view_state import Shown
from tests.coach.story import PLAYBOOK, Story, d
from tests.exports.test_team_index import team

SAID = {
    "en": "▲ first rated or back   ▼ somebody left",
    "fr": "▲ première évaluation ou retour   ▼ départ",
}


def drawn(story: Story, day: int, language: str = "en", width: int = 70) -> list[str]:
    planned = tuple(plan(PLAYBOOK, story.engagement, d(day)))
    words = Words(language)  # type: ignore[arg-type]
    shown = Shown(words, PLAYBOOK, story.engagement, [], d(day), "cmo", False, planned)
    return [line.text for line in curve(shown, width, 12)]


def test_who_came_and_who_left_stand_on_the_axis_by_the_months_end() -> None:
    """50 % on 31 March, 100 % on 30 April once Tom came, 50 % on 31 May once Ann left."""
    for language in LANGUAGES:
        lines = drawn(team(), 100, language)
        rule, days, said = lines[-3:]
        assert [each for each in rule if each in "▲▼"] == ["▲", "▼"], rule
        assert rule.index("▲") < rule.index("▼")
        assert "31 mar" in days.casefold()
        assert said.strip() == SAID[language]
        assert len(lines) == 12
        ends = [lines[place].partition("│")[0].strip() for place in (0, -4)]
        assert ends in (["100%", "0%"], ["100\xa0%", "0\xa0%"]), "the whole scale"
        assert sum(line.count("●") for line in lines) == 4


def test_where_nobody_moved_nothing_is_said_of_it() -> None:
    story = Story().person("Ann").skill("da-reporting", weight=1)
    story.rate("ann", "da-reporting", 3, d(0))
    lines = drawn(story, 60)
    assert lines
    assert not set("▲▼↕") & set("".join(lines))


def test_who_comes_and_who_leaves_in_one_month_are_one_sign() -> None:
    story = team()
    story.person("Lea").rate("lea", "da-reporting", 3, d(75))
    *_, rule, _, said = drawn(story, 100)
    assert "↕" in rule
    assert said.strip() == f"{SAID['en']}   ↕ both"


def test_a_sign_that_there_is_no_room_to_name_is_not_drawn() -> None:
    lines = drawn(team(), 100, width=36)
    assert len(lines) == 12
    assert not set("▲▼↕") & set("".join(lines))
