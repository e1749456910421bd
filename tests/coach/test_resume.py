"""Coming back to an engagement: what waits, and what others did meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from coach_tui.coach.due_days import due_days
from coach_tui.coach.resume import resume_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Playbook
from tests.engagement.recorded import after, new_id
from tests.engagement.recording import taken, waiting

TODAY = date(2026, 3, 12)


def change(actor: str, at: str) -> Change:
    return Change(new_id(), at, actor, "step", "access-crm", {"status": "done"})


def test_what_others_did_since_my_last_gesture_is_news_gesture_by_gesture():
    changes = [
        change("founder", "2026-03-01T09:00:00+00:00"),
        change("cmo", "2026-03-02T09:00:00+00:00"),
        change("founder", "2026-03-03T09:00:00+00:00"),
        change("founder", "2026-03-03T09:00:00+00:00"),
        change("team/Léa", "2026-03-04T09:00:00+00:00"),
    ]
    card = resume_of(Engagement(), changes, "cmo", TODAY)
    assert card.last.at[:10] == "2026-03-02"
    assert [(each.actor, len(each.changes)) for each in card.news] == [
        ("founder", 2),
        ("team/Léa", 1),
    ]
    seen = resume_of(Engagement(), changes, "cmo", TODAY, since=changes[3].id)
    assert [each.actor for each in seen.news] == ["team/Léa"]


def test_a_first_visit_has_no_news_and_an_empty_engagement_nothing():
    changes = [change("founder", "2026-03-01T09:00:00+00:00")]
    card = resume_of(Engagement(), changes, "cmo", TODAY)
    assert card.last is None
    assert card.empty


def test_promises_decisions_and_reviews_wait():
    known = after(
        Engagement(),
        promise("p", "Soon", TODAY, due=TODAY + timedelta(days=7)),
        promise("q", "Later", TODAY, due=TODAY + timedelta(days=8)),
        waiting("d", "Which CRM?", TODAY),
        taken("e", "No show", TODAY, why="no lead", review=TODAY),
    )
    card = resume_of(known, [], "cmo", TODAY)
    assert [each.what for each in card.promises] == ["Soon"]
    assert [each.title for each in card.waiting] == ["Which CRM?"]
    assert [each.title for each in card.to_review] == ["No show"]
    assert not card.empty


def test_what_falls_due_is_listed_by_day():
    known = after(
        Engagement(),
        begin("Acme", TODAY, 2, "cmo"),
        promise("p", "Deck", TODAY, due=TODAY + timedelta(days=9)),
        taken("e", "No show", TODAY, why="no lead",
               review=TODAY + timedelta(days=3)),
    )  # fmt: skip
    listed = [(each.kind, each.id) for each in due_days(Playbook(()), known, TODAY)]
    assert listed == [("review", "e"), ("promise", "p")]
