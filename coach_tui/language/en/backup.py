"""Erasing a client, and moving a whole home."""

WORDS: dict[str, str | dict[str, str]] = {
    "backup.option.client": "the client to erase: its company, its file or the beginning of one",
    "backup.option.yes": "its name once more, instead of typing it (for scripts)",
    "backup.option.file": "the file to write; it must not exist",
    "backup.option.from": "a file that coach backup wrote",
    "backup.forget-would": {
        "one": "{n} file on this computer holds something of {company}:",
        "other": "{n} files on this computer hold something of {company}:",
    },
    "backup.forget-also": (
        "They are deleted, with its drafts and its place in your settings. There is no undo."
    ),
    "backup.forget-not-reached": (
        "Not reached from here: documents that were exported or sent, backups, the other "
        "computers and people who opened it, and folders or servers it went through. Where "
        "{folder} is synchronised, the file goes away for the others too, and their own "
        "records of it stay."
    ),
    "backup.forget-shared": (
        "It is shared through {folder}: what was pushed there stays, for whoever has the invitation. The others go on without this computer."
    ),
    "backup.forget-type": "To erase it all, type its name: {company}",
    "backup.forgotten": (
        "Nothing of {company} is left on this computer, as far as the coach has written it."
    ),
    "backup.done": {
        "one": "{n} file is saved in {file}. It is not encrypted, and holds your private notes and the keys of what you share.",
        "other": (
            "{n} files are saved in {file}. It is not encrypted, and holds your private notes and the keys of what you share."
        ),
    },
    "backup.restored": {
        "one": "{n} file is back, in {folder} and in the private folder.",
        "other": "{n} files are back, in {folder} and in the private folder.",
    },
    "refusal.backup.not-named": "Nothing was erased: that is not its name. It is: {company}",
    "refusal.backup.no-client": (
        "There is nothing of “{wanted}” on this computer, as far as the coach has written it."
    ),
    "refusal.backup.not-empty": (
        "Nothing was restored: {file} is already here. Restore into an empty place (--home "
        "DIR), then take from it what you need."
    ),
    "refusal.backup.inside": "{file} is in one of the coach’s own folders: a backup there would be lost with what it saves. Nothing was written; choose another place, on another disk if you can.",
    "refusal.backup.no-backup": (
        "{file} is no backup of the coach, or is damaged. Nothing was restored; take another copy."
    ),
    "backup.forget-palette": "Erase {company} from this computer",
    "backup.palette": "Save everything in one file (backup)",
    "backup.about": (
        "All engagements of this computer, with what it keeps of each and your private "
        "notes, unencrypted. `coach restore` puts them back where there is nothing yet."
    ),
    "backup.field.file": "File",
}
