"""What is wrong in a playbook's or a catalogue's files, and what to do about it."""

WORDS: dict[str, str | dict[str, str]] = {
    "playbook.unreadable": "This file is not UTF-8 text, or can’t be read. Save it as UTF-8.",
    "playbook.too-large": "This file is over {limit} characters and was not read. Split it.",
    "playbook.no-stage": (
        "There is no stage here. Begin with “# Title” and, below it, “<!-- stage: id -->”."
    ),
    "playbook.stage-id": "The comment says stage “{id}”, the folder says “{folder}”. The folder wins.",
    "playbook.no-section-id": "This section has no id. Write “<!-- section: id -->” below its title.",
    "playbook.no-step-id": (
        "“{title}” has no id and was left out. Write “<!-- step: id | owner: role -->” below it."
    ),
    "playbook.step-twice": "Step “{id}” is already in this file. This one was left out.",
    "playbook.no-owner": "Step “{id}” has no owner: someone must be accountable for it.",
    "playbook.unknown-key": "Step “{id}”: “{key}” is not known in a step’s comment.",
    "playbook.key-twice": "Step “{id}”: “{key}” is written twice.",
    "playbook.bad-value": "Step “{id}”: “{key}: {value}” can’t be read.",
    "playbook.toml": "This is not TOML, starting here: {text}",
    "playbook.table": "“{found}” is not expected here: this file holds [[{table}]] entries only.",
    "playbook.no-entries": "There is no [[{table}]] entry here.",
    "playbook.entry-no-id": (
        "This entry has no usable id (found: “{found}”). Write one in small letters and hyphens."
    ),
    "playbook.entry-twice": "Entry “{id}” is already there. This one was left out.",
    "playbook.entry-missing": "Entry “{id}”: {field} is missing or empty.",
    "playbook.entry-unknown": "Entry “{id}”: {field} is not a field of this catalogue.",
    "playbook.entry-choice": "Entry “{id}”: {field} can’t be “{value}”. Choose one of: {choices}.",
    "playbook.entry-not-text": "Entry “{id}”: {field} must be text.",
    "playbook.entry-not-texts": "Entry “{id}”: {field} must be a list of texts.",
    "playbook.entry-not-flag": "Entry “{id}”: {field} must be true or false.",
    "playbook.entry-not-whole": (
        "Entry “{id}”: {field} must be a whole number from {low} to {high}, not {value}."
    ),
    "playbook.entry-not-number": (
        "Entry “{id}”: {field} must be a number from {low} to {high}, not {value}."
    ),
    "playbook.entry-not-due": "Entry “{id}”: {field} must be a date such as T-4w or D+5, not {value}.",
    "playbook.entry-not-definitions": (
        "Entry “{id}”: each of its {field} must have an id, fr and en, all written."
    ),
    "playbook.entry-lists": (
        "Entry “{id}”: {field} has {french} lines in French and {english} in English."
    ),
}
