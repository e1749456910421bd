"""Today's screen and command."""

WORDS = {
    "today.late": {"one": "{n} late", "other": "{n} late"},
    "today.undated": "No step is dated: the first day is not known. Press 0 then c to set it.",
    "today.no-playbook": "There is no playbook to show. `coach doctor` says why.",
}
