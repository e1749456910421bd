"""The KPIs as they are read: what was recorded, joined with what the catalogue knows of each."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coach_tui.engagement.kpi.behaviour import Behaviour, behaviour
from coach_tui.engagement.kpi.derived import (
    FORMULAS,
    INPUTS,
    Derived,
    counted_readings,
    derive,
    is_computed,
    is_derived_stale,
    judged_frame,
)
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.kpi.series import Series, earlier_series, in_force_since
from coach_tui.engagement.kpi.status import Standing, is_due, rules_of, standing
from coach_tui.engagement.kpi.verdicts import TargetVerdict, verdicts, verdicts_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.language.fold import folded
from coach_tui.language.units import write_value

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry

Entries = Mapping[str, "Entry"]


class Followed(NamedTuple):
    """A KPI (or an input) where it stands.

    readings  those that count, one a day, under the definition in force `since` that day.
    working   how it was computed, if it was.
    verdicts  what each target that has passed came to.
    earlier   what it was under each of its earlier definitions, with its readings then.
    behaviour its natural limits and signals; None of an input.
    short     what it is called where its name has no room; its own name where it has one.
    """

    kpi: Kpi
    name: str
    standing: Standing
    readings: tuple[Reading, ...]
    due: bool
    computed: bool = False
    working: str = ""
    verdicts: tuple[TargetVerdict, ...] = ()
    since: date | None = None
    earlier: tuple[Series, ...] = ()
    behaviour: Behaviour | None = None
    short: str = ""


def by_id(entries: "Iterable[Entry]") -> "dict[str, Entry]":
    """Catalogue entries by their id."""
    return {entry.id: entry for entry in entries}


def follow_up(
    engagement: Engagement, entries: Entries, words: Words, today: date
) -> tuple[Followed, ...]:
    """Every KPI in the order it was taken up, then every input."""
    found = [_followed(engagement, kpi, entries, words, today) for kpi in _ordered(engagement)]
    return tuple(found)


def kpi_name(kpi: Kpi, entries: Entries, words: Words) -> str:
    """What people call it: their own name, else the catalogue's, else its id."""
    return kpi.name or name_of(kpi.catalogue or kpi.id, entries, words)


def short_name(kpi: Kpi, entries: Entries, words: Words) -> str:
    """What it is called where there is no room for its name: `CAC`, `MQL`, what stands in its
    brackets where the catalogue says nothing shorter."""
    name = kpi_name(kpi, entries, words)
    within = name.partition("(")[2].partition(")")[0]
    told = "" if kpi.name else said_of(kpi, "short", entries, words)
    return told or (within if within.isupper() else name)


def name_of(kpi_id: str, entries: Entries, words: Words) -> str:
    """The name of a catalogue's KPI, of an input, or of something computed."""
    if entry := entries.get(kpi_id):
        return str(entry.words[words.language]["name"])
    for kind in ("input", "derived"):
        if (said := words(f"kpi.{kind}.{kpi_id}")) != f"kpi.{kind}.{kpi_id}":
            return said
    return kpi_id.replace("-", " ")


def said_of(kpi: Kpi, field: str, entries: Entries, words: Words) -> str:
    """What the catalogue says of this KPI ("guard", "pitfall", "benchmark"…), if it knows it."""
    entry = entries.get(kpi.catalogue)
    return str(entry.words[words.language].get(field, "")) if entry else ""


def definition_of(kpi: Kpi, entries: Entries, words: Words) -> str:
    """The definition chosen, in words."""
    for each in definitions_of(entries.get(kpi.catalogue)):
        if each["id"] == kpi.definition:
            return str(each[words.language])
    return kpi.definition or said_of(kpi, "definition", entries, words)


def formula_of(kpi: Kpi, entries: Entries, words: Words) -> str:
    """How it is worked out. Of a KPI with rival definitions, the catalogue's formula is of the
    first: any other says itself what it divides by what."""
    rivals = definitions_of(entries.get(kpi.catalogue))
    if kpi.formula or (rivals and kpi.definition not in ("", rivals[0]["id"])):
        return kpi.formula
    return said_of(kpi, "formula", entries, words)


def definitions_of(entry: "Entry | None") -> tuple[Mapping[str, Any], ...]:
    """The definitions to pick from, where the catalogue has several."""
    return tuple(entry.fields.get("definitions", ())) if entry else ()


def usual_of(catalogue: str, entries: Entries) -> tuple[str, ...]:
    """What the catalogue says such a KPI measures, in each language, where it has one definition:
    what is in force until another is written."""
    entry = entries.get(catalogue)
    if entry is None or definitions_of(entry):
        return ()
    return tuple(str(said["definition"]) for said in entry.words.values() if said.get("definition"))


def frame_of(entry_id: str, entries: Entries) -> dict[str, str]:
    """What the catalogue proposes for a KPI (or an input) that is being taken up."""
    if entry_id in INPUTS:
        unit, cadence = INPUTS[entry_id]
        return {"catalogue": entry_id, "unit": unit, "cadence": cadence, "kind": "input"}
    entry = entries.get(entry_id)
    if entry is None:
        return {}
    named = {name: str(entry.fields[name]) for name in ("family", "unit", "kind", "cadence")}
    return {"catalogue": entry_id, **named}


def worked_out(
    engagement: Engagement, entries: Entries, words: Words, today: date
) -> list[tuple[str, str]]:
    """Each number that can be computed, with its working; or why it can't be yet, where some of
    what it needs was read."""
    found = []
    for formula_id in FORMULAS:
        derived = derive(engagement, formula_id)
        if derived.parts and not (derived.missing and FORMULAS[formula_id].of_counts):
            name = name_of(formula_id, entries, words)
            found.append((name, _dated(engagement, derived, entries, words, today)))
    return found


def working(derived: Derived, entries: Entries, words: Words) -> str:
    """`400 € × 80 % ÷ 2,5 % = 12 800 € (5 avril 2026)`, or why there is no such number."""
    if derived.why:
        return _why_not(derived, entries, words)
    written = [
        write_value(reading.value, _unit_of(need, entries), words)
        for need, reading in derived.parts.items()
    ]
    outcome = "" if derived.value is None else write_value(derived.value, derived.unit, words)
    first, last = derived.first_day, derived.day
    key = "kpi.derived.of-day" if first == last else "kpi.derived.of-days"
    said = words(
        key,
        working=f"{derived.pattern.format(*written)} = {outcome}",
        first=plain_date(first, words.language) if first else "",
        day=plain_date(last, words.language) if last else "",
    )
    return words("kpi.derived.least", working=said) if derived.least else said


def verdicts_then(series: Series) -> tuple[TargetVerdict, ...]:
    """What the targets that passed under an earlier definition came to."""
    return verdicts(series.kpi, series.readings, series.ended or date.max)


def find_kpi(
    wanted: str, engagement: Engagement, entries: Entries, words: Words
) -> tuple[str, ...]:
    """The KPIs `wanted` may name: by id, by name, or by the beginning of one."""
    sought = folded(wanted.strip())
    kpis = kpis_of(engagement)
    if wanted in kpis:
        return (wanted,)
    names = {
        kpi_id: (folded(kpi_id), folded(kpi_name(kpi, entries, words)))
        for kpi_id, kpi in kpis.items()
    }
    exact = tuple(kpi_id for kpi_id, said in names.items() if sought in said)
    return exact or tuple(
        kpi_id
        for kpi_id, said in names.items()
        if sought and any(name.startswith(sought) for name in said)
    )


def _followed(
    engagement: Engagement, kpi: Kpi, entries: Entries, words: Words, today: date
) -> Followed:
    computed = is_computed(engagement, kpi)
    readings = counted_readings(engagement, kpi)
    rules, said = rules_of(engagement), ""
    stands = standing(judged_frame(engagement, kpi), readings, today, rules)
    if computed:
        derived = derive(engagement, kpi.catalogue)
        said = _dated(engagement, derived, entries, words, today)
        stale = stands.stale or is_derived_stale(engagement, derived, today, rules)
        stands = stands._replace(stale=stale)
    return Followed(
        kpi,
        kpi_name(kpi, entries, words),
        stands,
        readings,
        not computed and is_due(kpi, stands.current, today),
        computed,
        said,
        verdicts_of(engagement, kpi, readings, today),
        in_force_since(engagement, kpi.id),
        earlier_series(engagement, kpi.id),
        None if kpi.is_input else behaviour(engagement, kpi, today),
        short_name(kpi, entries, words),
    )


def _dated(
    engagement: Engagement, derived: Derived, entries: Entries, words: Words, today: date
) -> str:
    """The working, and that it is stale where one of its parts is."""
    said = working(derived, entries, words)
    if derived.value is None or not is_derived_stale(
        engagement, derived, today, rules_of(engagement)
    ):
        return said
    return f"{said} · {words('kpi.stale')}"


def _why_not(derived: Derived, entries: Entries, words: Words) -> str:
    """Why a number can't be computed: what was never read, what is 0, what is of other periods."""
    names = ", ".join(name_of(need, entries, words) for need in derived.missing)
    dated = ", ".join(
        f"{name_of(need, entries, words)} ({plain_date(reading.day, words.language)})"
        for need, reading in derived.parts.items()
    )
    key = "kpi.derived.zero-churn" if derived.zero == "churn" else derived.why
    zero = name_of(derived.zero, entries, words)
    return words(key, missing=names, zero=zero, parts=dated)


def _ordered(engagement: Engagement) -> list[Kpi]:
    return sorted(kpis_of(engagement).values(), key=lambda kpi: kpi.is_input)


def _unit_of(need: str, entries: Entries) -> str:
    if need in INPUTS:
        return INPUTS[need][0]
    entry = entries.get(need)
    return str(entry.fields["unit"]) if entry else "count"
