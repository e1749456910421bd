"""Everything the engagement room can record has its words, in both languages, and no other."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import coach_tui
from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.kpi.frame_fields import AMOUNTS
from coach_tui.demo import make_demo
from coach_tui.engagement import asked, context, elsewhere, handed_out, profile, step
from coach_tui.engagement.access import record as access
from coach_tui.engagement.change import Change
from coach_tui.engagement.documents import kinds
from coach_tui.engagement.documents import record as documents
from coach_tui.engagement.framing import budget as framing_budget
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.framing import contract as framing_contract
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.history import gestures
from coach_tui.engagement.kpi import behaviour as kpi_behaviour
from coach_tui.engagement.kpi import objectives
from coach_tui.engagement.kpi import record as kpi_record
from coach_tui.engagement.kpi import series as kpi_series
from coach_tui.engagement.kpi import setup as kpi_setup
from coach_tui.engagement.kpi import status as kpi_status
from coach_tui.engagement.kpi import verdicts as kpi_verdicts
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.engagement.rhythm import meetings
from coach_tui.engagement.rhythm import occurrences as rhythm_occurrence
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team import absence as team_absence
from coach_tui.engagement.team import entrustment as team_entrustment
from coach_tui.engagement.team import levels as team_level
from coach_tui.engagement.team import people as team
from coach_tui.engagement.team import plan as team_plan
from coach_tui.engagement.team import skills as team_skill
from coach_tui.engagement.transition import contacts as transition_contacts
from coach_tui.engagement.transition import dossier
from coach_tui.engagement.transition import exit as transition_exit
from coach_tui.engagement.transition import expiry as transition_expiry
from coach_tui.engagement.transition import loops as transition_loops
from coach_tui.engagement.transition import record as transition
from coach_tui.engagement.transition import signals as transition_signals
from coach_tui.exports.history.fields import TOLD
from coach_tui.exports.history.reader import CRITERIA, VETOES, Reader
from coach_tui.exports.history.values import value_words
from coach_tui.exports.history.words import change_words, gesture_words
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.currency import CURRENCIES
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.wall_clock import wall_clock

ROOM = Path(coach_tui.__file__).parent / "engagement"
CATALOGUES = Catalogues()
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def fields_of(kind: Any, *without: str) -> set[str]:
    return {*kind._fields} - {"id", *without}


DOCUMENT = fields_of(documents.Document, "authors", "changed", "written_by") | {"author"}
# What each subject module decodes is what its decisions write.
WRITTEN: dict[str, set[str]] = {
    "engagement": fields_of(profile.Profile) | {"since"},
    "step": fields_of(step.StepRecord, "actor", "at", "day", "notes"),
    "note": fields_of(step.Note, "actor", "at", "day") | {"step"},
    "advice": {"day", "until", "reason", "severity", "concerns"},
    "order": {"as"},
    "context": fields_of(context.Context),
    "need-answer": {"yes", "words"},
    "need-gate": {"yes", "words"},
    "framing": fields_of(framing.Framing),
    "budget": {*framing_budget.NAMES},
    "candidate": fields_of(framing_candidates.Candidate, "marks", "vetoes", "raters")
    | {"rater_1", "rater_2"},
    "candidate-mark": {"candidate", "rater", "criterion", "mark"},
    "candidate-veto": {"candidate", "veto", "on"},
    "clause": fields_of(framing_contract.Clause),
    "independence": {"colour"},
    "access": fields_of(access.Access),
    "asked": fields_of(asked.Asked),
    "handed-out": fields_of(handed_out.HandedOut),
    "proof": fields_of(elsewhere.Elsewhere, "step"),
    "objective": fields_of(objectives.Objective),
    "meeting": fields_of(meetings.Meeting),
    "kpi": fields_of(kpi_record.Kpi, "targets", "confidence")
    | {*AMOUNTS, *kpi_setup.TARGET_DAYS}
    | {f"confidence_{role}" for role in profile.ROLES},
    "kpi-series": {"kpi", "ended", *kpi_series.FRAME},
    "kpi-verdict": {"kpi", "months", "target", "day", "outcome", "value", "on"},
    "kpi-limits": fields_of(kpi_behaviour.Baseline),
    "reading": {"kpi", "on", "value", "note"},
    "readings": {"rows"},
    "kpi-rules": {*kpi_status.Rules._fields},
    "ritual": fields_of(rhythm.Ritual, "schedules"),
    "ritual-schedule": fields_of(rhythm.Schedule) | {"ritual"},
    "occurrence": fields_of(rhythm_occurrence.Occurrence),
    "decision": fields_of(rhythm_decision.LoggedDecision),
    "promise": fields_of(rhythm_decision.Promise),
    "day-used": {"day", "amount", "note"},
    "allowance": {"days", "weeks", "start"},
    "first-day": {"until", "first"},
    "dose": {"since", "days_per_week", "why"},
    "report": DOCUMENT | {"written_by"},
    "person": fields_of(team.Person),
    "skill": fields_of(team_skill.Skill) | {"kept"},
    "method-use": fields_of(team_skill.Use),
    "assessment": fields_of(team_level.Assessment),
    "entrustment": fields_of(team_entrustment.Entrustment),
    "goal": fields_of(team_plan.Goal),
    "delegation": fields_of(team_plan.Delegation),
    "drill": fields_of(team_absence.Drill),
    "transition": fields_of(transition.Transition),
    "signal-review": fields_of(transition_signals.Review),
    "document": DOCUMENT,
    "open-loop": fields_of(transition_loops.Loop),
    "loop-place": {"looked"},
    "contact": fields_of(transition_contacts.Contact),
    "expiry": fields_of(transition_expiry.Expiry),
    "rehearsal": {
        "day",
        "who",
        "minutes",
        "asked",
        *(f"{each}{n}" for each in ("q", "loop") for n in range(1, 13)),
    },
    "exit-check": {"outcome", "words", "done_on"},
    "dossier-section": fields_of(dossier.SectionText, "actor", "day") | DOCUMENT,
}
# Said by nothing: which catalogue entry a line began as, what advice was about, and what a
# schedule's cadence says whole.
UNTOLD = {
    ("person", "away"),  # the absence ends with what is told: back again
    *[
        ("advice", "severity"),
        ("advice", "concerns"),
        ("access", "catalogue"),
        ("expiry", "origin"),
        ("rehearsal", "asked"),
        *(("rehearsal", f"loop{n}") for n in range(1, 13)),
    ],
    *[
        (entity, name)
        for entity in documents.ENTITIES
        for name in ("language", "draft", "verified_text")
    ],
    *[("kpi-series", name) for name in ("formula", "kind", *kpi_series.MEASURES)],
    *[("kpi-verdict", "months"), ("kpi", "catalogue"), ("order", "as")],
    *[("ritual-schedule", name) for name in ("weekdays", "time", "nth")],
}
# Every choice that can be recorded.
CHOICES: dict[tuple[str, str], Iterable[Any]] = {
    ("engagement", "role"): profile.ROLES,
    ("engagement", "depth"): profile.DEPTHS,
    ("engagement", "currency"): CURRENCIES,
    ("engagement", "beginning"): profile.BEGINNINGS,
    ("engagement", "exit_scenario"): profile.SCENARIOS,
    ("meeting", "kind"): meetings.KINDS,
    ("step", "status"): step.STATUSES,
    ("asked", "of"): profile.ROLES,
    ("handed-out", "what"): handed_out.WHAT,
    ("framing", "sector"): framing.SECTORS,
    ("framing", "situation"): framing.SITUATIONS,
    ("framing", "kept"): framing.MODELS,
    ("framing", "rejected"): framing.MODELS,
    ("budget", "way"): framing_budget.WAYS,
    ("candidate", "post"): framing_candidates.FOR,
    ("candidate-mark", "criterion"): [
        *framing_candidates.CRITERIA,
        *(entry.id for entry in CATALOGUES["permanent-criteria"]),
    ],
    ("candidate-veto", "veto"): [
        entry.id for catalogue in VETOES for entry in CATALOGUES[catalogue]
    ],
    ("clause", "state"): framing_contract.STATES,
    ("independence", "colour"): framing_contract.COLOURS[1:],
    ("access", "category"): access.CATEGORIES,
    ("access", "exit"): access.EXITS,
    **{("kpi", name): spec.values for name, spec in kpi_record.Kpi.declared.items() if spec.values},
    **{("kpi", f"confidence_{role}"): range(1, 6) for role in profile.ROLES},
    ("kpi-verdict", "outcome"): kpi_verdicts.OUTCOMES,
    **{("rehearsal", f"q{n}"): ("found", "vague", "missing") for n in range(1, 13)},
    ("entrustment", "level"): team_entrustment.LEVELS,
    ("expiry", "kind"): transition_expiry.KINDS,
    ("expiry", "ends"): ("renew", "end"),
    ("ritual", "run_by"): rhythm.RUNNERS,
    ("occurrence", "run_by"): rhythm.RUNNERS,
    ("report", "written_by"): rhythm.RUNNERS,
    ("occurrence", "result"): rhythm_occurrence.RESULTS,
    ("person", "kind"): team.KINDS,
    ("assessment", "side"): team_level.SIDES,
    ("assessment", "level"): team_level.LEVELS,
    ("goal", "level"): team_level.LEVELS,
    ("delegation", "now"): team_plan.DELEGATION_LEVELS,
    ("delegation", "wanted"): team_plan.DELEGATION_LEVELS,
    ("delegation", "decision"): [entry.id for entry in CATALOGUES["delegation-decisions"]],
    ("drill", "result"): team_absence.RESULTS,
    ("open-loop", "fate"): transition_loops.FATES[1:],
    ("exit-check", "outcome"): transition_exit.OUTCOMES[1:],
    ("dossier-section", "trust"): dossier.TRUST[1:],
}
# What is named by its id: every id that can be recorded.
IDS: dict[str, Iterable[str]] = {
    "need-answer": framing_need.QUESTIONS,
    "need-gate": framing_need.GATES,
    "clause": framing_contract.CLAUSES,
    "independence": framing_contract.INDICATORS,
    "document": kinds.KINDS,
    "dossier-section": dossier.SECTIONS,
    "exit-check": transition_exit.CHECKS,
    "loop-place": transition_loops.PLACES,
    "advice": [entry.id for entry in CATALOGUES["advice"]],
    "kpi": [entry.id for entry in CATALOGUES["kpis"]],
    "kpi-limits": [entry.id for entry in CATALOGUES["kpis"]],
    "skill": [entry.id for entry in CATALOGUES["skills"]],
    "ritual": [entry.id for entry in CATALOGUES["rituals"]],
}


def reader(language: str, changes: Iterable[Change] = (), actor: str = "cmo") -> Reader:
    known = list(changes)
    playbook = load_playbook(language)[0]
    return Reader(Words(language), playbook, Engagement().after(known), known, CATALOGUES, actor)


def drafted_entities() -> Iterator[str]:
    """The first argument of every `Draft(…)` of the room: a name of its module, or of another."""
    for file in sorted(ROOM.rglob("*.py")):
        inside = file.relative_to(ROOM).with_suffix("")
        module = importlib.import_module(".".join(("coach_tui.engagement", *inside.parts)))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Draft":
                first = call.args[0]
                if isinstance(first, ast.Name) and first.id.isupper():
                    yield getattr(module, first.id)
                elif inside.parts == ("documents", "save"):  # wherever the document is kept
                    yield from documents.ENTITIES
                else:  # these put back, or set down again, what others recorded
                    assert file.stem in ("history", "starting_over", "withheld")


def test_every_kind_of_thing_that_can_be_recorded_is_told() -> None:
    drafted = set(drafted_entities())
    assert len(drafted) > 35, "otherwise the search itself is broken"
    assert drafted == set(TOLD)


@pytest.mark.parametrize("entity", sorted(TOLD))
def test_every_field_that_can_be_recorded_is_told(entity: str) -> None:
    told = TOLD[entity]
    assert set(told.fields) == WRITTEN[entity]
    assert {name for name in told.named if name} <= set(told.fields)
    assert told.apart <= set(told.fields)
    silent = {(entity, name) for name, kind in told.fields.items() if kind == "-"}
    assert silent == {pair for pair in UNTOLD if pair[0] == entity}


@BOTH
def test_every_field_has_a_name_and_every_flag_its_two_words(language: str) -> None:
    words = Words(language)
    unwritten = []
    for entity, told in TOLD.items():
        keys = [[f"history.entity.{entity}"]]
        for name, kind in told.fields.items():
            if kind in ("!flag", "!answer"):
                keys += [[f"history.{entity}.{name}.{answer}"] for answer in ("yes", "no")]
            if kind != "-":
                keys.append([f"history.field.{entity}.{name}", f"history.field.{name}"])
        unwritten += [each for each in keys if all(words(key) == key for key in each)]
    assert unwritten == []


def test_no_word_is_written_for_nothing() -> None:
    from coach_tui.language.en.history import WORDS

    of_kind = {f"history.entity.{entity}" for entity in TOLD}
    fields = {
        key
        for entity, told in TOLD.items()
        for name in told.fields
        for key in (f"history.field.{entity}.{name}", f"history.field.{name}")
    }
    emptied = {f"history.emptied.{e}.{name}" for e, told in TOLD.items() for name in told.fields}
    for prefix, known in (("entity", of_kind), ("field", fields), ("emptied", emptied)):
        written = {key for key in WORDS if key.startswith(f"history.{prefix}.")}
        assert written - known == set()


def written(kind: str, value: Any, reads: Reader) -> bool:
    """Whether this value of this kind has words of its own: nothing falls back on the value."""
    kind, _, detail = kind.removeprefix("!").partition(":")
    if kind == "word":
        return reads.words(f"{detail}.{value}") != f"{detail}.{value}"
    if kind in ("level", "delegated"):
        said = value_words(kind, value, Change("", "", "", "", "", {}), reads)
        return said.startswith(f"{value} · ") and len(said) > 5
    catalogue, _, field = detail.partition(".")
    catalogues = {"criterion": CRITERIA, "veto": VETOES, "entry": (catalogue,)}
    named = {"kpi": ("kpis",), "skill": ("skills",), "ritual": ("rituals",)}
    if kind in named:
        said = value_words(kind, value, Change("", "", "", "", "", {}), reads)
        return said == reads.entry(named[kind], value)
    if kind == "document":
        return bool(value_words(kind, value, Change("", "", "", "", "", {}), reads)) and bool(
            reads.entry(("documents",), value) or written("word:record.document", value, reads)
        )
    if kind in ("advice", "put-off"):
        return bool(reads.entry(("advice",), value, "words")) and "{" not in reads.advice(value)
    return bool(reads.entry(catalogues[kind], value, field or "name"))


@BOTH
@pytest.mark.parametrize("choice", CHOICES, ids=" ".join)
def test_every_choice_has_its_words(language: str, choice: tuple[str, str]) -> None:
    entity, name = choice
    reads, kind = reader(language), TOLD[entity].fields[name]
    assert [value for value in CHOICES[choice] if not written(kind, value, reads)] == []
    assert not written(kind, "of a later version", reads)


@BOTH
@pytest.mark.parametrize("entity", IDS)
def test_everything_named_by_its_id_has_a_name(language: str, entity: str) -> None:
    reads, kind = reader(language), TOLD[entity].named[""]
    assert [identity for identity in IDS[entity] if not written(kind, identity, reads)] == []


def test_every_choice_is_tried() -> None:
    asked = {
        (entity, name)
        for entity, told in TOLD.items()
        for name, kind in told.fields.items()
        if kind.removeprefix("!").partition(":")[0]
        in ("word", "entry", "level", "delegated", "criterion", "veto")
    }
    assert asked == set(CHOICES)
    by_id = {entity for entity, told in TOLD.items() if "" in told.named}
    # titles of the playbook, and a month
    assert by_id - set(IDS) == {"step", "proof", "report"}


@BOTH
def test_the_whole_demo_is_told_without_an_id_a_key_or_a_value_of_the_program(
    language: str, tmp_path: Path
) -> None:
    today = date(2026, 11, 23)
    home = Home(tmp_path / "engagements", tmp_path / "state")
    path = make_demo(home, Words(language), today)
    session = open_session(path, home, "cmo", wall_clock({"COACH_TODAY": today.isoformat()}))
    playbook = load_playbook(language)[0]
    reads = Reader(
        Words(language), playbook, session.engagement, session.changes, CATALOGUES, "cmo/Ann"
    )
    raw = re.compile(
        r"\d{4}-\d\d-\d\d|[a-z]_[a-z]|\b(?:True|False|None|todo|na)\b|[{}\[\]]|[0-9a-f]{8}-[0-9a-f]{4}"
        r"|\b(?:history|step|role|kpi|frame)\.[a-z]|\d\.0\b" + ("|\\d\\.\\d" * (language == "fr"))
    )
    # An id of several words, as the catalogues and the playbook write them.
    ids = {each.id for each in playbook.steps} | {each.entity_id for each in session.changes}
    ids = {each for each in ids if re.search("[a-z]-", each)}
    an_id = re.compile(rf"(?<![\w-])(?:{'|'.join(ids)})(?![\w-])")
    assert an_id.search(f"({max(ids)})")
    seen = 0
    for change in session.changes:
        for whole in (False, True):
            said = change_words(change, reads, whole=whole)
            seen += 1
            assert said.strip()
            # What somebody wrote is told as they wrote it, figures and all.
            own = "text" in change.changes
            assert own or not raw.search(said), said
            assert own or not an_id.search(said), said
            assert reads.words("history.unreadable") not in said
            assert reads.words("history.somebody") not in said
            assert reads.words("history.unnamed") not in said
            assert "→" in said or whole is False or change.entity == "assessment", said
    assert seen > 600
    assert all(gesture_words(gesture, reads) for gesture in gestures(session.changes))
