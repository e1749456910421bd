"""Several clients on a Monday morning, each apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.coach.glance import overloaded, sold_days
from coach_tui.coach.portfolio import portfolio_line
from coach_tui.engagement.rhythm import days as rhythm_days
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d


def line(story: Story, day: int = 10):
    return portfolio_line(PLAYBOOK, story.engagement, d(day), CATALOGUES)


def test_a_line_says_where_the_client_stands():
    story = (
        Story().ritual("weekly-ceo").skill("da-reporting").person("P").rate("p", "da-reporting", 3)
    )
    story.do(rhythm_days.agree_days(52, 26, d(0)))
    story.do(rhythm_days.log_days("x", d(6), 4, d(7)))
    told = line(story, 14)
    assert (told.company, told.stage) == ("Acme", "Onboarding and access")
    assert told.autonomy == 0.5
    assert told.burn == 1.0
    assert told.next_meeting == d(15)
    assert told.late > 0
    assert "no-exit-horizon" in [each.id for each in told.advice]


def test_what_is_not_recorded_is_not_made_up():
    told = line(Story())
    assert (told.autonomy, told.next_meeting) == (None, None)


def test_acts_are_the_cmos_own_of_this_week():
    told = line(Story(), 3)
    assert told.acts
    for act in told.acts:
        assert act.concerns("cmo")
        assert act.start <= d(3)


def test_more_than_five_days_a_week_is_too_much():
    two, three = line(Story(days_per_week=2)), line(Story(days_per_week=3))
    assert sold_days([two, three]) == 5
    assert not overloaded([two, three])
    assert overloaded([two, three, line(Story(days_per_week=0.5))])
    away = line(Story(days_per_week=4).profile(archived=True))
    assert not overloaded([two, three, away])


@given(st.text(min_size=4, max_size=20), st.text(min_size=4, max_size=20))
def test_a_line_holds_no_word_of_another_client(mine, theirs):
    secret = f"qzx{theirs}"
    first = Story().raw("decision", "q", title=f"abc{mine}", opened="2026-01-01")
    Story().raw("decision", "q", title=secret, opened="2026-01-01")
    assert secret not in repr(line(first, 40))


def test_a_mission_that_is_over_or_not_begun_takes_nothing_from_this_week():
    two, three = line(Story(days_per_week=2)), line(Story(days_per_week=3))
    january = line(Story(days_per_week=2, first=d(60)))
    over = line(Story(days_per_week=2).profile(planned_end=d(5)))
    last_day = line(Story(days_per_week=2).profile(planned_end=d(10)))
    this_week = line(Story(days_per_week=2, first=d(14)))
    assert sold_days([two, three, january, over]) == 5
    assert sold_days([two, last_day, this_week]) == 6
