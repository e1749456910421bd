"""Notes on a record."""

WORDS = {
    "remark.option.what": "a step, an access, a KPI or a decision: its id, its name, or how either begins",
    "remark.option.text": "the note; - for what is piped in; without it, the notes there are",
    "remark.saved": "Saved: a note on {about}.",
    "remark.none": "No note on {about}.",
    "refusal.remark.several": "“{said}” may be several: {names}. Say which, as written here.",
    "refusal.remark.unknown": "No step, access, KPI or decision is called “{said}”. `coach search` finds them.",
}
