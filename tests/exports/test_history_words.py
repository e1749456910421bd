"""A change told: what was done, what was taken back, what only its author may read again."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.engagement import advice, profile, step
from coach_tui.engagement.access import change as access_change
from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.history import conflicts, gestures
from coach_tui.engagement.kpi import new_reading as kpi_reading
from coach_tui.engagement.kpi import setup as kpi_setup
from coach_tui.engagement.kpi.readings import Heard, record_batch
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.team import levels as team_level
from coach_tui.engagement.team import people as team
from coach_tui.engagement.team import skills as team_skill
from coach_tui.engagement.transition import loops as transition_loops
from coach_tui.exports.history.fields import TOLD
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import change_words, conflict_words, gesture_words
from coach_tui.language import LANGUAGES, Language, Words
from tests.engagement.recording import taken
from tests.engagement.writers import Writer

CATALOGUES = Catalogues()
PLAYBOOKS = {language: load_playbook(language)[0] for language in LANGUAGES}
DAY = date(2026, 3, 2)
MADE_UP = "019cdb3e-1111-7000-8000-000000000000"  # the kind of id the session gives


def reader(writer: Writer, language: Language = "en", actor: str = "founder") -> Reader:
    return Reader(
        Words(language), PLAYBOOKS[language], writer.engagement, writer.changes, CATALOGUES, actor
    )


def last(writer: Writer, language: Language = "en", *, whole: bool = False) -> list[str]:
    """The latest gesture, told."""
    return gesture_words(gestures(writer.changes)[-1], reader(writer, language), whole=whole)


def plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def ann() -> Writer:
    writer = Writer("founder")
    writer.record(profile.begin("Acme", DAY, 2.5, "founder"))
    return writer


def test_a_mission_is_told_in_the_words_of_its_form(ann: Writer) -> None:
    first_day, days = "premier jour : 2 mars 2026", "jours du CMO par semaine : 2,5"
    assert (
        plain(last(ann, "fr")[0])
        == f"mission « Acme » → ouverte par : dirigeant, {first_day}, {days}"
    )
    ann.record(profile.amend(ann.engagement, {"depth": "full", "day_rate": 1100.0}))
    assert last(ann) == ["engagement “Acme” → day rate: €1,100, steps shown: full"]
    ann.record(profile.amend(ann.engagement, {"archived": True}))
    assert last(ann, "fr") == [
        "mission « Acme » → archivée".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    ]
    ann.record(profile.amend(ann.engagement, {"archived": False}))
    assert last(ann) == ["engagement “Acme” → taken back out"]


def test_only_what_differs_is_told(ann: Writer) -> None:
    form = {"company": "Acme", "first_day": DAY, "days_per_week": 3.0, "sector": ""}
    ann.record(profile.amend(ann.engagement, form))
    assert last(ann) == ["engagement “Acme” → CMO’s days a week: 3"]
    ann.record(profile.amend(ann.engagement, {"company": "Acme & sons"}))
    assert last(ann) == ["engagement “Acme” → company: Acme & sons"]


def test_what_is_emptied_is_said_to_be(ann: Writer) -> None:
    ann.record(profile.amend(ann.engagement, {"planned_end": date(2026, 12, 1)}))
    ann.record(profile.amend(ann.engagement, {"planned_end": None}))
    assert last(ann) == ["engagement “Acme” → planned end: now empty"]
    ann.record(advice.set_aside("score-gates", "watch", ["x"], DAY, "later"))
    assert plain(last(ann, "fr")[0]).startswith("conseil « Réglez ceci d’abord : … » → écarté le")
    ann.record([Draft("advice", "score-gates", {"day": None, "reason": None})])
    assert last(ann)[0].endswith("→ heard again, reason: now empty")


def test_a_step_bears_its_title_and_a_note_its_step(ann: Writer) -> None:
    title = PLAYBOOKS["en"].step("kickoff").title
    ann.record(step.set_status("kickoff", "blocked", current=step.UNTOUCHED, actor="founder",
                               by="Zoé", reason="no room"))  # fmt: skip
    assert last(ann) == [f"step “{title}” → blocked, by: Zoé, reason: no room"]
    ann.record(step.set_status("kickoff", "done", current=step.UNTOUCHED, actor="founder"))
    assert last(ann) == [f"step “{title}” → done"]
    ann.record(step.add_note(MADE_UP, "kickoff", "[x] <b>\nall came", private=True))
    assert last(ann) == [f"note “{title}” → [x] <b> all came, private"]
    ann.write("status", "done", "gone-since", "step")
    assert last(ann) == ["step “gone since” → done"]


def test_what_was_undone_is_told_and_what_was_put_back(ann: Writer) -> None:
    ann.record(profile.amend(ann.engagement, {"day_rate": 1100.0}))
    ann.record(profile.amend(ann.engagement, {"day_rate": 900.0}))
    ann.undo()
    assert last(ann) == ["took back: engagement “Acme” → day rate: €900"]
    ann.undo()
    assert plain(last(ann, "fr")[0]) == "annulé : mission « Acme » → tarif journalier : 1 100 €"
    ann.undo_gesture(gestures(ann.changes)[-1])
    assert last(ann) == ["put back: engagement “Acme” → day rate: €1,100"]


def test_only_the_part_that_was_put_back_is_told(ann: Writer) -> None:
    ann.record(profile.amend(ann.engagement, {"day_rate": 900.0, "headcount": 30.0}))
    both = gestures(ann.changes)[-1]
    ann.record(profile.amend(ann.engagement, {"day_rate": 950.0}))
    ann.undo_gesture(both)
    assert last(ann) == ["took back: engagement “Acme” → headcount: 30"]


def test_an_undo_whose_gesture_is_missing_is_still_told(ann: Writer) -> None:
    ann.record([Draft("engagement", "engagement", {"day_rate": None}, undoes=MADE_UP)])
    assert last(ann) == ["took back: engagement “Acme”"]


def test_people_and_ledgers_bear_their_names_even_once_gone(ann: Writer) -> None:
    ann.record(team.add_person(MADE_UP, "Léa", "internal", "content"))
    assert last(ann) == ["person “Léa” → kind: team, role: content"]
    ann.record(team_skill.keep_skill("ac-seo", 2, True))
    seo = next(e.words["en"]["name"] for e in CATALOGUES["skills"] if e.id == "ac-seo")
    assert last(ann) == [f"skill “{seo}” → on the map, weight: 2, critical: yes"]
    ann.record(team_skill.amend_skill(ann.engagement, "ac-seo", author=MADE_UP, method="Guide"))
    assert last(ann) == [f"skill “{seo}” → written method: Guide, written by: Léa"]
    ann.record([Draft("person", MADE_UP, {"_deleted": True})])
    assert last(ann) == ["person “Léa” → removed"]
    ann.undo()
    assert last(ann) == ["took back: person “Léa” → removed"]
    fields = {"tool": "HubSpot", "category": "crm", "critical": False, "admins": 2}
    ann.record(access_change.add_access(ann.engagement, "hubspot", fields, DAY))
    assert last(ann) == [
        "access “HubSpot” → category: CRM, company admins: 2, requested on: 2 March 2026"
    ]
    ann.record(access_change.remove_access(ann.engagement, "hubspot"))
    assert last(ann) == ["access “HubSpot” → removed"]


def test_a_kpi_speaks_in_its_own_unit(ann: Writer) -> None:
    frame = {"catalogue": "cac", "unit": "eur", "kind": "decrease", "baseline": Decimal("4200"),
             "baseline_on": DAY, "target_12": Decimal("3000.5")}  # fmt: skip
    ann.record(kpi_setup.follow(ann.engagement, "cac", frame, DAY))
    name = next(e.words["fr"]["name"] for e in CATALOGUES["kpis"] if e.id == "cac")
    said = plain(last(ann, "fr")[0])
    assert said.startswith(
        f"KPI « {name} » → point de départ : 4 200 €, cible à 12 mois : 3 000,50 €"
    )
    ann.record(kpi_reading.read_kpi(ann.engagement, MADE_UP, Heard("cac", DAY, Decimal(4000)), DAY))
    assert last(ann) == [last(ann)[0].partition(" → ")[0] + " → €4,000, read on: 2 March 2026"]
    ann.record(kpi_setup.let_go(ann.engagement, "cac", DAY))
    assert plain(last(ann, "fr")[0]) == f"KPI « {name} » → suppression"
    ann.record([record_batch(MADE_UP, [Heard("cac", DAY, Decimal(1))] * 12)])
    assert last(ann) == ["readings from a spreadsheet → 12 readings"]


def test_a_ritual_falls_when_it_falls(ann: Writer) -> None:
    schedule = rhythm.Schedule(DAY, "fortnightly", (3,), "09:30")
    ann.record(rhythm.hold("weekly-ceo", MADE_UP, schedule, minutes=60))
    name = next(e.words["en"]["name"] for e in CATALOGUES["rituals"] if e.id == "weekly-ceo")
    assert last(ann) == [
        f"ritual “{name}” → length: 60 minutes, counts in the load: yes, run by: CMO",
        f"days of the ritual “{name}” → every other week, Thursday 09:30, from: 2 March 2026",
    ]
    ann.record(rhythm.stop(ann.engagement, "weekly-ceo", DAY))
    friday = rhythm.Schedule(date(2026, 4, 1), "weekly", (4,))
    ann.record(rhythm.move(ann.engagement, "weekly-ceo", "again", friday))
    assert last(ann) == [
        f"ritual “{name}” → taken up again",
        f"days of the ritual “{name}” → paused, from: 2 March 2026",
        f"days of the ritual “{name}” → every week, Friday, from: 1 April 2026",
    ]


def test_a_signature_says_its_day_as_people_do(ann: Writer) -> None:
    ann.record(transition_loops.set_loop(ann.engagement, MADE_UP, {"topic": "Fair, in May"}, DAY))
    ann.record(transition_loops.sign_loop(MADE_UP, "left", "Ann Roche, CMO", DAY))
    assert last(ann) == [
        "open loop “Fair, in May” → signed by who leaves: Ann Roche, CMO, 2 March 2026"
    ]
    ann.record(transition_loops.set_loop(ann.engagement, MADE_UP, {"next": "Book"}, DAY))
    assert last(ann) == ["open loop “Fair, in May” → next: Book, signature of who leaves withdrawn"]


def test_a_question_is_answered_yes_or_no(ann: Writer) -> None:
    ann.record(framing_need.answer_need("direction", False))
    assert last(ann)[0].endswith("” → no")
    ann.record(framing_need.answer_need("direction", None))
    assert last(ann)[0].endswith("” → no answer")


@pytest.mark.parametrize("language", LANGUAGES)
def test_ratings_are_read_again_by_their_author_only(ann: Writer, language: Language) -> None:
    ann.record(team.add_person("lea", "Léa"))
    ann.record(team_skill.keep_skill("ac-seo", 2, True))
    ann.record(team_level.rate(ann.engagement, MADE_UP, person="lea", skill="ac-seo", level=3,
                               side="cmo", day=DAY, today=DAY, evidence="The May page",
                               verified_by="Zoé"))  # fmt: skip
    rated = gestures(ann.changes)[-1]
    ann.record(framing_candidates.add_candidate(MADE_UP, "Paul"))
    ann.record(framing_candidates.mark(MADE_UP, "1", "vision", 5))
    marked = gestures(ann.changes)[-1]
    for gesture in (rated, marked):
        for actor, whole in (("founder", False), ("cmo", True), ("cmo", False)):
            [said] = gesture_words(gesture, reader(ann, language, actor), whole=whole)
            assert not re.search(r"May page|Zoé|\b[35]\b", said)
    [said] = gesture_words(rated, reader(ann, language, "founder"), whole=True)
    assert "May page" in said
    assert "3 · " in said
    [said] = gesture_words(marked, reader(ann, language, "founder"), whole=True)
    assert "5" in said


def test_many_alike_are_counted_and_the_first_are_named(ann: Writer) -> None:
    skills = ["ac-seo", "ac-paid", "ct-social", "cr-ops", "da-reporting", "dg-campaigns"]
    kept = [draft for skill in skills for draft in team_skill.keep_skill(skill, 1, False)]
    ann.record(kept)
    [said] = last(ann)
    assert said.startswith("6 skills: ")
    assert said.endswith(", and 2 more → on the map")
    assert len(last(ann, whole=True)) == 6
    ann.undo()
    assert last(ann)[0].startswith("took back: 6 skills: ")


def test_steps_imported_together_are_told_by_what_became_of_them(ann: Writer) -> None:
    ids = [each.id for each in PLAYBOOKS["en"].steps[:7]]
    drafts = [Draft("step", each, {"status": "done"}) for each in ids[:4]]
    drafts += [Draft("step", each, {"status": "todo"}) for each in ids[4:]]
    ann.record(drafts)
    done, reopened = last(ann)
    assert done.startswith("4 steps: ")
    assert done.endswith(" → done")
    assert reopened.startswith("3 steps: ")
    assert reopened.endswith(" → to do")


def test_a_long_change_is_cut_in_a_list_and_whole_when_it_is_opened(ann: Writer) -> None:
    why = "because " * 40
    ann.record(taken(MADE_UP, "Change the price " * 8, DAY,
                                      why=why, options="a or b", owner="Marc", chosen="a",
                                      review=DAY))  # fmt: skip
    [short], [whole] = last(ann), last(ann, whole=True)
    assert short.endswith("and 3 more")
    assert len(short) < 320
    assert why.strip() in whole
    assert "to review on: 2 March 2026" in whole


def test_two_who_wrote_without_seeing_each_other(ann: Writer) -> None:
    zoe = Writer("cmo/Zoé")
    zoe.meet(ann)
    ann.record(profile.amend(ann.engagement, {"day_rate": 900.0}))
    zoe.record(profile.amend(zoe.engagement, {"day_rate": 950.0}))
    ann.meet(zoe)
    [said] = conflict_words(conflicts(ann.engagement, ann.changes), reader(ann))
    assert said.startswith("engagement “Acme”: Zoé (CMO) wrote “day rate: €950”")
    assert said.endswith("without having seen “day rate: €900”, written by founder")


def test_a_gesture_of_several_fields_is_one_conflict_to_read(ann: Writer) -> None:
    zoe = Writer("cmo/Zoé")
    zoe.meet(ann)
    by_whom = {"status": "blocked", "by": "Jo", "reason": "waiting"}
    ann.record([Draft("step", "taper", {"status": "doing", "by": None, "reason": None})])
    zoe.record([Draft("step", "taper", by_whom)])
    ann.meet(zoe)
    found = conflicts(ann.engagement, ann.changes)
    assert len(found) == 3
    [said] = conflict_words(found, reader(ann))
    assert "wrote “blocked, by: Jo, reason: waiting” without having seen “in progress”" in said
    [dit] = conflict_words(found, reader(ann, "fr"))
    assert "sans avoir vu «\u00a0en cours\u00a0», écrit par dirigeant" in dit


def test_what_one_person_wrote_on_two_machines_names_nobody_else(ann: Writer) -> None:
    other = Writer(ann.actor)
    other.meet(ann)
    ann.record(profile.amend(ann.engagement, {"day_rate": 900.0}))
    other.record(profile.amend(other.engagement, {"day_rate": 950.0}))
    ann.meet(other)
    found = conflicts(ann.engagement, ann.changes)
    [said] = conflict_words(found, reader(ann))
    assert said.endswith(
        "without having seen “day rate: €900”, written elsewhere under the same name"
    )
    [dit] = conflict_words(found, reader(ann, "fr"))
    assert dit.endswith(", écrit ailleurs sous le même nom")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_later_version_recorded_is_told_as_unknown(ann: Writer, language: Language) -> None:
    ann.write("mood", "good", entity="weather-report")
    [said] = last(ann, language)
    assert "weather-report" in said
    assert "mood" in said
    assert "good" in said
    assert ("does not know" in said) == (language == "en")
    ann.write("mood", {"a": [1, {}]}, "engagement", "engagement")
    [said] = last(ann, language)
    assert "{" not in said
    assert reader(ann, language).words("history.unreadable") in said
    ann.record([Draft("weather-report", str(n), {"mood": n}) for n in range(5)])
    [said] = last(ann, language)
    assert "weather-report" in said
    ann.write("status", "paused", "kickoff", "step")
    assert last(ann, language)[0].endswith("→ paused")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["2026-03-12", "2026-99", "9999-12-31", "crm", "cmo", MADE_UP, "\x1b[2J"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)  # fmt: skip
fields = st.sampled_from(
    [(entity, name) for entity, told in TOLD.items() for name in (*told.fields, "_deleted", "new")]
)


@given(
    written=st.lists(st.tuples(fields, anything, anything), min_size=1, max_size=4),
    entity_id=st.sampled_from(["x", "engagement", "cac", "weekly-ceo", MADE_UP, "2026-03"]),
    language=st.sampled_from(LANGUAGES),
)
def test_whatever_was_recorded_is_told_on_one_harmless_line(
    written: list[tuple[tuple[str, str], Any, Any]], entity_id: str, language: Language
) -> None:
    writer = Writer("founder")
    for (entity, name), first, second in written:
        writer.write(name, first, entity_id, entity)
        writer.write(name, second, entity_id, entity)
    writer.undo()
    reads = reader(writer, language)
    for change in writer.changes:
        for whole in (False, True):
            said = change_words(change, reads, whole=whole)
            assert said
            assert said.isprintable() or "\u00a0" in said or "\u202f" in said or not said.isascii()
            assert "\n" not in said
            assert "\x1b" not in said
    assert all(gesture_words(each, reads) for each in gestures(writer.changes))


@pytest.mark.parametrize("value", [True, False, 10**400, -(10**400), float("nan"), float("inf")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_are_none_are_told_all_the_same(
    ann: Writer, value: Any, language: Language
) -> None:
    for entity, told in TOLD.items():
        for name in told.fields:
            ann.write(name, value, "x", entity)
    reads = reader(ann, language)
    assert all(gesture_words(each, reads) for each in gestures(ann.changes))


def test_a_change_that_says_nothing_is_told_by_its_kind(ann: Writer) -> None:
    change = Change(MADE_UP, "2026-03-12T12:00:00+00:00", "founder", "person", "p", {})
    assert change_words(change, reader(ann)) == "person"
