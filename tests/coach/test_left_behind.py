"""Who leaves hands over: each thing is listed at once, and flagged until someone there takes it."""

from __future__ import annotations

from coach_tui.bundled import Catalogues
from coach_tui.coach.advice.ranked import all_advice
from coach_tui.coach.named import named_in
from coach_tui.coach.team.left_behind import left_behind, take_over
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.save import (
    describe_document,
    keep_personal,
    verify_document,
    write_document,
)
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.rhythm.decisions import log_decision, promise
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import come_back, leave, people_of, set_person
from coach_tui.engagement.team.plan import delegate
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.loops import set_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.taker import successor_named
from coach_tui.exports.team.left_behind import left_behind_lines, things_told
from coach_tui.exports.team.sheet import index_words, team_sheet
from coach_tui.language import Refusal, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
from tests.engagement.recording import after, refused

EVERYTHING = {
    "access", "kpi", "ritual", "decision", "promise", "document", "open-loop", "delegation",
    "skill",
}  # fmt: skip


def held_by_julie() -> Story:
    """Julie owns one of everything; Tom stays."""
    story = Story().person("Julie").person("Tom").skill("da-reporting")
    story.rate("julie", "da-reporting", 3)
    story.access("HubSpot", owner="Julie", admins=2).kpi("mql", owner="julie ", keeper="Tom")
    story.ritual("standup").raw("ritual", "standup", owner="JULIE")
    waiting = {"title": "Stop the fair?", "owner": "Julie"}
    story.do(log_decision(story.engagement, "q1", waiting, d(1), waits=True))
    old = {"title": "Old", "opened": d(0), "day": d(1), "why": "x", "owner": "Julie"}
    story.do(log_decision(story.engagement, "q0", old, d(1)))
    story.do(promise("p1", "The deck", d(1), by="Julie"))
    engagement = story.engagement
    story.do(describe_document(engagement, "strategy", {"author": "Julie", "link": "here"}, d(1)))
    story.do(set_loop(engagement, "l1", {"topic": "Rebate", "new_owner": "Julie"}, d(1)))
    return story.do(delegate(engagement, "b1", "Approve a campaign", "julie", 5, 5))


def test_a_departure_lists_everything_at_once_and_what_is_taken_no_more() -> None:
    story = held_by_julie()
    assert left_behind(story.engagement, d(5)) == ()
    story.do(leave(story.engagement, "julie", d(30)))
    things = left_behind(story.engagement, d(5))
    assert {each.kind for each in things} == EVERYTHING, "announced: there is time to hand over"
    assert len(things) == len(EVERYTHING), "a decision taken and done is nobody's to take"
    takers = {each.key: "tom" for each in things if each.kind != "promise"}
    at = after(story.engagement, take_over(story.engagement, takers, d(5), things))
    assert [each.key for each in left_behind(at, d(40))] == ["promise:p1"]
    assert next(iter(accesses_of(at).values())).owner == "Tom"
    assert refused(take_over(at, {}, d(5), things)) == "refusal.team.nobody-takes"
    leaver = {things[0].key: "julie"}
    assert refused(take_over(at, leaver, d(5), things)) == "refusal.team.taker-left"


def test_check_the_screen_and_the_sheet_say_the_same() -> None:
    story = held_by_julie()
    story.do(leave(story.engagement, "julie", d(30)))
    found = all_advice(PLAYBOOK, story.engagement, d(40), CATALOGUES)
    advice = next(each for each in found if each.id == "leaver-handover")
    assert (advice.values["n"], len(advice.records)) == (9, 9)
    words, named = Words("en"), named_in(story.engagement, Catalogues(), "en")
    ((asked, lines),) = left_behind_lines(story.engagement, d(40), named, words)
    assert asked == "Julie left on 1 April 2026: 9 things. Who takes them?"
    ((before, _),) = left_behind_lines(story.engagement, d(29), named, words)
    assert before == "Julie leaves on 1 April 2026: 9 things. Who takes them?"
    sheet = team_sheet(story.engagement, "Acme", d(40), named, words)
    assert asked in sheet
    assert {"Access · HubSpot", "Decision · Stop the fair?", "Promise · The deck"} < set(lines)
    assert sheet.count("- [ ] ") == len(lines)


def test_the_place_of_a_successor_who_leaves_is_to_be_taken() -> None:
    story = Story().person("Maud").person("Tom")
    story.do(set_transition(story.engagement, {"successor": "Maud", "successor_first_day": d(60)}))
    assert (successor_named(story.engagement), left_behind(story.engagement, d(5))) == ("Maud", ())
    story.do(leave(story.engagement, "maud", d(30)))
    assert successor_named(story.engagement) == "", "the step is no longer done"
    things = left_behind(story.engagement, d(5))
    assert [(each.key, each.fields) for each in things] == [
        ("transition:transition", ("successor",))
    ]  # fmt: skip
    found = all_advice(PLAYBOOK, story.engagement, d(31), CATALOGUES)
    assert "leaver-handover" in {each.id for each in found}
    at = after(story.engagement, take_over(story.engagement, {things[0].key: "tom"}, d(5), things))
    assert successor_named(at) == "Tom"
    assert left_behind(at, d(31)) == ()


def test_what_two_who_leave_shared_is_told_of_each_and_taken_from_each() -> None:
    """Julie answers for a KPI and Max enters it; a skill both know is nobody's once both left."""
    story = Story().person("Julie").person("Max").person("Tom").person("Ann").skill("seo")
    story.rate("julie", "seo", 3).rate("max", "seo", 3).kpi("mql", owner="Julie", keeper="Max")
    story.do(leave(story.engagement, "julie", d(30)))
    story.do(leave(story.engagement, "max", d(40)))
    at = story.engagement
    assert [(each.key, each.person.id, each.fields) for each in left_behind(at, d(5))] == [
        ("kpi:mql", "julie", ("owner",)), ("kpi:mql", "max", ("keeper",)),
        ("skill:seo", "max", ("backup",)),
    ]  # fmt: skip
    words, named = Words("en"), named_in(at, Catalogues(), "en")
    assert [asked for asked, _ in left_behind_lines(at, d(5), named, words)] == [
        "Julie leaves on 1 April 2026. Who takes it?",
        "Max leaves on 11 April 2026: 2 things. Who takes them?",
    ]
    assert things_told(left_behind(at, d(5)), named, words) == [
        "KPI · mql · Julie", "KPI · mql · Max", "Skill · seo",
    ]  # fmt: skip
    advice = next(each for each in all_advice(PLAYBOOK, at, d(31), CATALOGUES)
                  if each.id == "leaver-handover")  # fmt: skip
    assert (advice.values["n"], advice.values["name"]) == (2, ("Julie", "Max"))
    assert advice.values["day"] == (d(30), d(40)), "each has a day of their own"
    things = left_behind(at, d(5))
    apart = {"kpi:mql/julie": "tom", "kpi:mql/max": "ann", "skill:seo/max": "tom"}
    given = after(at, take_over(at, apart, d(5), things))
    kpi = followed(given)[0]
    assert (kpi.owner, kpi.keeper, left_behind(given, d(5))) == ("Tom", "Ann", ())
    of_max = left_behind(at, d(5), "max")
    half = after(at, take_over(at, {"kpi:mql": "ann", "skill:seo": "tom"}, d(5), of_max))
    assert [each.share for each in left_behind(half, d(5))] == ["kpi:mql/julie"]
    both = story.do(leave(at, "max", d(30))).engagement
    assert {each.share for each in left_behind(both, d(5))} == {
        "kpi:mql/julie", "kpi:mql/max", "skill:seo/julie", "skill:seo/max",
    }  # fmt: skip
    every = {each.key: "tom" for each in left_behind(both, d(5))}
    taken = after(both, take_over(both, every, d(5), left_behind(both, d(5))))
    assert left_behind(taken, d(40)) == ()


def test_two_masters_lines_of_one_skill_are_taken_by_one_person_or_by_none() -> None:
    story = Story().person("Ann").person("Bob").person("Tom").person("Zoe").skill("seo")
    story.rate("ann", "seo", 3).rate("bob", "seo", 3)
    story.do(leave(story.engagement, "ann", d(30)))
    at = story.do(leave(story.engagement, "bob", d(30))).engagement
    things = left_behind(at, d(5))
    assert [each.share for each in things] == ["skill:seo/ann", "skill:seo/bob"]
    two = take_over(at, {"skill:seo/ann": "tom", "skill:seo/bob": "zoe"}, d(5), things)
    assert refused(two) == "refusal.team.two-takers"
    assert isinstance(two, Refusal)
    assert two.values == {"other": "Tom", "taker": "Zoe"}
    for takers in ({each.share: "zoe" for each in things}, {"skill:seo/bob": "zoe"}):
        given = after(at, take_over(at, takers, d(5), things))
        assert skills_of(given)["seo"].backup == "zoe"


def test_a_namesake_who_stays_answers_for_it() -> None:
    story = held_by_julie().raw("person", "other", name="Julie", kind="internal")
    story.do(leave(story.engagement, "julie", d(3)))
    assert {each.kind for each in left_behind(story.engagement, d(5))} == {"delegation", "skill"}


def test_what_was_written_of_somebody_is_theirs_under_a_new_name() -> None:
    """Renamed, she leaves with all she held; her old name verifies nothing of hers."""
    story = held_by_julie()
    story.do(set_person(story.engagement, "julie", {"name": "Julie Martin"}))
    given = rate(
        story.engagement, "x", person="julie", skill="da-reporting", level=3, side="cmo", day=d(3),
        today=d(3), evidence="board", verified_by="Julie",
    )  # fmt: skip
    assert refused(given) == "refusal.team.verifies-herself"
    story.do(leave(story.engagement, "julie", d(30)))
    assert {each.kind for each in left_behind(story.engagement, d(5))} == EVERYTHING
    # Somebody else who bears the old name now answers for what is written under it.
    story.do(set_person(story.engagement, "julie-2", {"name": "Julie"}))
    assert {each.kind for each in left_behind(story.engagement, d(5))} == {"delegation", "skill"}


def test_who_comes_back_holds_it_again_and_was_away_meanwhile() -> None:
    story = held_by_julie()
    story.do(leave(story.engagement, "julie", d(30)))
    story.do(come_back(story.engagement, "julie", d(60)))
    assert left_behind(story.engagement, d(70)) == ()
    there = {day: people_of(story.engagement)["julie"].there(d(day)) for day in (29, 30, 59, 60)}
    assert there == {29: True, 30: False, 59: False, 60: True}
    held = {day: bool(covers_of(story.engagement, d(day))[0].autonomous) for day in (29, 45, 60)}
    assert held == {29: True, 45: False, 60: True}
    again = leave(story.engagement, "julie", d(50))
    assert refused(again) == "refusal.team.left-before-return"
    assert refused(come_back(story.engagement, "julie", d(80))) == "refusal.team.not-left"


def test_the_index_says_that_a_person_left_and_the_coaching_is_not_blamed() -> None:
    story = held_by_julie().rate("tom", "da-reporting", 3)
    words = Words("en")
    assert (
        index_words(story.engagement, 1.0, d(40), words)
        == "Autonomy index: 100% (ready for handover)"
    )
    story.do(leave(story.engagement, "julie", d(30)))
    told = index_words(story.engagement, 0.5, d(40), words)
    assert told == "Autonomy index: 50% (progressing) · Julie left on 1 April 2026"
    assert "Julie" not in index_words(story.engagement, 0.5, d(400), words), "a year on, it is past"


def test_nobody_verifies_herself() -> None:
    story = Story().person("Julie").person("Max", "cmo").skill("da-reporting")

    def rated(side: str, verifier: str) -> str:
        made = rate(story.engagement, "r", person="julie", skill="da-reporting", level=3, side=side,
                    day=d(1), today=d(1), evidence="two reports", verified_by=verifier)  # fmt: skip
        return "" if isinstance(made, list) else refused(made)

    cases = {
        ("cmo", "Tom"): "", ("member", "Tom"): "", ("member", "Max"): "", ("member", ""): "",
        ("cmo", "julie "): "refusal.team.verifies-herself",
        ("member", "JULIE"): "refusal.team.verifies-herself",
        ("cmo", "CMO"): "refusal.team.cmo-verifies", ("cmo", "max"): "refusal.team.cmo-verifies",
    }  # fmt: skip
    assert {case: rated(*case) for case in cases} == cases


def test_of_nothing_recorded_nothing_is_left_behind() -> None:
    assert left_behind(Engagement(), d(0)) == ()


def test_a_document_with_an_owner_is_handed_over_though_checked_and_a_personal_one_never() -> None:
    story = Story().person("Julie").person("Tom")
    story.do(keep_personal(story.engagement, "other/fears", True))
    for document in ("strategy", "scope", "other/fears"):
        made = write_document(story.engagement, document, "Julie", d(1), text="# Ours\n")
        story.do(made)
    for document in ("strategy", "scope"):
        story.do(verify_document(story.engagement, document, "Tom", d(2), d(2)))
    story.raw("document", "scope", owner="Julie")
    story.do(leave(story.engagement, "julie", d(30)))
    assert [each.key for each in left_behind(story.engagement, d(5))] == ["document:scope"]
