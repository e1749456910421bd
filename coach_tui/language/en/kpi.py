"""KPIs: their fields, where they stand, what was computed, and why something was refused."""

WORDS = {
    "kpi.family.business": "business",
    "kpi.family.marketing": "marketing",
    "kpi.family.team": "team",
    "kpi.unit.count": "count",
    "kpi.unit.eur": "€",
    "kpi.unit.percent": "%",
    "kpi.unit.times": "× (ratio)",
    "kpi.unit.months": "months",
    "kpi.unit.days": "days",
    "kpi.unit.hours": "hours",
    "kpi.value.times": "{value}×",
    "kpi.value.months": {"one": "{value} month", "other": "{value} months"},
    "kpi.value.days": {"one": "{value} day", "other": "{value} days"},
    "kpi.value.hours": {"one": "{value} hour", "other": "{value} hours"},
    "kpi.kind.increase": "increase to",
    "kpi.kind.decrease": "decrease to",
    "kpi.kind.above": "stay above",
    "kpi.kind.below": "stay below",
    "kpi.kind.input": "only an input for what is computed",
    "kpi.cadence.week": "every week",
    "kpi.cadence.fortnight": "every two weeks",
    "kpi.cadence.month": "every month",
    "kpi.cadence.quarter": "every quarter",
    "kpi.cadence.half-year": "every half-year",
    "kpi.cadence.year": "every year",
    "kpi.status.on-track": "on track",
    "kpi.status.watch": "watch",
    "kpi.status.off-track": "off track",
    "kpi.status.too-early": "too early to tell",
    "kpi.status.no-reading": "no reading",
    "kpi.status.no-baseline": "no baseline",
    "kpi.status.no-target": "no target",
    "kpi.status.reached": "reached",
    "kpi.status.missed": "missed",
    "kpi.status.followed": "input",
    "kpi.stale": "stale",
    "kpi.due": "reading due",
    "kpi.computed": "computed",
    "kpi.pace": "pace {pace}",
    "kpi.name": "Name",
    "kpi.definition": "Definition",
    "kpi.formula": "Formula",
    "kpi.family": "Family",
    "kpi.unit": "Unit",
    "kpi.kind": "Direction",
    "kpi.cadence": "Read",
    "kpi.baseline": "Baseline",
    "kpi.baseline_on": "Measured on",
    "kpi.target": "Target",
    "kpi.target_3": "Target at 3 months",
    "kpi.target_6": "Target at 6 months",
    "kpi.target_12": "Target at 12 months",
    "kpi.target-by": "{value} by {day}",
    "kpi.limit": "Limit",
    "kpi.owner": "Owner",
    "kpi.source": "Source",
    "kpi.keeper": "Updated by",
    "kpi.confidence": "Confidence",
    "kpi.confidence-of": "{role} {level}/5",
    "kpi.guard": "Read beside it",
    "kpi.pitfall": "Pitfall",
    "kpi.benchmark": "Benchmark",
    "kpi.readings": "Readings",
    "kpi.inputs": "Inputs",
    "kpi.computed-ones": "Computed",
    "kpi.progress": "Progress",
    "kpi.now": "Now",
    "kpi.status": "Status",
    "kpi.day": "Day",
    "kpi.value": "Value",
    "kpi.note": "Note",
    "kpi.author": "By",
    "kpi.kpi": "KPI",
    "kpi.rule": "Pace and its thresholds ({on_track} and {watch}) are our rule of thumb.",
    "kpi.too-many": "{n} KPIs at once: 5 to 7 is right (common practice); more are not read.",
    "kpi.input.arpa": "Average revenue per account (ARPA), per month",
    "kpi.input.gross-margin": "Gross margin",
    "kpi.input.churn": "Customer churn, per month",
    "kpi.input.sql": "Sales-qualified leads (SQL)",
    "kpi.derived.needed-cover": "Pipeline cover needed",
    "kpi.derived.lead-to-mql": "Lead-to-MQL rate",
    "kpi.derived.sql-to-customer": "SQL-to-customer rate",
    "kpi.derived.missing": "not computed yet: {missing} was never read",
    "kpi.derived.other-months": "not computed: its counts are not of the same month",
    "kpi.derived.zero": "undefined: {zero} is 0, and nothing can be divided by 0",
    "kpi.derived.zero-churn": (
        "undefined: at a churn of 0 no customer ever leaves, and a lifetime has no end"
    ),
    "kpi.none": "No KPI is followed yet.",
    "kpi.column.day": "Day",
    "kpi.column.kpi": "KPI",
    "kpi.column.name": "Name",
    "kpi.column.value": "Value",
    "kpi.column.unit": "Unit",
    "kpi.column.author": "By",
    "kpi.column.note": "Note",
    "refusal.kpi.already": "“{kpi}” is followed already. Change it rather than adding it again.",
    "refusal.kpi.no-name": "The KPI has no name. Write one, or pick one from the catalogue.",
    "refusal.kpi.unknown": "No KPI “{kpi}” is followed. `coach kpi list` names those that are.",
    "refusal.kpi.several": "“{kpi}” may be any of: {names}. Write more of its name.",
    "refusal.kpi.not-in-catalogue": (
        "The catalogue has no “{kpi}”. Add --name, --unit and --kind for a KPI of your own."
    ),
    "refusal.kpi.pick-definition": (
        "This KPI has several definitions that can’t be compared. Pick one: {definitions}."
    ),
    "refusal.kpi.locked-definition": (
        "{kpi} has readings: its definition is locked, or its history would compare two things. "
        "Follow it anew under another name instead."
    ),
    "refusal.kpi.locked-unit": (
        "{kpi} has readings: its unit is locked. Follow it anew under another name instead."
    ),
    "refusal.kpi.confidence": "Confidence goes from 1 (hardly) to 5 (sure), not {level}.",
    "refusal.kpi.choice": "{field}: “{value}” is not one of {values}.",
    "refusal.kpi.long": "That is {length} characters, and {limit} at most fit. Shorten it.",
    "refusal.kpi.far-day": "{day} is too far away. Check the year.",
    "refusal.kpi.negative": "{value}: this can’t be below zero. Check the sign.",
    "refusal.kpi.baseline-day": "The baseline has no day. Write when it was measured.",
    "refusal.kpi.target-before-baseline": (
        "The target’s day, {target}, is not after the baseline’s, {baseline}. Change one of them."
    ),
    "refusal.kpi.no-movement": (
        "Target and baseline are both {value}: there is no way to go. To hold a level, choose "
        "“stay above” or “stay below” and write it as the limit."
    ),
    "refusal.kpi.not-increase": (
        "From {baseline} to {target} is a decrease. Choose “decrease to”, or change a number."
    ),
    "refusal.kpi.not-decrease": (
        "From {baseline} to {target} is an increase. Choose “increase to”, or change a number."
    ),
    "refusal.kpi.computed": (
        "This KPI is computed from what was recorded: {working}. Correct the inputs instead."
    ),
    "refusal.kpi.in-count": "This KPI is a count. Write the number alone.",
    "refusal.kpi.in-eur": "This KPI is in euros. Write the number alone, or with €.",
    "refusal.kpi.in-percent": "This KPI is a percentage. Write the number alone, or with %.",
    "refusal.kpi.in-times": "This KPI is a ratio. Write the number alone, or with ×.",
    "refusal.kpi.in-months": "This KPI is in months. Write the number alone.",
    "refusal.kpi.in-days": "This KPI is in days. Write the number alone.",
    "refusal.kpi.in-hours": "This KPI is in hours. Write the number alone.",
    "refusal.kpi.future": "{day} has not come yet. Write the day the number was read.",
    "refusal.kpi.before-baseline": (
        "{day} is before the baseline, measured on {baseline}. Check the day, or move the baseline."
    ),
    "refusal.kpi.no-reading": "There is no such reading.",
    "refusal.kpi.rules": (
        "Thresholds: watch ({watch}) must be above 0 and below on track ({on_track}), 2 at most."
    ),
}
