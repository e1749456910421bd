"""Exported checklists, and what is said when one is read back."""

WORDS = {
    "export.checklist": "Checklist",
    "export.company": "Company",
    "export.day": "Exported on {day}",
    "export.progress": "steps done: {finished} of {n} ({percent}%)",
    "export.no-progress": "no step applies yet (—)",
    "export.confirmed-by": "confirmed by {actor}, {day}",
    "export.retired": "Recorded, and no longer in the playbook",
    "export.how-to": (
        "Tick `[x]` or untick `[ ]` anywhere, then bring the file back with `coach import`: "
        "only the boxes count."
    ),
    "refusal.export.no-stage": "There is no stage “{stage}”. Choose among: {stages}.",
    "refusal.export.exists": (
        "{file} already exists and was left as it is. Choose another name, or add --force."
    ),
    "refusal.export.not-text": (
        "{file} is not UTF-8 text. Save it as plain text in UTF-8, then import it again."
    ),
    "refusal.export.too-large": (
        "This file is over {limit} characters, far more than a checklist of the coach: "
        "it was not read."
    ),
    "refusal.export.no-boxes": (
        "No tick box can be read in this file: there is nothing to bring back. Take a checklist, "
        "or a dossier with its checklist. (A dossier in which nothing is written yet is one page "
        "without boxes.)"
    ),
    "refusal.export.no-header": (
        "This file doesn’t say which engagement it comes from: it was exported without ids "
        "(--clean), or the program that edited it dropped its comments. Export it again without "
        "--clean, then tick that copy."
    ),
    "refusal.export.other-engagement": (
        "This checklist comes from another engagement ({found}). Nothing was changed. "
        "Choose that engagement with -e, or take the right file."
    ),
    "refusal.export.several": (
        "This file holds checklists of several engagements. Nothing was changed: "
        "import them one by one."
    ),
    "refusal.export.newer": (
        "This checklist was exported by a newer version of the coach (format {format}). "
        "Update the coach to read it."
    ),
    "refusal.export.no-ids": (
        "No step of this file can be told: its id comments are gone. "
        "Export the checklist again without --clean, then tick that copy."
    ),
    "refusal.export.examples-only": {
        "one": "The only step of this file is in a code block or a comment, and was taken for an example. "
        "Close that block above it, or remove it.",
        "other": "All {n} steps of this file are in a code block or a comment, and were taken for examples. "
        "Close that block above them, or remove it.",
    },
    "refusal.export.ours": "This is one of coach-tui’s own files or folders ({file}): nothing is exported there. Choose another place.",
}
