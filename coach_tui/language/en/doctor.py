"""What only the user can put right: bringing back, starting over, agreeing."""

WORDS: dict[str, str | dict[str, str]] = {
    "doctor.option.bring-back": "bring back an engagement whose file is gone",
    "doctor.option.start-over": (
        "go back to what an older copy says (the one put in the file’s place, without FILE)"
    ),
    "doctor.option.agree": "count the changes dated far ahead, which wait",
    "doctor.option.apply": "do it; otherwise it is only shown",
    "doctor.gone": {
        "one": (
            "The file of {company} (first day {day}) is gone. {n} change, of {last}, is kept "
            "in {kept}. To have it back: coach doctor --bring-back NAME. If you deleted it "
            "on purpose: coach forget NAME leaves nothing of it here."
        ),
        "other": (
            "The file of {company} (first day {day}) is gone. {n} changes, up to {last}, are "
            "kept in {kept}. To have it back: coach doctor --bring-back NAME. If you deleted "
            "it on purpose: coach forget NAME leaves nothing of it here."
        ),
    },
    "doctor.lacking": {
        "one": (
            "{name} lacks {n} change that this computer has seen; it is put back at the next "
            "opening. If you put an older copy there on purpose: coach doctor --start-over."
        ),
        "other": (
            "{name} lacks {n} changes that this computer has seen; they are put back at the next "
            "opening. If you put an older copy there on purpose: coach doctor --start-over."
        ),
    },
    "doctor.held": {
        "one": (
            "{name}: {n} change is dated too far ahead to be counted. Check the clocks, then: "
            "coach doctor --agree."
        ),
        "other": (
            "{name}: {n} changes are dated too far ahead to be counted. Check the clocks, then: "
            "coach doctor --agree."
        ),
    },
    "doctor.back-would": {
        "one": "{company}, first day {day}: {n} change, of {last}, in this computer’s own record.",
        "other": (
            "{company}, first day {day}: {n} changes, up to {last}, in this computer’s own record."
        ),
    },
    "doctor.back-where": (
        "They go to a new file in {folder}; nothing is written over. If the file is on a disk that "
        "is not plugged in, plug it in instead."
    ),
    "doctor.back-done": "{company} is back.",
    "doctor.over-would": {
        "one": "Starting over from {copy}: {n} change, of {last}.",
        "other": "Starting over from {copy}: {n} changes, up to {last}.",
    },
    "doctor.over-later": {
        "one": "This computer knows {n} change more. It stays in the history:",
        "other": "This computer knows {n} changes more. They stay in the history:",
    },
    "doctor.over-records": {
        "one": "{n} record would say again what it says in that copy.",
        "other": "{n} records would say again what they say in that copy.",
    },
    "doctor.over-done": (
        "Saved: the engagement says again what that copy says, here and wherever else it is "
        "synchronised. `coach undo` takes this back. The copy was kept as found, in {kept}."
    ),
    "doctor.agree-would": {
        "one": "{n} change waits:",
        "other": "{n} changes wait:",
    },
    "doctor.agreed": {
        "one": (
            "{n} change now counts, where it belongs: what was recorded since wins. `coach "
            "undo` takes this back."
        ),
        "other": (
            "{n} changes now count, where they belong: what was recorded since wins. `coach "
            "undo` takes this back."
        ),
    },
    "doctor.not-applied": "Nothing was changed: add --apply to do it.",
    "refusal.doctor.nothing-to-apply": (
        "--apply goes with --bring-back, --start-over or --agree; by itself it has nothing to do."
    ),
    "refusal.doctor.none-gone": "No engagement called “{wanted}” lacks its file.{names}",
    "refusal.doctor.none-held": "No change in {file} waits to be agreed to.",
    "refusal.doctor.copy-empty": (
        "That copy does not even say which company it is about: there is nothing in it to start "
        "over from."
    ),
    "refusal.doctor.copy-same": (
        "The engagement already says what that copy says: there is nothing to go back to."
    ),
    "doctor.copies": {
        "one": (
            "{copy}, beside {name}, holds {n} change that the file lacks. What you read "
            "counts it; it is saved at the next opening or change."
        ),
        "other": (
            "{copy}, beside {name}, holds {n} changes that the file lacks. What you read "
            "counts them; they are saved at the next opening or change."
        ),
    },
    "doctor.left-over": {
        "one": "{n} file still holds what was recorded of an engagement whose own files are gone: {files}. If it was deleted on purpose, delete that file too.",
        "other": "{n} files still hold what was recorded of an engagement whose own files are gone: {files}. If it was deleted on purpose, delete them too.",
    },
    "doctor.file-gone": (
        "{name}: {file}, named in a record, is no longer at {path}. Put it back, or say in the "
        "record where it is now."
    ),
    "doctor.file-changed": (
        "{name}: {file}, named in a record, has changed since ({path}). If the new one is meant, "
        "name it again by its whole path; otherwise put the old one back."
    ),
    "doctor.file-unread": (
        "{name}: {file}, named in a record, can’t be read at {path}: {cause}. Check your rights "
        "to it."
    ),
    "doctor.sharing": "{name}: {what}",
    "doctor.sharing-waits": "An invitation waits for its engagement: nothing of it has arrived in {folder} yet. Join again with the invitation (coach join).",
    "doctor.sharing-waits-mail": "An invitation waits for its engagement: with coach receive FILE, take in the file you were sent; or coach join --folder FOLDER.",
    "doctor.key-unreadable": "The key kept in {file} can’t be read: what it shares does not arrive. Remove that file and join again, with the invitation that any member shows (coach share --show).",
    "doctor.key-open": "{file} holds its key, and other users of this computer may read it. Make it yours alone (chmod 600).",
    "doctor.looks-only": "joined to look only: nothing is recorded here",
    "doctor.confirms": "joined to look, confirm and answer: nothing else is recorded here",
    "doctor.unread": {
        "one": "{n} push is there that was not taken in yet: it is at the next opening",
        "other": "{n} pushes are there that were not taken in yet: they are at the next opening",
    },
    "doctor.arriving": {
        "one": "{n} push has not arrived whole yet: it is tried again by itself",
        "other": "{n} pushes have not arrived whole yet: they are tried again by themselves",
    },
    "doctor.unsent": {
        "one": "{n} change is saved here and not there yet: it goes at the next opening",
        "other": "{n} changes are saved here and not there yet: they go at the next opening",
    },
    "doctor.files-fine": {
        "one": "{name}: {n} file named in its records, as it was",
        "other": "{name}: {n} files named in its records, as they were",
    },
    "doctor.files-elsewhere": {
        "one": "{name}: {n} file named on another computer; it is checked there",
        "other": "{name}: {n} files named on other computers; they are checked there",
    },
    "doctor.full": "{name} takes {size} MB of the {limit} MB that a file may: once it is full, nothing more is saved in it. Keep a copy (coach backup FILE), leave long texts in files of their own (coach document link), and begin a new engagement before then (coach new).",
}
