"""Steps: their statuses, their owners, and why one was not changed."""

WORDS = {
    "step.todo": "to do",
    "step.doing": "in progress",
    "step.blocked": "blocked",
    "step.done": "done",
    "step.confirmed": "confirmed",
    "step.na": "not applicable",
    "step.late": "late",
    "step.due": "due {day}",
    "step.no-date": "no date yet",
    "step.declared": "declared",
    "step.shown-by": "done: {evidence}",
    "step.blocked-by": "blocked by {by}: {reason}",
    "step.not-applicable-because": "not applicable: {reason}",
    "step.done-by": "by {actor}, {day}",
    "step.to-confirm": "to confirm by {role}",
    "step.effort": "about {effort}",
    "step.minutes": "{n} min",
    "step.hours": "{hours} h",
    "step.hours-minutes": "{hours} h {minutes:02}",
    "step.days": {"one": "{n} day", "other": "{n} days"},
    "step.source": "Source: {sources}",
    "step.notes": {"one": "1 note", "other": "{n} notes"},
    "step.private": "private",
    "step.retired": "no longer in the playbook",
    "refusal.step.unknown": "There is no step “{id}”. `coach today --all` lists them.",
    "refusal.step.close": "There is no step “{id}”. Did you mean “{close}”?",
    "refusal.step.status": "“{status}” is not a status. Choose one of: {statuses}.",
    "refusal.step.blocked-needs": (
        "A blocked step says by whom and why: fill in both, so that someone can unblock it."
    ),
    "refusal.step.na-needs": "A step that does not apply needs its reason: write it in a few words.",
    "refusal.step.long": "This text is over {limit} characters. Shorten it, or link to a document.",
    "refusal.step.empty-note": "The note is empty. Write something, or leave with Escape.",
    "refusal.step.already-confirmed": "This step is already confirmed.",
    "refusal.step.confirm-not-done": "Only a step marked done can be confirmed. Mark it done first.",
    "refusal.step.confirm-own": (
        "The role that did the step can’t confirm it: the other role has to say so."
    ),
    "refusal.step.confirmer": "This step is confirmed by: {confirmer}. Switch role to confirm it.",
}
