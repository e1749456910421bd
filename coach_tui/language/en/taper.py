"""How many days of the CMO are still needed."""

WORDS = {
    "taper.title": "The CMO’s days",
    "taper.unknown": "No days can be suggested yet: it takes a skills map, ratings, and days a week.",
    "taper.suggest": "Index {index}%, {current} now: {suggested} suggested.",
    "taper.stay": "Index {index}%: stay at {suggested} for now.",
    "taper.left": "The mission’s end, {day}, has passed: no days are planned any more.",
    "taper.week": {"one": "{days} day a week", "other": "{days} days a week"},
    "taper.month": {"one": "{days} day a month", "other": "{days} days a month"},
    "taper.guard.uncovered": {
        "one": "Not yet: nobody inside does {names} alone, and it is critical.",
        "other": "Not yet: nobody inside does these critical skills alone: {names}.",
    },
    "taper.guard.watched": {
        "one": "Not yet: nobody is entrusted with {names} alone, though somebody masters it.",
        "other": "Not yet: nobody is entrusted alone with these skills, though somebody masters them: {names}.",
    },
    "taper.guard.off-track": "Not yet: off track at two readings in a row: {names}.",
    "taper.guard.pace": "Not yet: at most {step} day a week less in a quarter before the two-week absence test is passed.",
    "taper.held.pace": "the two-week absence test is not passed",
    "taper.held.no-reason": "none given",
    "taper.absent": "! Away from {start} to {end}: {person}. Nobody else inside does: {what}. Reason given: {why}",
    "taper.passed": "! Days a week came down on {day}; what should hold them up: {what}. Reason given: {why}",
    "taper.head.from": "From",
    "taper.head.dose": "Days a week",
    "taper.head.days": "Days",
    "taper.head.cost": "Cost (ex-VAT)",
    "taper.rule": "The guide gives 3 days a week at launch and 1 when cruising. ≈ our rule of thumb: the thresholds between.",
    "taper.decide": "Decide days a week",
}
