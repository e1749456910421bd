"""Every kind of thing that is recorded, and how each of its fields is told.

A field's kind says how its value is read (see `values`): `text`, `day`, `word:access.exit`
(a key of the interface words), `entry:documents.name` (a catalogue's entry), `person`, … A `!`
before it: the value says enough without the field's name. `-`: the field is told by nothing, it
serves the program (which entry of a catalogue a line began as) or is in the name of the thing.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from coach_tui.engagement.access.record import Access
from coach_tui.engagement.context import Context
from coach_tui.engagement.fields import Declared, FieldSpec, fields_of
from coach_tui.engagement.framing.contract import Clause
from coach_tui.engagement.framing.record import Framing
from coach_tui.engagement.handed_out import HandedOut
from coach_tui.engagement.kpi.behaviour import Baseline
from coach_tui.engagement.kpi.objectives import Objective
from coach_tui.engagement.kpi.record import Kpi
from coach_tui.engagement.kpi.series import MEASURES
from coach_tui.engagement.profile import ROLES, Profile
from coach_tui.engagement.rhythm.decisions import LoggedDecision, Promise
from coach_tui.engagement.rhythm.meetings import Meeting
from coach_tui.engagement.team.entrustment import Entrustment
from coach_tui.engagement.team.people import Person
from coach_tui.engagement.team.skills import Skill
from coach_tui.engagement.transition.contacts import Contact
from coach_tui.engagement.transition.expiry import Expiry
from coach_tui.engagement.transition.loops import Loop
from coach_tui.engagement.transition.rehearsal import QUESTIONS


class KindTold(NamedTuple):
    """How one kind of thing is told.

    named   what names it: a field, or "" for its id, and the kind of that value.
    fields  every field that decisions write, in the order of telling. Those in `named` are told
            when they change, and not when they are first said.
    apart   fields not to be read by others: raters rate without seeing each other.
    """

    named: Mapping[str, str]
    fields: Mapping[str, str]
    apart: frozenset[str] = frozenset()


def _all(kind: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), kind)


def told_of(kind: type[Declared], *named: str, **beside: str) -> KindTold:
    """How a declared record is told: in the order of its fields, each as its kind is told.

    `beside`: how those of its fields are told that are no kind of declared field.
    """
    told = {name: _kind(spec) for name, spec in fields_of(kind).items()} | beside
    return KindTold({name: told[name] for name in named}, told)


def _kind(spec: FieldSpec) -> str:
    usual = {"count": "number", "choice": f"word:{spec.called}"}
    return spec.told or usual.get(spec.kind, spec.kind)


def _kpi_fields() -> dict[str, str]:
    """A KPI's: what it is held to is told with its name, before what it is."""
    told = {
        **told_of(Kpi).fields,
        **_all("of-kpi", "baseline limit target_12 target_6 target_3"),
        **_all("day", "target_12_on target_6_on target_3_on"),
        **{f"confidence_{role}": "word:kpi.sure" for role in ROLES},
    }
    first = (
        "name baseline limit target_12 target_6 target_3 owner source keeper definition "
        "baseline_on target_12_on target_6_on target_3_on kind unit cadence"
    )
    return {name: told[name] for name in (*first.split(), *told)}


_RUN_BY: Final = "word:rhythm.short-run-by"
# A document's, whichever entity it is kept under: a page, a report, a section of the dossier.
_DOCUMENT: Final = {
    **_all("text", "author verified_by link words name owner text"),
    **_all("day", "written_on verified_on sent"), "personal": "flag",
    **_all("-", "language draft verified_text"),
}  # fmt: skip
# The step's two words go with its status: they are emptied with every other one.
STATUS_WORDS: Final = ("by", "reason")

MISSION: Final[Mapping[str, KindTold]] = {
    "engagement": told_of(Profile, "company", since="day"),
    "step": KindTold({"": "step"}, {"status": "!word:step", "by": "text", "reason": "text"}),
    "note": KindTold(
        {"step": "step", "about": "noted-on"},
        {"text": "!text", "private": "!flag", "step": "step", "about": "noted-on"},
    ),
    "advice": KindTold(
        {"": "put-off"},
        {**_all("day", "day until"), "reason": "text", **_all("-", "severity concerns")},
    ),
    "context": told_of(Context),
    "order": KindTold({}, {"as": "-"}),
    "handed-out": told_of(HandedOut, "what", "day"),
    "asked": KindTold({"step": "step"}, {"of": "!word:role", "day": "day", "step": "step"}),
    "proof": KindTold({"": "step"}, {"what": "!text", "where": "text", "day": "day"}),
}  # fmt: skip

FRAMING: Final[Mapping[str, KindTold]] = {
    "need-answer": KindTold(
        {"": "entry:need-questions.question"}, {"yes": "!answer", "words": "text"}
    ),
    "need-gate": KindTold({"": "entry:need-gates.gate"}, {"yes": "!answer", "words": "text"}),
    "framing": told_of(Framing),
    "budget": KindTold(
        {},
        {
            "way": "word:history.way", "day_rate": "money",
            **_all("number", "days_per_month months"),
            **_all("number", "days_1 weeks_1 days_2 weeks_2 days_3 weeks_3 billed_weeks"),
            **_all("money", "gross bonus search"), "factor": "number",
        },
    ),
    "candidate": KindTold(
        {"name": "text"},
        {
            "name": "text", "post": "word:history.post", "chosen": "!flag",
            **_all("number", "clients references"), "interviewed_on": "day",
            **_all("text", "rater_1 rater_2 note"),
        },
    ),
    "candidate-mark": KindTold(
        {"candidate": "candidate", "criterion": "criterion"},
        {"candidate": "candidate", "criterion": "criterion", "rater": "rater", "mark": "number"},
        apart=frozenset({"mark"}),
    ),
    "candidate-veto": KindTold(
        {"candidate": "candidate", "veto": "veto"},
        {"candidate": "candidate", "veto": "veto", "on": "!flag"},
    ),
    "clause": told_of(Clause)._replace(named={"": "entry:contract-clauses.name"}),
    "independence": KindTold(
        {"": "entry:independence.name"}, {"colour": "!word:frame.contract.colour"}
    ),
}  # fmt: skip

LEDGERS: Final[Mapping[str, KindTold]] = {
    "access": told_of(Access, "tool", "asset"),
    "kpi": KindTold(
        {"": "kpi"},
        _kpi_fields(),
    ),
    # What the KPI was held to is told where the KPI is: only that a definition ended is news.
    "kpi-series": KindTold(
        {"kpi": "kpi", "ended": "day"},
        {
            "kpi": "kpi", "ended": "day", "definition": "definition",
            **dict.fromkeys(("formula", "kind", *MEASURES), "-"),
        },
    ),
    "kpi-verdict": KindTold(
        {"kpi": "kpi", "day": "day"},
        {
            "kpi": "kpi", "day": "day", "target": "of-kpi", "outcome": "!word:kpi.status",
            "value": "of-kpi", "on": "day", "months": "-",
        },
    ),
    "kpi-limits": told_of(Baseline)._replace(named={"": "kpi"}),
    "reading": KindTold(
        {"kpi": "kpi"}, {"value": "!of-kpi", "on": "day", "note": "text", "kpi": "kpi"}
    ),
    "readings": KindTold({}, {"rows": "!rows"}),
    "objective": told_of(Objective, "what"),
    "kpi-rules": KindTold({}, _all("number", "on_track watch too_early near_limit stale")),
}  # fmt: skip

RHYTHM: Final[Mapping[str, KindTold]] = {
    "ritual": KindTold(
        {"": "ritual"},
        {
            "name": "text", "minutes": "minutes", "counts": "answer", "run_by": _RUN_BY,
            **_all("text", "owner participants agenda output"), "stopped": "day",
        },
    ),
    "ritual-schedule": KindTold(
        {"ritual": "ritual"},
        {
            "cadence": "!falls", "since": "day", "weekdays": "-", "time": "-", "nth": "-",
            "ritual": "ritual",
        },
    ),
    "occurrence": KindTold(
        {"ritual": "ritual", "slot": "day"},
        {
            "result": "!word:rhythm", "reason": "text", "run_by": _RUN_BY, "day": "day",
            "note": "text", "ritual": "ritual", "slot": "day",
        },
    ),
    "decision": told_of(LoggedDecision, "title", opened="day", about="about"),
    "promise": told_of(Promise, "what"),
    "meeting": told_of(Meeting, "kind", "who", "day"),
    "day-used": KindTold({"day": "day"}, {"amount": "!days", "note": "text", "day": "day"}),
    "allowance": KindTold({}, {"days": "number", "weeks": "number", "start": "day"}),
    "first-day": KindTold({}, {"until": "day", "first": "day"}),
    "dose": KindTold({"since": "day"}, {"days_per_week": "number", "why": "text", "since": "day"}),
    "report": KindTold({"": "month"}, {**_DOCUMENT, "written_by": _RUN_BY}),
}  # fmt: skip

TEAM: Final[Mapping[str, KindTold]] = {
    "person": told_of(Person, "name", away="-"),
    "skill": KindTold(
        {"": "skill"},
        {
            "kept": "!answer", "name": "text", "weight": "number", **told_of(Skill).fields,
        },
    ),
    "method-use": KindTold(
        {"skill": "skill"}, {"person": "person", "day": "day", "note": "text", "skill": "skill"}
    ),
    "assessment": KindTold(
        {"person": "person", "skill": "skill"},
        {
            "level": "level", "side": "word:team.side", "day": "day",
            **_all("text", "evidence verified_by"), "person": "person", "skill": "skill",
        },
        apart=frozenset({"level", "evidence", "verified_by"}),
    ),
    "entrustment": told_of(Entrustment, "person", "skill"),
    "goal": KindTold(
        {"person": "person", "skill": "skill"},
        {"level": "level", "due": "day", "case": "text", "person": "person", "skill": "skill"},
    ),
    "delegation": KindTold(
        {"decision": "entry:delegation-decisions.decision"},
        {
            "person": "person", "now": "delegated", "wanted": "delegated",
            "decision": "entry:delegation-decisions.decision",
        },
    ),
    "drill": KindTold(
        {"person": "person"},
        {
            "result": "!word:team.result", "start": "day", "end": "day", "note": "text",
            "person": "person",
        },
    ),
}  # fmt: skip

TRANSITION: Final[Mapping[str, KindTold]] = {
    "transition": KindTold(
        {},
        {
            **_all("text", "successor relay leaving mission ended_why"),
            "ended": "day",
            **_all("number", "search_weeks notice_weeks overlap_weeks advisory_months"),
        },
    ),
    "signal-review": KindTold(
        {"day": "day"},
        {
            "headcount": "number", "budget": "money", "presence": "answer", "team": "number",
            "words": "text", "day": "day",
        },
    ),
    "document": KindTold({"": "document"}, _DOCUMENT),
    "open-loop": told_of(Loop, "topic"),
    "loop-place": KindTold({"": "entry:open-loop-sources.place"}, {"looked": "!answer"}),
    "contact": told_of(Contact, "name"),
    "expiry": told_of(Expiry, "what"),
    "rehearsal": KindTold(
        {"day": "day"},
        {
            "day": "day", "who": "text", "minutes": "number", "asked": "-",
            **{f"q{n}": "!word:rehearsal.result" for n in range(1, QUESTIONS + 1)},
            **{f"loop{n}": "-" for n in range(1, QUESTIONS + 1)},
        },
    ),
    "exit-check": KindTold(
        {"": "entry:after-exit-checks.check"},
        {"outcome": "!word:transition.exit.outcome", "words": "text", "done_on": "day"},
    ),
    "dossier-section": KindTold(
        {"": "entry:dossier-sections.name"},
        {
            **_DOCUMENT, "trust": "word:transition.dossier.trust",
            **_all("text", "question private"),
        },
    ),
}  # fmt: skip

TOLD: Final[Mapping[str, KindTold]] = {
    **MISSION, **FRAMING, **LEDGERS, **RHYTHM, **TEAM, **TRANSITION,
}  # fmt: skip
