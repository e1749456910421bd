"""Why a field of a record can't be what was said of it: the same for every record and every door.

What concerns several fields at once is written out beside the record.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from coach_tui.engagement.change import Value
from coach_tui.engagement.fields import Declared, FieldSpec, fields_of
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Record, text_of
from coach_tui.engagement.text_checks import is_number, recorded
from coach_tui.language.dates import in_sight
from coach_tui.language.refusal import Refusal


def changes_to(
    kind: type[Declared], known: Record, fields: Mapping[str, object], today: date
) -> dict[str, Value] | Refusal:
    """What these fields change in a record, as it is written; or why one of them can't be.

    What a record can't be without is asked for where neither it nor `fields` says it.
    """
    declared = kind.declared.items()
    needed = (name for name, spec in declared if spec.needed and not text_of(known, name).strip())
    asked = {**dict.fromkeys(needed, ""), **fields}
    return refuse_fields(kind, asked, today) or recorded(fields)


def refuse_fields(
    kind: type[Declared], values: Mapping[str, object], today: date
) -> Refusal | None:
    """Why the first of these can't be, named after its field; None where all can."""
    declared = fields_of(kind)
    for name, value in values.items():
        if name in declared and (refusal := refuse_value(declared[name], value, today)):
            return refusal.of(name)
    return None


def refuse_value(spec: FieldSpec, value: object, today: date) -> Refusal | None:
    """Why this field can't have this value, whatever the others have."""
    return next(_refusals(spec, value, today), None)


def unfit(spec: FieldSpec, why: str, **values: object) -> Refusal:
    """A refusal of the words all fields share, that names this one."""
    return Refusal(f"refusal.field.{why}", {"field": spec.label, **values}).of(spec.name)


def _refusals(spec: FieldSpec, value: object, today: date) -> Iterator[Refusal]:
    if spec.kind == "text" and isinstance(value, str):
        if (length := len(value.strip())) > spec.limit:
            yield unfit(spec, "long", length=length, limit=spec.limit)
        if found := secret_in(value):
            yield Refusal(f"refusal.secret.{found}")
    if spec.needed and not any(map(str.isprintable, str(value or "").strip())):
        yield Refusal(spec.needed)
    if spec.kind == "choice" and (value or "") not in spec.values:
        yield unfit(spec, "choice", value=value, values=", ".join(filter(None, spec.values)))
    if spec.kind == "count" and not (value is None or _is_count(value, spec.limit)):
        yield unfit(spec, "count", value=value, limit=spec.limit)
    if spec.kind == "number" and not (value is None or _is_within(value, spec.limit)):
        yield unfit(spec, spec.told or "number", value=value, limit=spec.limit)
    if spec.kind == "answer" and not (value is None or isinstance(value, bool)):
        yield unfit(spec, "yes-no", value=value)
    if spec.kind == "day" and isinstance(value, date):
        if not in_sight(value):
            yield unfit(spec, "far-day", day=value)
        if spec.sense == "past" and value > today:
            yield unfit(spec, "future", day=value)


def _is_count(value: object, limit: float) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= limit


def _is_within(value: object, limit: float) -> bool:
    return is_number(value) and 0 <= value <= limit  # type: ignore[operator]
