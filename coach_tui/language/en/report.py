"""The monthly report's draft."""

WORDS = {
    "report.summary": "Are we on track? Green, amber or red, and why, in one sentence.",
    "report.budget-gap": "Gap with the planned budget: {gap}%",
    "report.index": "Autonomy index: {after}%",
    "report.index-moved": "Autonomy index: {before}% → {after}%",
    "report.moved": "{person}, {skill}: {before} → {after}",
    "report.moved-count": {"one": "{n} skill level moved", "other": "{n} skill levels moved"},
    "report.delegated": {
        "one": "{n} decision is taken without the CMO (level 5 or more)",
        "other": "{n} decisions are taken without the CMO (level 5 or more)",
    },
    "report.uncovered": "Critical skill nobody inside does alone: {skill}",
    "report.late": "Promised and late: {what} (due {due})",
    "report.last-read": "—, last read {day}",
    "report.noise": "{moves} (noise: inside its natural limits)",
    "report.better": "better",
    "report.worse": "worse",
    "report.kept": "Kept: the report for {month}",
    "report.option.keep": "keep this edited text as the month’s report (-: stdin)",
    "report.option.by": "who wrote it",
    "report.option.sent": "it went out today",
    "refusal.report.a-file": "This is an engagement’s own file, not a report. Nothing was kept.",
    "refusal.report.other-client": "This text is another client’s ({found}). Nothing was kept: what belongs to one client stays with that client.",
    "refusal.report.unknown-client": "This text is another client’s, whom this computer does not know. Nothing was kept: what belongs to one client stays with that client.",
    "refusal.report.other-kind": "This document is no report ({kind}). Nothing was kept.",
    "refusal.report.other-month": "This is the report of {found}, not of {month}. Nothing was kept; to keep it where it belongs: --month {found}.",
}
