"""What a rehearsal did not find is a move on the section that failed, until that is mended."""

from __future__ import annotations

from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.documents.save import write_document
from coach_tui.engagement.transition.loops import close_loop, loops_of, set_loop
from coach_tui.engagement.transition.rehearsal import (
    RehearsalQuestion,
    begin_rehearsal,
    rehearsals_of,
    report_rehearsal,
)
from coach_tui.exports.move_words import MoveReader
from coach_tui.language import LANGUAGES, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d

ASKED = (
    RehearsalQuestion("where-is", "access", "HubSpot"),
    RehearsalQuestion("account-closed", "access"),
    RehearsalQuestion("three-risks", "risks"),
)


def sitting(story: Story, identity: str, day: int, *results: str) -> Story:
    story.do(begin_rehearsal(identity, ASKED, d(day)), d(day))
    said = {place: each for place, each in enumerate(results) if each}
    topics = {place: f"Dossier: {ASKED[place].key}" for place in said}
    ids = (f"{identity}-{n}" for n in range(9))
    return story.do(report_rehearsal(story.engagement, identity, said, topics, ids, d(day)), d(day))


def mends(story: Story, day: int) -> dict[str, Move]:
    found = moves_of(PLAYBOOK, story.engagement, d(day), CATALOGUES, "cmo")
    return {each.id: each for each in found if each.kind == "mend"}


def test_each_section_that_failed_is_one_move_of_whoever_leaves() -> None:
    story = sitting(Story(), "r1", 10, "missing", "missing", "vague")
    [move] = mends(story, 10).values()
    assert (move.id, move.role, move.due, move.late) == ("mend:access", "cmo", d(24), False)
    assert move.about == ("loop:r1-0", "loop:r1-1")
    assert move.act == "document:section/access:written"
    assert mends(story, 40)["mend:access"].late
    for language in LANGUAGES:
        said = MoveReader(Words(language), story.at(10)).title(move)
        assert "2" in said
        assert "Dossier: where-is" in said


def test_it_is_settled_by_its_text_its_loops_or_a_later_sitting() -> None:
    def failed() -> Story:
        return sitting(Story(), "r1", 10, "missing", "missing", "")

    closed = failed().do(close_loop("r1-0", True), d(11))
    assert mends(closed, 11)["mend:access"].about == ("loop:r1-1",)
    assert mends(closed.do(close_loop("r1-1", True), d(11)), 11) == {}
    text = write_document(failed().engagement, "section/access", "Eva", d(11), text="In the vault.")
    assert mends(failed().do(text, d(11)), 11) == {}
    elsewhere = write_document(failed().engagement, "section/risks", "Eva", d(11), text="One.")
    assert set(mends(failed().do(elsewhere, d(11)), 11)) == {"mend:access"}
    again = sitting(failed(), "r2", 20, "found", "missing", "")
    assert mends(again, 20)["mend:access"].about == ("loop:r1-1",)
    assert mends(sitting(failed(), "r2", 20, "found", "vague", ""), 20) == {}


def test_a_text_written_before_does_not_answer_and_one_taken_back_is_missed_no_more() -> None:
    story = Story()
    text = write_document(story.engagement, "section/access", "Eva", d(1), text="Before.")
    sitting(story.do(text, d(1)), "r1", 10, "missing", "", "")
    assert set(mends(story, 10)) == {"mend:access"}
    found = report_rehearsal(story.engagement, "r1", {0: "found"}, {0: "x"}, (), d(12))
    assert mends(story.do(found, d(12)), 12) == {}
    assert len(rehearsals_of(story.engagement)) == 1


def test_a_miss_taken_back_closes_its_loop_and_one_said_again_opens_it() -> None:
    def open_now(story: Story) -> set[str]:
        return {loop.id for loop in loops_of(story.engagement).open}

    def answer(story: Story, day: int, **said: str) -> set[str]:
        results = {int(place[1:]): each for place, each in said.items()}
        topics = {place: f"Dossier: {ASKED[place].key}" for place in results}
        told = report_rehearsal(story.engagement, "r1", results, topics, iter(["new"]), d(day))
        return open_now(story.do(told, d(day)))

    story = sitting(Story(), "r1", 10, "missing", "missing", "missing")
    assert open_now(story) == {"r1-0", "r1-1", "r1-2"}
    assert answer(story, 11, q0="found") == {"r1-1", "r1-2"}
    assert answer(story, 12, q1="vague") == {"r1-2"}
    assert answer(story, 13, q0="missing") == {"r1-0", "r1-2"}, "the same one, open again"
    assert mends(story, 13)["mend:access"].about == ("loop:r1-0",)
    story.do(set_loop(story.engagement, "r1-2", {"promised_to": "Zoé"}, d(14)), d(14))
    sitting(story, "r2", 15, "missing", "", "")
    assert answer(story, 16, q0="found", q2="found") == {"r1-0", "r1-2"}, (
        "the other sitting misses it too; somebody has said more of the last"
    )


def test_two_sittings_of_one_day_count_the_same_miss_once() -> None:
    story = sitting(sitting(Story(), "r1", 10, "missing", "", ""), "r2", 10, "missing", "", "")
    assert mends(story, 10)["mend:access"].about == ("loop:r1-0",)
