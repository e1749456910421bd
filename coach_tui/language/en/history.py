"""What was recorded, by whom; and why a gesture was not taken back."""

WORDS = {
    "history.empty": "Nothing has been recorded yet.",
    "history.take-back": "Undo this",
    "history.entity.step": "step",
    "history.entity.note": "note",
    "history.entity.engagement": "engagement",
    "history.undid": "took back: {what}",
    "history.set": "{field}: {value}",
    "history.emptied": "{field}: emptied",
    "history.conflict": (
        "{field} of {what}: {kept_by} wrote “{kept}” without having seen “{other}” by {other_by}"
    ),
    "history.more": {"one": "and {n} more", "other": "and {n} more"},
    "history.field.status": "status",
    "history.field.by": "by",
    "history.field.reason": "reason",
    "history.field.text": "text",
    "refusal.history.nothing": "There is nothing of yours left to undo.",
    "refusal.history.already-undone": "This has already been undone.",
    "refusal.history.changed-since": (
        "Nothing was undone: everything here has been changed since. See the history."
    ),
}
