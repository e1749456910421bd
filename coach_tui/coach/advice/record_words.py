"""A record behind an advice in words: what it is, what it is called, what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.advice.blanks import WHOLE, entry_name, entry_of, filled, word_of
from coach_tui.coach.advice.evidence import fact_of
from coach_tui.coach.advice.ranked import Advice
from coach_tui.coach.advice.situation import Behind, Situation
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line

_CATALOGUE_OF: Final[Mapping[str, tuple[str, str]]] = {
    "need-gate": ("need-gates", "gate"),
    "clause": ("contract-clauses", "name"),
    "independence": ("independence", "name"),
    "skill": ("skills", "name"),
    "kpi": ("kpis", "name"),
    "ritual": ("rituals", "name"),
    "document": ("documents", "name"),
    "delegation": ("delegation-decisions", "decision"),
    "exit-check": ("after-exit-checks", "check"),
}


def record_line(advice: Advice, record: Behind, situation: Situation, words: Words) -> str:
    """What this record is and the value that makes the rule speak, on one line."""
    name, value = (
        record_name(record, situation, words),
        record_value(advice, record, situation, words),
    )
    return words("behind.line", record=name, fact=value) if value else name


def record_value(advice: Advice, record: Behind, situation: Situation, words: Words) -> str:
    """What this record says that makes the rule speak; nothing where nobody can tell."""
    fact = fact_of(advice.id, record, situation)
    if fact is None:
        return ""
    # A count stays a number: it decides between one and several.
    said = {
        name: value if name == "n" else filled(value, words, situation.catalogues, WHOLE)
        for name, value in fact.values.items()
    }
    return words(fact.key, **said)


def record_name(record: Behind, situation: Situation, words: Words) -> str:
    """What kind of record it is and what people, or the catalogue, call it."""
    kind = f"advice.record.{record.entity}"
    said = words(kind)
    name = one_line(record.name, WHOLE) or _named_by(record, situation, words)
    if said == kind:
        return name or one_line(record.id, WHOLE)
    return words("behind.named", kind=said, name=name) if name else said


def _named_by(record: Behind, situation: Situation, words: Words) -> str:
    if record.entity in ("engagement", "context", "transition"):
        key = f"{'profile' if record.entity == 'engagement' else record.entity}.{record.id}"
        said = words(key)
        return "" if said == key else said
    if record.entity == "occurrence":
        return _ritual_of(record.id, situation, words)
    catalogue, field = _CATALOGUE_OF.get(record.entity, ("", ""))
    known = kpis_of(situation.engagement).get(record.id) if record.entity == "kpi" else None
    entry_id = known.catalogue if known and known.catalogue else record.id
    entry = entry_of(situation.catalogues, catalogue, entry_id) if catalogue else None
    return word_of(entry, field, words.language)


def _ritual_of(occurrence: str, situation: Situation, words: Words) -> str:
    """Which meeting it was: what people call it, else the catalogue's name."""
    logged = occurrences_of(situation.engagement)
    found = next((r for r, days in logged.items() if any(e.id == occurrence for e in days)), "")
    known = rituals_of(situation.engagement).get(found)
    own = one_line(known.name, WHOLE) if known else ""
    return own or entry_name(situation.catalogues, "rituals", found, words.language)
