"""Today shows what can be acted on now: late first, mine first, then by date."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.plan import plan
from coach_tui.coach.today import Today, today_of
from tests.coach.steps import playbook, step
from tests.coach.story import Story

BOOK = playbook(
    step("late-theirs", "D+1", owner="ops"),
    step("late-mine", "D+2"),
    step("soon-theirs", "D+9", owner="founder"),
    step("soon-mine", "D+14", confirmer="founder"),
    step("later-one", "D+21"),
    step("later-two", "D+22"),
    step("later-three", "D+23"),
    step("later-four", "D+24"),
    step("undated"),
)
TODAY = date(2026, 3, 9)  # a week after the first day


def today(story: Story, role: str = "cmo", *, only_mine: bool = False) -> Today:
    steps = plan(BOOK, story.engagement, TODAY)
    return today_of(steps, role, TODAY, only_mine=only_mine)


def ids(seen: Today) -> list[str]:
    return [each.step.id for each in seen.now]


def test_late_first_mine_first_then_by_date() -> None:
    seen = today(Story())
    assert ids(seen) == ["late-mine", "late-theirs", "soon-mine", "soon-theirs"]
    assert seen.late == 2
    assert [each.step.id for each in seen.now if each.late] == ["late-mine", "late-theirs"]


def test_what_comes_next_is_three_steps_at_most() -> None:
    assert [each.step.id for each in today(Story()).next] == [
        "later-one", "later-two", "later-three",
    ]  # fmt: skip


def test_only_mine() -> None:
    assert ids(today(Story(), only_mine=True)) == ["late-mine", "soon-mine"]
    assert ids(today(Story(), "founder", only_mine=True)) == ["soon-theirs"]
    assert ids(today(Story(), "successor", only_mine=True)) == []


def test_what_is_finished_or_does_not_apply_is_not_shown() -> None:
    story = Story().tick("late-mine").tick("late-theirs", "na")
    assert ids(today(story)) == ["soon-mine", "soon-theirs"]


def test_what_is_begun_or_blocked_is_shown_whenever_it_is_due() -> None:
    story = Story().raw("step", "undated", status="doing")
    story.raw("step", "later-four", status="blocked", by="Zoé", reason="away")
    assert ids(today(story)) == [
        "late-mine", "late-theirs", "soon-mine", "later-four", "undated", "soon-theirs",
    ]  # fmt: skip


def test_who_confirms_sees_what_waits_for_her_word_and_its_author_does_not() -> None:
    story = Story().tick("soon-mine")
    assert "soon-mine" in ids(today(story, "founder"))
    assert "soon-mine" not in ids(today(story, "cmo"))
    confirmed = Story().raw("step", "soon-mine", status="confirmed")
    assert "soon-mine" not in ids(today(confirmed, "founder"))


def test_what_had_passed_before_the_file_was_opened_is_counted_not_shown() -> None:
    seen = today(Story(opened=date(2026, 3, 6)))
    assert ids(seen) == ["soon-mine", "soon-theirs"]
    assert (seen.late, seen.earlier) == (0, 2)


def test_but_once_begun_it_is_shown() -> None:
    story = Story(opened=date(2026, 3, 6)).raw("step", "late-mine", status="doing")
    assert "late-mine" in ids(today(story))


def test_nothing_to_do_is_nothing_to_show() -> None:
    assert today_of([], "cmo", TODAY) == Today((), (), 0)
