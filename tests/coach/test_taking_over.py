"""“I am taking over”: a successor's first thirty days, from what others recorded."""

from __future__ import annotations

from datetime import timedelta

from coach_tui.cli.rows import name_of
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import Move, agenda, week_of
from coach_tui.engagement.documents.save import verify_document, write_document
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.loops import set_loop, sign_loop
from coach_tui.exports.move_words import MoveReader
from coach_tui.language import LANGUAGES, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d

T0 = 40


def mission() -> Story:
    story = Story().profile(successor_first_day=d(T0))
    story.access(requested_on=d(0), granted_role="Admin", granted_on=d(1), cmo_owns=True)
    story.do(set_loop(story.engagement, "l1", {"topic": "Rebate for Zoé"}, d(1)))
    story.do(set_contact(story.engagement, "k1", {"name": "The board's chair"}, d(1)))
    story.do(write_document(story.engagement, "strategy", "Éva", d(2), text="Where we play."))
    return story.do(
        write_document(story.engagement, "section/risks", "Éva", d(2), text="One supplier.")
    )


def taken(story: Story, day: int, viewer: str = "successor") -> dict[str, Move]:
    found = moves_of(PLAYBOOK, story.engagement, d(day), CATALOGUES, viewer)
    return {each.id: each for each in found if each.kind == "take"}


def test_each_thing_recorded_is_one_move_of_hers_within_thirty_days() -> None:
    story = mission()
    moves = taken(story, T0)
    assert {each.partition(":")[0] for each in moves} == {
        "take-access", "take-loop", "take-contact", "take-document",
    }  # fmt: skip
    assert len(moves) == 5
    assert max(each.due for each in moves.values() if each.due) == d(T0) + timedelta(30)
    assert all(each.start >= d(T0) for each in moves.values())
    assert taken(story, T0, "founder") == taken(story, T0, "cmo") == {}
    shown = agenda(
        moves_of(PLAYBOOK, story.engagement, d(T0), CATALOGUES, "successor/Ada"),
        "successor", week_of("successor"), d(T0),
    )  # fmt: skip
    assert shown.now


def test_each_is_settled_by_its_own_record_and_by_nothing_else() -> None:
    story = mission()
    story.do(set_contact(story.engagement, "k1", {"introduced_on": d(T0)}, d(T0)))
    assert "take-contact:k1" not in taken(story, T0)
    story.do(sign_loop("l1", "taken", "Ada", d(T0)))
    assert "take-loop:l1" not in taken(story, T0)
    for each in ("strategy", "section/risks"):
        story.do(verify_document(story.engagement, each, "Ada", d(T0), d(T0)))
        assert f"take-document:{each}" not in taken(story, T0)
    assert [each.partition(":")[0] for each in taken(story, T0)] == ["take-access"]


def test_where_nothing_is_recorded_she_lists_it_first() -> None:
    story = Story().profile(beginning="successor")
    moves = taken(story, 1)
    assert set(moves) == {"take-access:", "take-loop:", "take-contact:"}
    assert {name_of(each) for each in moves.values()} == {
        "take-access",
        "take-loop",
        "take-contact",
    }


def test_each_is_told_by_its_name_in_both_languages() -> None:
    story = mission()
    for language in LANGUAGES:
        reader = MoveReader(Words(language), story.at(T0))
        said = [reader.title(move) for move in taken(story, T0).values()]
        for name in ("HubSpot", "Rebate for Zoé", "The board's chair"):
            assert any(name in each for each in said), (language, name)
        assert not any("section/" in each or "move." in each for each in said), said
