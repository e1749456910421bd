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
    "table.means.company": "the company",
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
    "table.repeated": {
        "one": "{n} is said twice",
        "other": "{n} are said twice",
    },
    "table.refused": {"one": "{n} refused", "other": "{n} refused"},
    "table.refused-line": "line {line}: {text} — {why}",
    "table.more": "… and {n} more",
    "table.nothing": "Nothing to add.",
    "table.apply": "Add them",
    "table.added": {
        "one": "{n} reading added. Undo removes it.",
        "other": "{n} readings added at once. Undo removes them all.",
    },
    "table.stopped": "Stopped. Nothing was recorded.",
    "table.nothing-changed": "Nothing was recorded: add --apply to do it.",
    "table.refused-row": "line {line}: {why}",
    "table.total": "line {line}: {text} — a row that sums up others: left out",
    "table.left-out": {"one": "{n} row of totals left out", "other": "{n} rows of totals left out"},
    "table.doubtful": {"one": "{n} in doubt", "other": "{n} in doubt"},
    "table.header-at": {
        "one": "The columns are named on line {line}; {n} row above it was passed over.",
        "other": "The columns are named on line {line}; {n} rows above it were passed over.",
    },
    "table.columns-not-read": {
        "one": "An unknown column was not read: {columns}.",
        "other": "{n} unknown columns were not read: {columns}.",
    },
    "table.on-lines": {"one": "line {lines}", "other": "lines {lines}"},
    "table.case.same_day": "{here} in the file, {known} recorded",
    "table.case.rates": "{here} in the file, {known} until then",
    "table.case.unlike": "{here} in the file, {known} until then",
    "table.case.alone": "{here} in the file",
    "table.doubt.same_day": {
        "one": "{n} day is read already, or stands twice in the file, with another value: which counts?",
        "other": "{n} days are read already, or stand twice in the file, with another value: which count?",
    },
    "table.doubt.rates": {
        "one": "{n} rate of 1 or less, without a percent sign: in points, or a share of one (0.011 for 1.1%)?",
        "other": "{n} rates of 1 or less, without a percent sign: in points, or shares of one (0.011 for 1.1%)?",
    },
    "table.doubt.unlike": {
        "one": "{n} value is 50 times off, or more, what was read until then: is it right?",
        "other": "{n} values are 50 times off, or more, what was read until then: are they right?",
    },
    "table.say": "{why} Say {first} or {second}.",
    "table.answer.same_day": "Days read already, or twice in the file",
    "table.answer.same_day.keep": "keep what is recorded; leave out what stands twice",
    "table.answer.same_day.replace": "the file’s value counts, its last one",
    "table.answer.rates": "Rates of 1 or less, without a percent sign",
    "table.answer.rates.points": "in points: 0.011 is 0.011%",
    "table.answer.rates.shares": "shares of one: 0.011 is 1.1%",
    "table.answer.unlike": "Values 50 times off, or more",
    "table.answer.unlike.add": "they are right: add them",
    "table.answer.unlike.skip": "leave them out",
    "table.answer.dates": "Days are written",
    "table.answer.dates.dmy": "day first: 31/12/2026",
    "table.answer.dates.mdy": "month first: 12/31/2026",
    "table.header-line": "Line that names the columns (empty: it is looked for)",
    "table.means.on": "values of the day it is named after",
    "table.apply-partly": {
        "one": "Add {n}, leave the rest out",
        "other": "Add {n}, leave the rest out",
    },
    "table.nothing-read": "Nothing in this file could be read as a reading; nothing was recorded.",
    "table.option.header": "the line of the file that names the columns (otherwise it is looked for)",
    "table.option.dates": "the order of day and month in its dates (otherwise as the whole column has it)",
    "table.option.same_day": "a day read already, or twice in the file: keep what is recorded, or replace it by the file’s last value",
    "table.option.rates": "rates written without a percent sign: in points, or shares of one to multiply by 100",
    "table.option.unlike": "values 50 times off what was read until then: add or skip them",
    "table.option.partly": "add what can be read, and leave out what is refused",
    "table.option.file": "a spreadsheet’s export, CSV with commas, semicolons or tabs (-: stdin)",
    "table.option.column": "what a column holds: date, kpi, value, note, company, ignore, or a KPI’s id; 2=… for the second column; remembered once applied; may be repeated",
    "table.option.numbers": "the language its numbers and dates are written in (otherwise that of the command)",
    "table.option.apply": "add the readings; otherwise they are only shown",
    "table.lines-read": "{done} of about {n} lines read. Ctrl+C stops; nothing is recorded yet.",
    "refusal.table.too-large": "This file is over {limit} MB: it was not read. Cut it in parts.",
    "refusal.table.not-text": "This file is no text the coach can read: not one byte was guessed. Save it as CSV (UTF-8).",
    "refusal.table.empty": "This file is empty. A header must name its columns.",
    "refusal.table.too-wide": "{n} columns, and {limit} at most are read. Keep those you need.",
    "refusal.table.one-date": ("One column must hold the day. Say which, among: {columns}."),
    "refusal.table.value-of-what": (
        "A column holds values, and none says of which KPI. Say which one names the KPI."
    ),
    "refusal.table.no-values": (
        "No column holds a KPI’s values. Say which does, among: {columns}."
    ),
    "refusal.table.meaning": (
        "“{said}” sets nothing. Write COLUMN=MEANING, with date, kpi, value, note, company, ignore "
        "or a KPI’s id."
    ),
    "refusal.table.no-column": "There is no column “{name}”. There are: {columns}.",
    "refusal.table.open-quote": (
        "Line {line}: a quotation mark is opened and not closed, so the rows after it can’t be told apart "
        "and none was read. Close it, or save the file as CSV again."
    ),
    "refusal.table.long-cell": (
        "Line {line}: a cell holds more than {limit} characters. Check the separator, or shorten it."
    ),
    "refusal.table.too-long": (
        "This row has {cells} cells where the header names {columns}: none of them was read. "
        "A number with a comma in it asks for quotation marks around it."
    ),
    "refusal.table.no-such-line": "There is no row on line {line} to name the columns.",
    "refusal.table.twice": (
        "Several columns hold the same thing ({meaning}): {columns}. Say which one counts, and that the "
        "others hold nothing of use (ignore)."
    ),
    "refusal.table.two-shapes": (
        "Some columns are named after days, and another holds the day or the values. "
        "Say which are of no use, among: {columns}."
    ),
    "refusal.table.several-columns": "Several columns are called “{name}”: {columns}. Name one by its place.",
    "refusal.table.say-columns": (
        "--column NAME=MEANING says it, or --column 2=ignore by its place. The columns were looked for "
        "on line {line}: --header LINE names another."
    ),
    "refusal.table.order-both": (
        "“{text}” can be read day first or month first, and no row of its column tells which."
    ),
    "refusal.table.order-mixed": (
        "Some dates in this column can only be read day first, others only month first, such as “{text}”."
    ),
    "refusal.table.another-begins": (
        "Another table begins here: none of its rows was read. "
        "Bring it in from a file of its own, or name its header (--header {line})."
    ),
    "refusal.table.say-dates": "Say --dates dmy (day first) or --dates mdy (month first). Nothing was recorded.",
    "refusal.table.in-doubt": {
        "one": "{n} reading is in doubt. Nothing was recorded.",
        "other": "{n} readings are in doubt. Nothing was recorded.",
    },
    "refusal.table.all-or-nothing": {
        "one": "{n} cell can’t be read, and a table is added whole or not at all: nothing was recorded. "
        "Correct it, or add what can be read with --partly.",
        "other": "{n} cells can’t be read, and a table is added whole or not at all: nothing was recorded. "
        "Correct them, or add what can be read with --partly.",
    },
    "refusal.table.other-client-above": "Line {line}: this table is another client’s ({found}). Nothing was added: what belongs to one client stays with that client.",
    "refusal.table.other-client": "Line {line}: this table is another client’s ({found}). Nothing was added: what belongs to one client stays with that client. If the column says something else: `--column {name}=ignore`.",
    "refusal.table.names-client": "Line {line} names another client of yours ({found}). Nothing was changed: what belongs to one client stays with that client. If all of it is this mission’s, take that line out of the file.",
}
