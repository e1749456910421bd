"""Questions asked in a dialog."""

WORDS = {
    "form.save": "Save",
    "form.cancel": "Cancel",
    "form.close": "Close",
    "form.keys": "Enter: next · Ctrl+S: {deed} · Escape: cancel",
    "form.read": "Read",
    "form.write": "Export",
    "form.preview": "Preview",
    "form.go-on": "Go on",
    "form.yes": "yes",
    "form.no": "no",
    "form.blocked": "What blocks this step?",
    "form.blocked.by": "Blocked by whom?",
    "form.blocked.reason": "Why?",
    "form.na": "Why does this step not apply?",
    "form.na.reason": "Reason",
    "form.note": "A note",
    "form.note.text": "Note",
    "form.note.private": "Private (left out of every export)",
    "form.import": "Read a checklist back",
    "form.import.path": "File",
}
