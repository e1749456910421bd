"""Following a KPI, changing its frame, letting it go: what is accepted and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from coach_tui.engagement.amounts import recorded
from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import record_after
from coach_tui.engagement.kpi.readings import readings_of
from coach_tui.engagement.kpi.record import (
    ENTITY,
    HORIZONS,
    INPUT,
    MOVES,
    NEVER_NEGATIVE,
    PARTS,
    SIGNED_RATES,
    WHOLE,
    Kpi,
    kpi_from,
    kpis_of,
)
from coach_tui.engagement.kpi.series import (
    MEASURES,
    SERIES,
    end_series,
    readings_in_force,
    same_definition,
)
from coach_tui.engagement.kpi.verdicts import keep_computed, keep_verdicts
from coach_tui.engagement.profile import ROLES
from coach_tui.engagement.state import Engagement
from coach_tui.language.dates import in_sight
from coach_tui.language.refusal import Refusal

TARGET_DAYS: Final = tuple(f"target_{months}_on" for months in HORIZONS)
# What others call a definition of ours: all of marketing and sales ÷ all new customers.
_CALLED: Final = {("cac", "blended"): "loaded"}

Fields = Mapping[str, str | Decimal | date | None]


def follow(
    engagement: Engagement,
    kpi_id: str,
    fields: Fields,
    today: date,
    *,
    definitions: tuple[str, ...] = (),
    usual: tuple[str, ...] = (),
) -> Decision:
    """Follow a KPI (or record an input). `definitions` are those to pick from, where several are
    in use and none can be compared with another; `usual` is as in `amend_kpi`.

    Taken up again after it was let go, it keeps its readings; under another definition, apart.
    """
    if kpi_id in kpis_of(engagement):
        return Refusal("refusal.kpi.already", {"kpi": fields.get("name") or kpi_id})
    if not kpi_id or not (fields.get("name") or fields.get("catalogue")):
        return Refusal("refusal.kpi.no-name").of("name")
    fields = _as_called(fields, str(fields.get("catalogue") or ""))
    if definitions and fields.get("definition") not in definitions:
        return Refusal("refusal.kpi.pick-definition", {"definitions": ", ".join(definitions)}).of(
            "definition"
        )
    decision = _checked(engagement, kpi_id, fields)
    if isinstance(decision, Refusal):
        return decision
    changes = {name: value for name, value in decision.items() if value not in (None, "")}
    # Taken up again after it was let go: what it was before must not shine through.
    record = engagement.record(ENTITY, kpi_id)
    left = {name: None for name in record if name not in changes}
    now = Draft(ENTITY, kpi_id, {**left, **changes})
    before = kpi_from(kpi_id, record)
    after = _with(engagement, kpi_id, now.changes)
    ended: list[Draft] = []
    if _redefined(before, after.definition, usual):
        ended = _ended(engagement, before, today)
    return [*(ended or keep_verdicts(engagement, before, after, today)), now]


def amend_kpi(
    engagement: Engagement,
    kpi_id: str,
    fields: Fields,
    today: date,
    *,
    usual: tuple[str, ...] = (),
) -> Decision:
    """Change a KPI's frame. Once it has readings its unit is locked, and another definition begins
    a new series today, with a baseline and targets of its own (see `series`).

    `usual` is what the catalogue says it measures, in each language: its definition until another
    is written.

    What was concluded at the day of a target that has passed stays, whatever changes.
    """
    kpi = kpis_of(engagement).get(kpi_id)
    if kpi is None:
        return Refusal("refusal.kpi.unknown", {"kpi": kpi_id})
    if "name" in fields and not fields["name"] and not kpi.catalogue:
        return Refusal("refusal.kpi.no-name").of("name")
    fields = _as_called(fields, kpi.catalogue)
    ended: list[Draft] = []
    if readings_of(engagement).get(kpi_id):
        called = {"kpi": kpi.name or kpi_id}
        if fields.get("unit", kpi.unit) != kpi.unit:
            return Refusal("refusal.kpi.locked-unit", called).of("unit")
        said = str(fields.get("definition", kpi.definition) or "")
        if kpi.definition and not said.strip():
            return Refusal("refusal.kpi.no-definition", called).of("definition")
        if _redefined(kpi, said, usual):
            ended = _ended(engagement, kpi, today)
    if ended:
        fields = {**dict.fromkeys(MEASURES), **fields}
    decision = _checked(engagement, kpi_id, fields)
    if isinstance(decision, Refusal):
        return decision
    past = ended or keep_verdicts(engagement, kpi, _with(engagement, kpi_id, decision), today)
    return [*past, Draft(ENTITY, kpi_id, decision)]


def begins_anew(decision: Decision) -> bool:
    """Whether this change of a frame begins a new series."""
    return not isinstance(decision, Refusal) and any(each.entity == SERIES for each in decision)


def let_go(engagement: Engagement, kpi_id: str, today: date) -> Decision:
    """Stop following a KPI. Its readings are kept: it can be taken up again, or this undone."""
    kpi = kpis_of(engagement).get(kpi_id)
    if kpi is None:
        return Refusal("refusal.kpi.unknown", {"kpi": kpi_id})
    return [
        *keep_computed(engagement, kpi, today),
        Draft(ENTITY, kpi_id, {"_deleted": True}),
    ]


def trust(engagement: Engagement, kpi_id: str, role: str, level: int | None) -> Decision:
    """How sure this role is that the target will be met, 1–5; None takes it back."""
    if kpi_id not in kpis_of(engagement):
        return Refusal("refusal.kpi.unknown", {"kpi": kpi_id})
    if role not in ROLES or (level is not None and level not in range(1, 6)):
        return Refusal("refusal.kpi.confidence", {"level": level})
    return [Draft(ENTITY, kpi_id, {f"confidence_{role}": level})]


def judge_by(engagement: Engagement, kpi_id: str, yes: bool) -> Decision:
    """Say whether the engagement is judged by this KPI."""
    if kpi_id not in kpis_of(engagement):
        return Refusal("refusal.kpi.unknown", {"kpi": kpi_id})
    return [Draft(ENTITY, kpi_id, {"success": yes})]


def fits_unit(value: Decimal, unit: str, catalogue: str = "") -> bool:
    """Whether a KPI of this unit can have this value: only money and growth rates go below zero.

    Of the catalogue's, only two rates can be negative; one's own rates may be anything.
    """
    if value >= 0:
        return True
    if unit in NEVER_NEGATIVE or catalogue == "":
        return unit not in NEVER_NEGATIVE
    return catalogue in SIGNED_RATES


def refuse_amount(value: Decimal, unit: str, catalogue: str = "") -> Refusal | None:
    """Why a KPI of this unit can't have this value: below zero, or more than the whole of which it
    is a part."""
    if not fits_unit(value, unit, catalogue):
        return Refusal("refusal.kpi.negative", {"value": value})
    if catalogue in PARTS and value > WHOLE:
        return Refusal("refusal.kpi.over-whole", {"value": value})
    return None


def _checked(engagement: Engagement, kpi_id: str, fields: Fields) -> dict[str, Value] | Refusal:
    # A baseline may be planned: whatever today is, its day is refused alike.
    if refusal := refuse_fields(Kpi, fields, date.max) or _refuse_target_days(fields):
        return refusal
    changes = {name: _value(value) for name, value in fields.items()}
    kpi = _after(engagement, kpi_id, changes)
    return _refuse_frame(kpi) or _refuse_unkept(kpi, changes) or changes


def _refuse_target_days(fields: Fields) -> Refusal | None:
    for name in TARGET_DAYS:
        day = fields.get(name)
        if isinstance(day, date) and not in_sight(day):
            return Refusal("refusal.kpi.far-day", {"day": day}).of(name)
    return None


def _refuse_unkept(kpi: Kpi, changes: Mapping[str, Value]) -> Refusal | None:
    """Why a number typed here would be kept nowhere: a KPI of this kind has no place for it."""
    set_ = {name for name, value in changes.items() if value is not None}
    if kpi.limit is not None and not kpi.stays and set_ & {"limit", "kind"}:
        return Refusal("refusal.kpi.limit-unused", {"value": kpi.limit}).of("limit")
    dated = {f"target_{target.months}" for target in kpi.targets}
    for months in HORIZONS:
        name = f"target_{months}"
        if name in dated and kpi.kind not in MOVES and set_ & {name, "kind"}:
            return Refusal("refusal.kpi.target-unused").of(name)
        if name in set_ and name not in dated:
            return Refusal("refusal.kpi.target-no-day", {"months": months}).of(name)
    return None


def _refuse_frame(kpi: Kpi) -> Refusal | None:
    """A target equal to its baseline can't be told from no movement; nor is one that goes the wrong
    way a target."""
    amounts: dict[str, Decimal | None] = {
        "baseline": kpi.baseline,
        "limit": kpi.limit,
        **{f"target_{target.months}": target.value for target in kpi.targets},
    }
    for name, amount in amounts.items():
        if amount is not None and (refusal := refuse_amount(amount, kpi.unit, kpi.catalogue)):
            return refusal.of(name)
    if kpi.baseline is not None and kpi.baseline_on is None and kpi.kind != INPUT:
        return Refusal("refusal.kpi.baseline-day").of("baseline_on")
    if kpi.kind not in MOVES:
        return None
    for target in kpi.targets:
        if kpi.baseline_on is not None and target.day <= kpi.baseline_on:
            days = {"target": target.day, "baseline": kpi.baseline_on}
            return Refusal("refusal.kpi.target-before-baseline", days).of(f"target_{target.months}")
        if kpi.baseline is None:
            continue
        if target.value == kpi.baseline:
            return Refusal("refusal.kpi.no-movement", {"value": target.value}).of(
                f"target_{target.months}"
            )
        if (target.value > kpi.baseline) != (kpi.kind == "increase"):
            values = {"target": target.value, "baseline": kpi.baseline}
            return Refusal(f"refusal.kpi.not-{kpi.kind}", values).of(f"target_{target.months}")
    return None


def _after(engagement: Engagement, kpi_id: str, changes: Mapping[str, Value]) -> Kpi:
    """The KPI as it would be with these changes: a frame is judged whole."""
    record = engagement.record(ENTITY, kpi_id) if kpi_id in kpis_of(engagement) else {}
    return kpi_from(kpi_id, record_after(record, changes))


def _with(engagement: Engagement, kpi_id: str, changes: Mapping[str, Value]) -> Kpi:
    """The KPI as it will be read once these changes are recorded."""
    return kpi_from(kpi_id, record_after(engagement.record(ENTITY, kpi_id), changes))


def _redefined(kpi: Kpi, said: str, usual: tuple[str, ...]) -> bool:
    """Whether this is another definition than its own or, where it has none, than the usual."""

    def among(definition: str, known: tuple[str, ...]) -> bool:
        return any(same_definition(definition, each) for each in known)

    as_usual = not kpi.definition or among(kpi.definition, usual)
    if not said.strip():
        return not as_usual
    in_force = usual if as_usual else (kpi.definition,)
    return bool(in_force) and not among(said, in_force)


def _ended(engagement: Engagement, kpi: Kpi, today: date) -> list[Draft]:
    """What keeps the series that ends; nothing where nothing was read under this definition."""
    if not readings_in_force(engagement).get(kpi.id):
        return []
    return [*keep_computed(engagement, kpi, today), end_series(engagement, kpi, today)]


def _as_called(fields: Fields, catalogue: str) -> Fields:
    """The same, a definition by our id where people call it otherwise."""
    said = str(fields.get("definition") or "").strip().casefold()
    called = _CALLED.get((catalogue, said))
    return {**fields, "definition": called} if called else fields


def _value(value: object) -> Value:
    if isinstance(value, Decimal):
        return recorded(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else None
