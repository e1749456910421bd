"""Spreadsheets' exports: what their columns mean, what an import would do, why one was refused."""

WORDS = {
    "table.import": "Import readings (CSV)",
    "table.file": "File",
    "table.numbers": "Numbers and dates are written in",
    "table.column": "Column “{name}” holds",
    "table.means.date": "the day",
    "table.means.kpi": "the KPI’s name",
    "table.means.value": "the value",
    "table.means.note": "a note",
    "table.means.ignore": "nothing of use",
    "table.reading-about": "About {n} lines. Esc stops; nothing is recorded yet.",
    "table.would": {
        "one": "{n} reading would be added",
        "other": "{n} readings would be added",
    },
    "table.known": {
        "one": "{n} is recorded already",
        "other": "{n} are recorded already",
    },
    "table.refused": {"one": "{n} refused", "other": "{n} refused"},
    "table.refused-line": "line {line}: {text} — {why}",
    "table.more": "… and {n} more",
    "table.nothing": "Nothing to add.",
    "table.apply": "Add them",
    "table.added": {
        "one": "{n} reading added, in one go. Undo takes it back.",
        "other": "{n} readings added, in one go. Undo takes them all back.",
    },
    "table.stopped": "Stopped. Nothing was recorded.",
    "table.nothing-changed": "Nothing was recorded: add --apply to do it.",
    "table.option.file": "a spreadsheet’s export, CSV with commas, semicolons or tabs (-: stdin)",
    "table.option.column": "what a column holds: date, kpi, value, note, ignore, or a KPI’s id; remembered once applied; may be repeated",
    "table.option.numbers": "the language its numbers and dates are written in (otherwise that of the command)",
    "table.option.apply": "add the readings; otherwise they are only shown",
    "table.lines-read": "{done} of about {n} lines read. Ctrl+C stops; nothing is recorded yet.",
    "refusal.table.too-large": "This file is over {limit} MB: it was not read. Cut it in parts.",
    "refusal.table.not-text": "This file is not a text table. Save it as CSV (UTF-8).",
    "refusal.table.empty": "This file is empty. Its first line must name its columns.",
    "refusal.table.unread": (
        "The table can’t be taken apart: a quotation mark is not closed, or a cell is endless. "
        "Save it as CSV again."
    ),
    "refusal.table.too-wide": "{n} columns, and {limit} at most are read. Keep those you need.",
    "refusal.table.one-date": ("One column must hold the day. Say which, among: {columns}."),
    "refusal.table.value-of-what": (
        "A column holds values, and none says of which KPI. Say which one names the KPI."
    ),
    "refusal.table.no-values": (
        "No column holds a KPI’s values. Say which does, among: {columns}."
    ),
    "refusal.table.meaning": (
        "“{said}” sets nothing. Write COLUMN=MEANING, with date, kpi, value, note, ignore "
        "or a KPI’s id."
    ),
    "refusal.table.no-column": "There is no column “{name}”. There are: {columns}.",
}
