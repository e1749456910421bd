"""What is wrong in a playbook's or a catalogue's files, and what to do about it."""

WORDS: dict[str, str | dict[str, str]] = {
    "playbook.unreadable": "This file is not UTF-8 text, or can’t be read. Save it as UTF-8.",
    "playbook.too-large": "This file is over {limit} characters and was not read. Split it.",
    "playbook.no-stage": (
        "There is no stage here. Begin with “# Title” and, below it, `<!-- stage: id -->`."
    ),
    "playbook.stage-id": "The comment says stage “{id}”, the folder says “{folder}”. The folder wins.",
    "playbook.no-section-id": "This section has no id. Write `<!-- section: id -->` below its title.",
    "playbook.no-step-id": (
        "“{title}” has no id and was left out. Write `<!-- step: id | owner: role -->` below it."
    ),
    "playbook.step-twice": "Step “{id}” is already in this file. This one was left out.",
    "playbook.no-owner": "Step “{id}” has no owner: someone must be accountable for it.",
    "playbook.unknown-key": "Step “{id}”: “{key}” is not known in a step’s comment.",
    "playbook.key-twice": "Step “{id}”: “{key}” is written twice.",
    "playbook.bad-value": "Step “{id}”: `{key}: {value}` can’t be read.",
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
    "playbook.entry-not-names": "Entry “{id}”: {field} must be a table of names, each with a text.",
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
    "playbook.straight-quote": "A straight quote or apostrophe: {text}",
    "playbook.french-space": "French wants a no-break space here: {text}",
    "playbook.english-space": "No space before this mark in English: {text}",
    "playbook.length": {
        "one": "Step “{id}” has {n} word; write {low} to {high}, so that it fits on a screen.",
        "other": "Step “{id}” has {n} words; write {low} to {high}, so that it fits on a screen.",
    },
    "playbook.title-length": {
        "one": "The title of step “{id}” has {n} character, {high} at most.",
        "other": "The title of step “{id}” has {n} characters, {high} at most.",
    },
    "playbook.pair-metadata": "Step “{id}”: its comment is not the same in both languages. fr: {one} / en: {other}",
    "playbook.pair-section": "Step “{id}” is in section “{one}” in French and “{other}” in English.",
    "playbook.pair-links": "Step “{id}” leads to {one} in French and to {other} in English.",
    "playbook.pair-missing": "In French and not here: `{kind}: {ids}`",
    "playbook.pair-added": "Here and not in French: `{kind}: {id}`",
    "playbook.pair-order": "Not in the same order as in French, starting with `{kind}: {id}`",
    "playbook.blank-twice": "Entry “{id}”: the blank “{blank}” is filled in two ways. Keep one.",
    "playbook.blank-unknown": "The blank “{blank}” is not among those of this kind of document.",
    "playbook.signs": "A poor document is told in exactly five numbered lines, and nothing else.",
    "playbook.pair-blank": "The blank “{blank}” is in one language only.",
    "playbook.pair-headings": "Headings differ: {one} in French, {other} in English, or of other levels.",
    "playbook.link": "Step “{id}” leads to “{link}”, which is not a step.",
    "playbook.bad-link": "This link leads nowhere: {link}. Write #step-id, or an address with https://.",
    "playbook.after": "Step “{id}” is due after “{link}”, which is not a step.",
    "playbook.fact": "Step “{id}”: the app knows no fact called “{fact}”.",
    "playbook.no-act": "Step “{id}” does not say what it consists of. Write `does: …`, such as `does: proof`.",
    "playbook.act": "Step “{id}”: “{act}” is nothing the app can open.",
    "playbook.act-fact": "Step “{id}”: `does: {act}` never records “{fact}”, which is to show it done.",
    "playbook.act-unproved": "Step “{id}”: `does: {act}` shows nothing done by itself. Add `done-when: …`.",
    "playbook.no-takes": "Step “{id}” does not say how long answering takes. Write `takes: 5min`.",
    "playbook.needs": "Step “{id}” needs “{link}” first, which is not a step.",
    "playbook.needs-hidden": (
        "Step “{id}” needs “{link}” first, which a newcomer is not shown. Make that one essential, or add `decides` to it."
    ),
    "playbook.needs-circle": "These steps need each other first: {ids}",
    "playbook.source": "Step “{id}”: “{source}” is not in sources.toml.",
    "playbook.essentials": {
        "one": "{n} step is essential, {high} at most.",
        "other": "{n} steps are essential, {high} at most: a newcomer sees these first.",
    },
    "playbook.step-in-two": "Step “{id}” is also in {path}, which keeps it. Give this one another id.",
    "playbook.cycle": "These due dates wait for each other: {ids}",
    "playbook.heading": "This line is a heading of level {level} for some readers and not for others: {text}",
    "playbook.html": "HTML is not shown in the app; write Markdown: {text}",
    "playbook.not-drawn": "The app can’t draw this kind of Markdown: {kind}.",
    "playbook.points": "The points add up to {n}, not 100.",
    "playbook.entry-names": "Entry “{id}”: {field} names “{value}”, which does not exist.",
    "playbook.entry-long": {
        "one": "Entry “{id}”: {n} word in one text, {high} at most.",
        "other": "Entry “{id}”: {n} words in one text, {high} at most.",
    },
    "playbook.advice-verb": "Advice “{id}”, {language}: it begins with neither a verb that gives an order nor a question: {text}",
    "playbook.advice-long": "Advice “{id}”, {language}: too long with who acts ({n}, and {high} at most): {text}",
    "playbook.left-word": "“{word}” is a word we left: say “{instead}”.",
    "playbook.blank": "Entry “{id}”, {language}: the blank “{blank}” is used and not declared, or declared and not used.",
    "playbook.alone": "There is no version of this in the other language ({language}).",
    "playbook.empty": "There is no stage here. Make a folder such as onboarding/ with en.md or fr.md in it.",
    "playbook.not-read": "This file is never read. Stages are: {stages}; their files are fr.md and en.md.",
    "playbook.no-spec": "This catalogue is not one the app knows, and is never read.",
}
