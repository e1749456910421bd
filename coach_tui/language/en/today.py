"""Today's screen and command."""

WORDS = {
    "today.now": {"one": "{n} step to act on", "other": "{n} steps to act on"},
    "today.late": {"one": "{n} late", "other": "{n} late"},
    "today.earlier": {
        "one": "{n} dated before you began here",
        "other": "{n} dated before you began here",
    },
    "today.nothing-now": "Nothing is due this week. What comes next is below.",
    "today.nothing-at-all": "Nothing is waiting for you. Press 2 to read the stages.",
    "today.undated": "No step is dated: the first day is not known. Press 0 then c to set it.",
    "today.next": "Next",
    "today.no-playbook": "There is no playbook to show. `coach doctor` says why.",
}
